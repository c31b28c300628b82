using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Gives names to what the reverse sweep will ask for: results that partial derivatives are written with, operands that are multiplied, expensive passive values. Active conditional
/// expressions become branches, array literals become stores.
/// </summary>
internal sealed class Linearization
{
    private readonly FunctionFacts _facts;
    private readonly FreshIds _ids;
    private readonly bool _selects;
    private List<Statement> _out = [];
    private Origin _origin;

    private Linearization(FunctionFacts facts, bool selects)
    {
        _selects = selects;
        _facts = facts;
        _ids = facts.Function.Ids;
    }

    /// <summary>Rewrites the body of a function.</summary>
    /// <param name="facts">The function.</param>
    /// <param name="selects">See <see cref="ReverseOptions.Selects"/>.</param>
    public static Block Run(FunctionFacts facts, bool selects) => new Linearization(facts, selects).Visit(facts.Function.Body);

    private Block Visit(Block block)
    {
        var outer = _out;
        _out = [];
        foreach (var statement in block.Statements)
            Visit(statement);
        var result = new Block(_out.ToEquatableArray()) { Origin = block.Origin };
        _out = outer;
        return result;
    }

    private void Emit(Statement statement) => _out.Add(statement with { Origin = _origin });

    private void Visit(Statement statement)
    {
        _origin = statement.Origin;
        switch (statement)
        {
            case Block s:
                _out.Add(Visit(s));
                break;
            case Labelled s:
                _out.Add(s with { Body = Visit(s.Body) });
                break;
            case If s:
                _out.Add(s with { Then = Visit(s.Then), Else = Visit(s.Else) });
                break;
            case Loop s:
                _out.Add(s with { Body = Visit(s.Body), Step = Visit(s.Step) });
                break;
            case Declare { Value: { } value } s:
                Store(s.Local, value, declare: true);
                break;
            case Assign { Target: LocalPlace target } s:
                Store(target.Local, s.Value, declare: false);
                break;
            case Assign s:
            {
                var target = Findable(s.Target);
                if (s.Value.Type is ArrayType)
                {
                    Emit(new Assign(target, Row(s.Value)));
                    break;
                }

                Emit(new Assign(target, _facts.IsVaried(s.Value) ? Shape(s.Value, false) : s.Value));
                break;
            }

            case Call s:
            {
                var arguments = s.Arguments.Select(argument =>
                {
                    var shaped = _facts.IsVaried(argument) && argument.Type is not ArrayType ? Shape(argument, false) : argument;
                    if (argument.Type is ArrayType && !IsOverwritten(argument, s))
                        return argument;

                    // The array, not the span over it, which no record can hold.
                    if (argument is Convert { Operand: { Type: ArrayType } array } span)
                        return span with { Operand = Stored(array, "row") };
                    if (argument.Type is ArrayType)
                        return Stored(argument, "row");
                    return Cost.IsExpensive(shaped) || Cost.Operations(shaped) > 2 || IsOverwritten(shaped, s) ? Name(shaped, "argument") : shaped;
                });
                Emit(s with { Arguments = arguments });
                break;
            }

            default:
                _out.Add(statement);
                break;
        }
    }

    // The reverse sweep hands the arguments over again, before it restores what the function wrote.
    private bool IsOverwritten(Expression argument, Call call) => Reads.Of(argument).Elements.Any(read => _facts.IsWritten(read)
        && call.Arguments.Any(handed => handed.Type is ArrayType && Reads.Root(handed) is { } array && ArrayLevels.Of(array).Any(level => _facts.Classes.Of(level).Equals(_facts.Classes.Of(read)))));

    // A row that is stored has a shadow: it is one local, or read from one.
    private Expression Row(Expression value) => value is Conditional or ArrayLiteral or ArrayNew or Extern ? Stored(value, "row") : value;

    private LocalRead Stored(Expression array, string name)
    {
        var local = _ids.Local(array.Type, name);
        Store(local, array, declare: true);
        return new LocalRead(local);
    }

    private Place Findable(Place place)
    {
        switch (place)
        {
            case ElementPlace p:
            {
                var index = Cost.IsExpensive(p.Index) || ReadsElementsOf(p.Array, p.Index) ? Name(p.Index, "index") : p.Index;
                return new ElementPlace(ReadsElementsOf(p.Array, p.Array) ? Stored(p.Array, "row") : p.Array, index);
            }

            case FieldPlace p:
                return p with { Struct = Findable(p.Struct) };
            default:
                return place;
        }
    }

    // The reverse sweep finds the element again by the same index: it must not depend on what the store overwrites.
    private bool ReadsElementsOf(Expression array, Expression index)
    {
        foreach (var read in Reads.Of(index).Elements)
        {
            if (_facts.Classes.Of(read).Equals(_facts.Classes.Of(array)))
                return true;
        }

        return false;
    }

