using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>The locals that carry the tangents of one function's active locals: of a number its tangent, of an array the array of its elements' tangents.</summary>
/// <param name="facts">The analyses' facts.</param>
/// <param name="carrier">What goes with a double in place of a double; null for a double.</param>
internal sealed class TangentLocals(FunctionFacts facts, IrType? carrier = null)
{
    private readonly Dictionary<Local, Local> _tangents = [];

    /// <summary>The analyses' facts.</summary>
    public FunctionFacts Facts { get; } = facts;

    /// <summary>Whether calls of the function carry tangents: something active goes in or comes out, or is saved or restored on the way.</summary>
    public bool IsNeeded { get; set; }

    /// <summary>Whether arrays that come out of the program may belong to the workspace.</summary>
    public bool LendsResults { get; set; }

    /// <summary>Whether one run of the program may run the function any number of times.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>Whether a new array belongs to the workspace: nobody else keeps it, or it is lent out once.</summary>
    /// <param name="array">The array.</param>
    /// <param name="inLoop">Whether it is made in a loop.</param>
    public bool IsRented(Local array, bool inLoop) => !Facts.Escapes(array) || (LendsResults && !inLoop && !IsRepeated);

    /// <summary>The function.</summary>
    public FlatFunction Function => Facts.Function;

    /// <summary>Free ids.</summary>
    public FreshIds Ids => Function.Ids;

    /// <summary>The tangent of an active local.</summary>
    public Local Of(Local local)
    {
        if (!_tangents.TryGetValue(local, out var tangent))
            _tangents[local] = tangent = New(local);
        return tangent;
    }

    /// <summary>Names the tangent of a local.</summary>
    public void Set(Local local, Local tangent) => _tangents[local] = tangent;

    /// <summary>A new local that is named as the tangent of another.</summary>
    public Local New(Local local) => Ids.Local(Carrier(local.Type), Name(local.Name));

    /// <summary>The type of the tangents of values of a type.</summary>
    public IrType Carrier(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Double } when carrier is not null => carrier,
        ArrayType array when carrier is not null => array with { Element = Carrier(array.Element) },
        _ => type,
    };

    /// <summary>What stands for the tangent of a number or passive value without one.</summary>
    public Expression None(IrType type) => carrier is not null ? new Default(Carrier(type)) : TangentExpressions.None(type);

    /// <summary>The array of the tangents of an active array's elements.</summary>
    public Expression OfArray(Expression array) => array switch
    {
        LocalRead e => new LocalRead(Of(e.Local)),
        Convert e => e with { Target = Carrier(e.Target), Operand = OfArray(e.Operand) },
        Element e => e with { Array = OfArray(e.Array) },
        Default e => new Default(Carrier(e.ValueType)),
        _ => throw new System.InvalidOperationException($"{array.GetType().Name} has no tangents of its own."),
    };

    /// <summary>The place of the tangent of an element, or of a field in it.</summary>
    public Place OfElement(Place place) => place switch
    {
        ElementPlace p => p with { Array = OfArray(p.Array) },
        FieldPlace p => p with { Struct = OfElement(p.Struct) },
        _ => throw new System.InvalidOperationException("A local is no element."),
    };

    /// <summary>The name of a tangent: <c>tPrice</c> for <c>price</c>.</summary>
    public static string Name(string name)
    {
        var trimmed = name.TrimStart('_', '@');
        return trimmed.Length == 0 ? "t" + name : "t" + char.ToUpperInvariant(trimmed[0]) + trimmed.Substring(1);
    }
}
