using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Writes the body of a function with sets of columns: what is known stays as it is, what is not becomes the union of the sets that it is made of.</summary>
internal sealed class DependencyWriter
{
    private static readonly Constant True = Constant.Of(true);

    private readonly DependencyFunction _function;
    private readonly IReadOnlyDictionary<string, DependencyFunction> _functions;
    private readonly UnknownBranches _branches = new();
    private List<Statement> _out = [];

    private DependencyWriter(DependencyFunction function, IReadOnlyDictionary<string, DependencyFunction> functions) => (_function, _functions) = (function, functions);

    private FunctionFacts Facts => _function.Facts;

    private TangentLocals Sets => _function.Locals;

    /// <summary>The statements of a function's body.</summary>
    public static Block Write(DependencyFunction function, IReadOnlyDictionary<string, DependencyFunction> functions) =>
        new DependencyWriter(function, functions).Nested(function.Facts.Function.Body);

    private Block Nested(Block block)
    {
        var outer = _out;
        _out = [];
        foreach (var statement in block.Statements)
            Visit(statement);
        var result = new Block(_out.ToEquatableArray());
        _out = outer;
        return result;
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Block s:
                _out.Add(Nested(s));
                break;
            case Labelled s:
                _out.Add(s with { Body = Nested(s.Body) });
                break;
            case If s when IsUnknown(s.Condition):
                Branch(MayBe(s.Condition, true), s.Then);
                Branch(MayBe(s.Condition, false), s.Else);
                break;
            case If s:
                _out.Add(s with { Then = Nested(s.Then), Else = Nested(s.Else) });
                break;
            case Loop s:
                _out.Add(new Loop(s.Break, s.Continue, s.Condition, Nested(s.Body), Nested(s.Step), s.While));
                break;
            case Declare { Local.Type: ArrayType } s:
                _branches.Declare(s.Local);
                StoreArray(s, s.Local, s.Value);
                break;
            case Declare s:
                _branches.Declare(s.Local);
                if (Facts.IsActive(s.Local))
                    _out.Add(new Declare(Sets.Of(s.Local), s.Value is null ? Constant.Of(0) : Of(s.Value)));
                else if (!IsUnknown(s.Local))
                    _out.Add(s);
                break;
            case Assign { Target: LocalPlace { Local.Type: ArrayType } target } s:
                StoreArray(s, target.Local, s.Value);
                break;
            case Assign { Target: LocalPlace target } s:
                if (Facts.IsActive(target.Local))
                    Store(new LocalPlace(Sets.Of(target.Local)), Of(s.Value), _branches.Decide(target.Local));
                else if (!IsUnknown(target.Local))
                    _out.Add(s);
                break;
            case Assign s when s.Value.Type is ArrayType:
                _out.Add(s);
                break;
            case Assign s:
                var array = PlanBuilder.ElementArray(s.Target);
                if (s.Target.Type.IsDifferentiable && Facts.IsActive(array))
                    Store(Sets.OfElement(s.Target), Of(s.Value), _branches.Any);
                else if (!_function.Unknown.Has(Facts, array))
                    _out.Add(s);
                break;
            case Call s when _functions[s.Function].IsMixed:
                Mixed(s, _functions[s.Function]);
                break;
            case Call s:
                PlainCall.Write(s with { Targets = s.Targets.Select(Known) }, _functions[s.Function].Facts.Function.Source, Sets.Ids, _out);
                break;
            case Throw:
                if (!_branches.Any)
                    _out.Add(statement);
                break;
            case Evaluate s:
                if (!IsUnknown(s.Value))
                    _out.Add(s);
                break;
            default:
                _out.Add(statement);
                break;
        }
    }

    private void Branch(Expression condition, Block block)
    {
        var taken = Block.Empty;
        _branches.Within(() => taken = Nested(block));
        if (taken.Statements.IsEmpty)
            return;
        _out.Add(condition.Equals(True) ? taken : new If(condition, taken, Block.Empty));
    }

    /// <summary>Whether a condition may have a value, as far as what is known rules that out.</summary>
    private Expression MayBe(Expression condition, bool value) => condition switch
    {
        _ when !IsUnknown(condition) => value ? condition : new Unary(UnaryOperator.Not, condition),
        Unary { Operator: UnaryOperator.Not } e => MayBe(e.Operand, !value),
        Binary { Operator: BinaryOperator.AndAlso } e => Joined(e, value, value),
        Binary { Operator: BinaryOperator.OrElse } e => Joined(e, value, !value),
        _ => True,
    };

    private Expression Joined(Binary e, bool value, bool needsBoth)
    {
        var (left, right) = (MayBe(e.Left, value), MayBe(e.Right, value));
        if (needsBoth)
            return left.Equals(True) ? right : right.Equals(True) ? left : new Binary(BinaryOperator.AndAlso, left, right);
        return left.Equals(True) || right.Equals(True) ? True : new Binary(BinaryOperator.OrElse, left, right);
    }

    private void Store(Place sets, Expression value, bool isInDoubt) => _out.Add(new Assign(sets, isInDoubt ? _function.Union(sets.Read, value) : value));

    private void StoreArray(Statement statement, Local target, Expression? value)
    {
        if (value is ArrayLiteral literal && literal.Elements.Any(IsUnknown))
        {
            value = new ArrayNew(literal.Array, Constant.Of(literal.Elements.Count));
            statement = statement is Declare declare ? declare with { Value = value } : ((Assign)statement) with { Value = value };
        }

        _out.Add(statement);
        if (!Facts.IsActive(target))
            return;
        var sets = Sets.Of(target);
        var held = value switch
        {
            null => null,
            Default => new Default(sets.Type),
            LocalRead or Convert or Element => Sets.OfArray(value),
            _ => _function.Fresh(target, _out),
        };
        _out.Add(statement is Declare ? new Declare(sets, held) : new Assign(new LocalPlace(sets), held!));
    }

    private void Mixed(Call s, DependencyFunction callee)
    {
        var function = callee.Facts.Function;
        var arguments = new List<Expression> { new LocalRead(_function.Sets) };
        arguments.AddRange(s.Arguments.Where((_, i) => callee.IsHandedOver(function.Parameters[i])));
        for (var i = 0; i < s.Arguments.Count; i++)
        {
            if (callee.Facts.IsActive(function.Parameters[i]))
                arguments.Add(function.Parameters[i].Type is ArrayType ? Sets.OfArray(s.Arguments[i]) : Of(s.Arguments[i]));
        }

        var targets = new List<Place?>();
        var after = new List<Statement>();
        for (var k = 0; k < s.Targets.Count; k++)
        {
            if (callee.IsHandedOver(function.Results[k]))
                targets.Add(Known(s.Targets[k]));
        }

        for (var k = 0; k < s.Targets.Count; k++)
        {
            if (!callee.Facts.IsActive(function.Results[k]))
                continue;
            if (s.Targets[k] is not LocalPlace { Local: var target } || !Facts.IsActive(target))
            {
                targets.Add(null);
                continue;
            }

            var sets = new LocalPlace(Sets.Of(target));
            if (!_branches.Decide(target))
            {
                targets.Add(sets);
                continue;
            }

            var given = Sets.Ids.Local(sets.Type, "given");
            _out.Add(new Declare(given, null));
            targets.Add(new LocalPlace(given));
            after.Add(new Assign(sets, _function.Union(sets.Read, new LocalRead(given))));
        }

        _out.Add(s with { Function = callee.Id, Arguments = arguments.ToEquatableArray(), Targets = targets.ToEquatableArray() });
        _out.AddRange(after);
    }

    /// <summary>A place that what is known is stored to; null where nobody knows whether it is.</summary>
    private Place? Known(Place? target) => target is LocalPlace { Local: { Type: not ArrayType } local } && IsUnknown(local) ? null : target;

    private bool IsUnknown(Local local) => _function.Unknown.Has(Facts, local);

    private bool IsUnknown(Expression expression) => _function.Unknown.Has(Facts, expression);

    /// <summary>The columns that a number depends on.</summary>
    private Expression Of(Expression expression)
    {
        var sets = new List<Expression>();
        Collect(expression, sets);
        return sets.Count == 0 ? Constant.Of(0) : sets.Distinct().Aggregate(_function.Union);
    }

    private void Collect(Expression expression, List<Expression> sets)
    {
        if (!Facts.IsVaried(expression))
            return;
        switch (expression)
        {
            case LocalRead e when Facts.IsActive(e.Local):
                sets.Add(new LocalRead(Sets.Of(e.Local)));
                break;
            case Element e when Facts.IsActive(Reads.Root(e.Array)!):
                sets.Add(e with { Array = Sets.OfArray(e.Array) });
                break;
            case Unary { Operator: not UnaryOperator.Detach } e:
                Collect(e.Operand, sets);
                break;
            case Convert e:
                Collect(e.Operand, sets);
                break;
            case Binary { Operator: BinaryOperator.WithDerivativeOf } e:
                Collect(e.Right, sets);
                break;
            case Binary e:
                Collect(e.Left, sets);
                Collect(e.Right, sets);
                break;
            case Conditional e:
                Collect(e.WhenTrue, sets);
                Collect(e.WhenFalse, sets);
                break;
            case MathCall e:
                for (var i = 0; i < e.Arguments.Count; i++)
                {
                    if (!Derivatives.IsPassiveOperand(e.Function, i))
                        Collect(e.Arguments[i], sets);
                }

                break;
        }
    }
}