    private void Store(Local target, Expression value, bool declare)
    {
        var active = _facts.IsActive(target) && _facts.IsVaried(value);
        if (value is Conditional conditional && ((active && !_selects) || target.Type is ArrayType))
        {
            if (declare)
                Emit(new Declare(target, null));
            var origin = _origin;
            var then = Branch(target, conditional.WhenTrue);
            _origin = origin;
            var otherwise = Branch(target, conditional.WhenFalse);
            _origin = origin;
            Emit(new If(conditional.Condition, then, otherwise));
            return;
        }

        if (value is ArrayLiteral literal)
        {
            StoreLiteral(target, literal, declare);
            return;
        }

        var shaped = active ? Shape(value, false, keepRoot: declare) : value;
        Emit(declare ? new Declare(target, shaped) : new Assign(new LocalPlace(target), shaped));
    }

    private Block Branch(Local target, Expression value)
    {
        var outer = _out;
        _out = [];
        Store(target, value, declare: false);
        var block = new Block(_out.ToEquatableArray());
        _out = outer;
        return block;
    }

    private void StoreLiteral(Local target, ArrayLiteral literal, bool declare)
    {
        // An element may read the array that the literal replaces.
        var array = declare ? target : _ids.Local(target.Type, target.Name);
        Emit(new Declare(array, new ArrayNew(literal.Array, Constant.Of(literal.Elements.Count))));
        for (var i = 0; i < literal.Elements.Count; i++)
        {
            var element = literal.Elements[i].Type is ArrayType ? Row(literal.Elements[i]) : literal.Elements[i];
            Emit(new Assign(new ElementPlace(new LocalRead(array), Constant.Of(i)), element.Type is not ArrayType && _facts.IsVaried(element) ? Shape(element, false) : element));
        }

        if (!declare)
            Emit(new Assign(new LocalPlace(target), new LocalRead(array)));
    }

    /// <summary>Rewrites an active value; what must have a name is declared before.</summary>
    /// <param name="expression">The value.</param>
    /// <param name="needed">Whether a partial derivative of the surrounding operation is written with it.</param>
    /// <param name="keepRoot">Whether the value is about to get a name anyway.</param>
    private Expression Shape(Expression expression, bool needed, bool keepRoot = false)
    {
        if (!_facts.IsVaried(expression))
            return needed && Cost.IsExpensive(expression) ? Name(expression, "factor") : expression;
        switch (expression)
        {
            case Conditional e when _selects:
            {
                var condition = e.Condition is LocalRead or Constant ? e.Condition : Name(e.Condition, "condition");
                return new Conditional(condition, Shape(e.WhenTrue, false), Shape(e.WhenFalse, false)) { Origin = e.Origin };
            }

            case Conditional e:
            {
                var chosen = _ids.Local(e.Type, "chosen");
                MarkActive(chosen);
                Store(chosen, e, declare: true);
                return new LocalRead(chosen);
            }

            case Unary e:
                return Named(e with { Operand = Shape(e.Operand, false) }, needed, keepRoot, "part");
            case Convert e:
                return Named(e with { Operand = Shape(e.Operand, false) }, needed, keepRoot, "part");
            case Binary e:
            {
                var left = _facts.IsVaried(e.Left);
                var right = _facts.IsVaried(e.Right);
                var isProduct = e.Operator is BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Remainder;
                var shaped = e with
                {
                    Left = Shape(e.Left, isProduct && right && e.Operator != BinaryOperator.Divide),
                    Right = Shape(e.Right, isProduct && (left || right)),
                };
                if (right && e.Operator is (BinaryOperator.Divide or BinaryOperator.Remainder))
                    return keepRoot ? shaped : Name(shaped, e.Operator == BinaryOperator.Divide ? "quotient" : "remainder");
                return Named(shaped, needed, keepRoot, "part");
            }

            case MathCall e:
            {
                var arguments = new Expression[e.Arguments.Count];
                for (var i = 0; i < arguments.Length; i++)
                    arguments[i] = Shape(e.Arguments[i], e.Arguments[i].Type.IsDifferentiable);
                var shaped = e with { Arguments = new(arguments) };
                var result = Derivatives.UsesResult(e.Function) || (needed && Derivatives.IsExpensive(e.Function));
                return result && !keepRoot ? Name(shaped, NameOf(e.Function)) : Named(shaped, needed, keepRoot, NameOf(e.Function));
            }

            case StructNew e:
                return e with { Fields = e.Fields.Select(member => Shape(member, false)) };
            case Element e when !_selects && Cost.IsExpensive(e.Index):
                // The reverse sweep finds the element again.
                return e with { Index = Name(e.Index, "index") };
            default:
                return expression;
        }
    }

    private Expression Named(Expression expression, bool needed, bool keepRoot, string name) =>
        needed && !keepRoot && Cost.Operations(expression) > 1 ? Name(expression, name) : expression;

    private LocalRead Name(Expression expression, string name)
    {
        var local = _ids.Local(expression.Type, name);
        Emit(new Declare(local, expression));
        if (_facts.IsVaried(expression))
            MarkActive(local);
        return new LocalRead(local);
    }

    // A new local stands for a part of an active value; the analysis runs again later and finds the same.
    private void MarkActive(Local local)
    {
        _facts.MarkVaried(local);
        _facts.MarkUseful(local);
    }

    private static string NameOf(MathFunction function)
    {
        var name = function.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
