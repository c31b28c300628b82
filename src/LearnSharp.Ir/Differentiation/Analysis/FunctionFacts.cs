using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// What the analyses found out about a function, over all places where it is called. Arrays are held by class (<see cref="ArrayClasses"/>), scalars by local. A scalar or class is
/// varied when it depends on an independent variable and useful when a result depends on it, both through derivatives; active is both.
/// </summary>
internal sealed class FunctionFacts(FlatFunction function, bool isRoot, SavedValues saved)
{
    private readonly Dictionary<IrType, Local> _savedArrays = [];
    private readonly HashSet<Local> _varied = [];
    private readonly HashSet<Local> _useful = [];
    private readonly HashSet<Local> _written = [];
    private readonly HashSet<Local> _escaping = [];

    /// <summary>The function.</summary>
    public FlatFunction Function { get; set; } = function;

    /// <summary>Whether choices between values stay expressions (<see cref="ReverseOptions.Selects"/>).</summary>
    public bool Selects { get; set; }

    /// <summary>Whether it is the root.</summary>
    public bool IsRoot { get; } = isRoot;

    /// <summary>What the whole program saves on the workspace.</summary>
    public SavedValues Saved { get; } = saved;

    /// <summary>Its array classes.</summary>
    public ArrayClasses Classes { get; } = new();

    /// <summary>Its array classes if no two of its parameters were ever handed the same array.</summary>
    public ArrayClasses ClassesOfDistinct { get; } = new();

    /// <summary>Joins the classes of two array locals that one flows into the other; returns whether there was news.</summary>
    public bool Join(Local first, Local second) => Classes.Join(first, second) | ClassesOfDistinct.Join(first, second);

    /// <summary>An array of the type of the given one that is saved or restored here as well; null for the first.</summary>
    public Local? SavedArray(Local array)
    {
        if (_savedArrays.TryGetValue(array.Type, out var other))
            return other;
        _savedArrays.Add(array.Type, array);
        return null;
    }

    /// <summary>Whether a local (an array local: its class) is active.</summary>
    public bool IsActive(Local local) => IsVaried(local) && IsUseful(local);

    /// <summary>Whether a local (an array local: its class) is varied.</summary>
    public bool IsVaried(Local local) => Has(_varied, ArrayLevels.Innermost(local));

    /// <summary>Whether a local (an array local: its class) is useful.</summary>
    public bool IsUseful(Local local) => Has(_useful, ArrayLevels.Innermost(local));

    /// <summary>Whether elements of an array local's class are written, here or in a function called.</summary>
    public bool IsWritten(Local array) => Has(_written, array);

    /// <summary>Whether elements are written through an array parameter itself, and not only through another one that may name the same array.</summary>
    /// <remarks>A read-only span is not, whatever else its class holds.</remarks>
    public bool WritesThrough(Local parameter) => parameter.Type is ArrayType && ArrayLevels.Of(parameter).Any(WritesLevel);

    /// <summary>Whether elements of one level of an array parameter are written through it.</summary>
    public bool WritesLevel(Local level) => level.Type is ArrayType { Kind: not ArrayKind.ReadOnlySpan } && Has(_written, level, ClassesOfDistinct);

    /// <summary>Whether an array of the class may be returned by the root: it then outlives the workspace.</summary>
    public bool Escapes(Local array) => Has(_escaping, array);

    /// <summary>Notes that a local is varied; returns whether that is news.</summary>
    public bool MarkVaried(Local local) => local.Type.IsDifferentiable && Mark(_varied, ArrayLevels.Innermost(local));

    /// <summary>Notes that a local is useful; returns whether that is news.</summary>
    public bool MarkUseful(Local local) => local.Type.IsDifferentiable && Mark(_useful, ArrayLevels.Innermost(local));

    /// <summary>Notes that elements of a class are written; returns whether that is news.</summary>
    public bool MarkWritten(Local array) => Mark(_written, array);

    /// <summary>Notes that arrays of a class, and the rows of those, escape; returns whether that is news.</summary>
    public bool MarkEscaping(Local array) => ArrayLevels.Of(array).Aggregate(false, (news, level) => news | Mark(_escaping, level));

    /// <summary>Whether the value of a floating expression is varied.</summary>
    public bool IsVaried(Expression expression)
    {
        if (!expression.Type.IsDifferentiable)
            return false;
        switch (expression)
        {
            case LocalRead e:
                return IsVaried(e.Local);
            case Element e:
                return Reads.Root(e.Array) is { } array && IsVaried(array);
            case FieldRead e:
                return IsVaried(e.Struct);
            case Unary e:
                return e.Operator != UnaryOperator.Detach && IsVaried(e.Operand);
            case Convert e:
                return IsVaried(e.Operand);
            case Binary e:
                return IsVaried(e.Right) || (e.Operator != BinaryOperator.WithDerivativeOf && IsVaried(e.Left));
            case Conditional e:
                return IsVaried(e.WhenTrue) || IsVaried(e.WhenFalse);
            case StructNew e:
                return e.Fields.Any(IsVaried);
            case MathCall e:
                for (var i = 0; i < e.Arguments.Count; i++)
                {
                    if (!Derivatives.IsPassiveOperand(e.Function, i) && IsVaried(e.Arguments[i]))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }

    /// <summary>Marks everything useful that the derivative of a useful expression depends on; returns whether there was news.</summary>
    public bool MarkUsefulIn(Expression expression)
    {
        if (!expression.Type.IsDifferentiable)
            return false;
        switch (expression)
        {
            case LocalRead e:
                return MarkUseful(e.Local);
            case Element e:
                return Reads.Root(e.Array) is { } array && MarkUseful(array);
            case FieldRead e:
                return MarkUsefulIn(e.Struct);
            case Unary e:
                return e.Operator != UnaryOperator.Detach && MarkUsefulIn(e.Operand);
            case Convert e:
                return MarkUsefulIn(e.Operand);
            case Binary e:
                return MarkUsefulIn(e.Right) | (e.Operator != BinaryOperator.WithDerivativeOf && MarkUsefulIn(e.Left));
            case Conditional e:
                return MarkUsefulIn(e.WhenTrue) | MarkUsefulIn(e.WhenFalse);
            case StructNew e:
                return e.Fields.Aggregate(false, (news, member) => news | MarkUsefulIn(member));
            case MathCall e:
            {
                var news = false;
                for (var i = 0; i < e.Arguments.Count; i++)
                    news |= !Derivatives.IsPassiveOperand(e.Function, i) && MarkUsefulIn(e.Arguments[i]);
                return news;
            }

            default:
                return false;
        }
    }

    private bool Has(HashSet<Local> set, Local local) => Has(set, local, Classes);

    private static bool Has(HashSet<Local> set, Local local, ArrayClasses classes)
    {
        if (local.Type is not ArrayType)
            return set.Contains(local);
        var of = classes.Of(local);
        // Members may have been marked before their classes were joined.
        foreach (var member in set)
        {
            if (member.Type is ArrayType && classes.Of(member).Equals(of))
                return true;
        }

        return false;
    }

    private bool Mark(HashSet<Local> set, Local local) => !Has(set, local, ClassesOfDistinct) && set.Add(local);
}
