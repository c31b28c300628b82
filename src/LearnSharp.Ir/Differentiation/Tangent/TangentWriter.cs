using System.Collections.Generic;
using System.Linq;
using static LearnSharp.Ir.Formula;

namespace LearnSharp.Ir;

/// <summary>
/// Writes the body of a function with the tangent of every active store beside the store. Values are computed first wherever the tangent does not ask for what the store overwrites, so
/// that what throws throws as it did.
/// </summary>
internal sealed class TangentWriter
{
    private readonly TangentLocals _tangents;
    private readonly IReadOnlyDictionary<string, TangentLocals> _functions;
    private readonly TangentExpressions _expressions;
    private List<Statement> _out = [];
    private int _loops;
    private string? _commented;

    private TangentWriter(TangentLocals tangents, IReadOnlyDictionary<string, TangentLocals> functions)
    {
        (_tangents, _functions) = (tangents, functions);
        _expressions = new TangentExpressions(tangents);
    }

    private FunctionFacts Facts => _tangents.Facts;

    /// <summary>The statements of a function's body.</summary>
    public static EquatableArray<Statement> Write(TangentLocals tangents, IReadOnlyDictionary<string, TangentLocals> functions) =>
        new TangentWriter(tangents, functions).Nested(tangents.Function.Body).Statements;

    private Block Nested(Block block)
    {
        var (outer, commented) = (_out, _commented);
        _out = [];
        foreach (var statement in block.Statements)
            Visit(statement);
        var result = new Block(_out.ToEquatableArray()) { Origin = block.Origin };
        (_out, _commented) = (outer, commented);
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
            case If s:
                _out.Add(s with { Then = Nested(s.Then), Else = Nested(s.Else) });
                break;
            case Loop s:
                _loops++;
                _out.Add(s with { Body = Nested(s.Body), Step = Nested(s.Step) });
                _loops--;
                break;
            case Declare { Local.Type: ArrayType } s:
                StoreArray(s, s.Local, s.Value);
                break;
            case Assign { Target: LocalPlace { Local.Type: ArrayType } target } s:
                StoreArray(s, target.Local, s.Value);
                break;
            case Declare s when Facts.IsActive(s.Local):
                Announce(s);
                _out.Add(s);
                _out.Add(new Declare(_tangents.Of(s.Local), s.Value is null ? null : _expressions.OrZero(s.Value, new LocalRead(s.Local))));
                break;
            case Assign { Target: LocalPlace target } s when Facts.IsActive(target.Local):
                Announce(s);
                Store(s, target.Local);
                break;
            case Assign { Target: ElementPlace or FieldPlace } s when s.Target.Type.IsDifferentiable && Facts.IsActive(PlanBuilder.ElementArray(s.Target)):
                Announce(s);
                if (s.Value.Type is ArrayType)
                    _out.AddRange([s, s with { Target = _tangents.OfElement(s.Target), Value = _tangents.OfArray(s.Value) }]);
                else
                    StoreElement(s);
                break;
            case Push s when Facts.Saved.IsActive(s.Value.Type):
                Save(s);
                break;
            case Pop s when Facts.Saved.IsActive(s.Target.Type):
                Restore(s);
                break;
            case Call s when _functions[s.Function].IsNeeded:
                Announce(s);
                _out.Add(TangentCall(s, _functions[s.Function]));
                break;
            case Call s:
                PlainCall.Write(s, _functions[s.Function].Function.Source, _tangents.Ids, _out);
                break;
            default:
                _out.Add(statement);
                break;
        }
    }

    // The tangent lies above the value.
    private void Save(Push s)
    {
        _out.Add(s);
        _out.Add(new Push(s.Value.Type is ArrayType ? _tangents.OfArray(s.Value) : _expressions.OrZero(s.Value)));
    }

    private void Restore(Pop s)
    {
        _out.Add(new Pop(s.Target is LocalPlace target ? new LocalPlace(_tangents.Of(target.Local)) : _tangents.OfElement(s.Target)));
        _out.Add(s);
    }

    private void Announce(Statement statement)
    {
        if (statement.Origin.Text is not { } text || text == _commented)
            return;
        _out.Add(new Comment("tangent of: " + text));
        _commented = text;
    }

    private void Store(Assign s, Local target)
    {
        var tangent = new LocalPlace(_tangents.Of(target));
        if (!LocalSearch.FindsRead(s.Value, target))
        {
            _out.Add(s);
            _out.Add(new Assign(tangent, _expressions.OrZero(s.Value)));
        }
        else if (SelfSum.Split(s.Value, new LocalRead(target)) is { } self && !LocalSearch.FindsRead(self.Added, target))
        {
            _out.Add(s);
            AddTo(tangent, self.Added, self.Negated);
        }
        else
        {
            var value = Kept(s.Value);
            _out.Add(new Assign(tangent, _expressions.OrZero(s.Value)));
            _out.Add(s with { Value = value });
        }
    }

    // Evaluated before the tangent where it may throw: its operands must throw in their own order.
    private Expression Kept(Expression value)
    {
        if (!Effects.CanThrow(value))
            return value;
        var kept = _tangents.Ids.Local(value.Type, "value");
        _out.Add(new Declare(kept, value));
        return new LocalRead(kept);
    }

    private void StoreElement(Assign s)
    {
        var array = Facts.Classes.Of(PlanBuilder.ElementArray(s.Target));
        bool IsRead(Expression value) => Reads.Of(value).Elements.Any(read => Facts.Classes.Of(read).Equals(array));

        var tangent = _tangents.OfElement(s.Target);
        var isStruct = s.Target.Type is StructType;
        if (!IsRead(s.Value))
        {
            _out.Add(s);
            _out.Add(new Assign(tangent, isStruct ? _expressions.OfStruct(s.Value) : _expressions.OrZero(s.Value)));
        }
        else if (!isStruct && SelfSum.Split(s.Value, s.Target.Read) is { } self && !IsRead(self.Added))
        {
            _out.Add(s);
            AddTo(tangent, self.Added, self.Negated);
        }
        else
        {
            var value = Kept(s.Value);
            _out.Add(new Assign(tangent, isStruct ? _expressions.OfStruct(s.Value) : _expressions.OrZero(s.Value)));
            _out.Add(s with { Value = value });
        }
    }

    private void AddTo(Place tangent, Expression added, bool negated)
    {
        if (_expressions.Of(added) is { } amount)
            _out.Add(new Assign(tangent, Add(tangent.Read, negated ? Negate(amount) : amount)));
    }

    private void StoreArray(Statement statement, Local target, Expression? value)
    {
        var type = (ArrayType)target.Type;
        var isRented = value is ArrayNew && _tangents.IsRented(target, _loops > 0) && type.Element is not ArrayType;
        _out.Add(isRented ? WithValue(statement, new ArrayRent(type, ((ArrayNew)value!).Length)) : statement);
        if (!Facts.IsActive(target))
            return;
        var tangent = _tangents.Of(target);
        var tangents = value switch
        {
            null => null,
            Default => new Default(tangent.Type),
            LocalRead or Convert or Element => _tangents.OfArray(value),
            _ => Fresh(target, tangent.Name),
        };
        _out.Add(statement is Declare ? new Declare(tangent, tangents) : new Assign(new LocalPlace(tangent), tangents!));
    }

    private Expression Fresh(Local array, string name) => Fresh(_tangents, array, name, _out, inLoop: _loops > 0);

    /// <summary>Zeros, one for each element of an array: from the workspace, unless the root may return the array.</summary>
    public static Expression Fresh(TangentLocals tangents, Local array, string name, List<Statement> written, bool inLoop = false)
    {
        var type = (ArrayType)tangents.Carrier(array.Type);
        var memory = type with { Kind = ArrayKind.Array };
        var length = new Length(new LocalRead(array));
        Expression fresh = tangents.IsRented(array, inLoop) ? new ArrayRent(memory, length) : new ArrayNew(memory, length);
        if (type.Kind == ArrayKind.Array)
            return fresh;
        var local = tangents.Ids.Local(memory, name + "Array");
        written.Add(new Declare(local, fresh));
        return new Convert(type, new LocalRead(local));
    }

    private static Statement WithValue(Statement statement, Expression value) => statement switch
    {
        Declare s => s with { Value = value },
        Assign s => s with { Value = value },
        _ => statement,
    };

    private Call TangentCall(Call s, TangentLocals callee)
    {
        var arguments = s.Arguments.ToList();
        var targets = s.Targets.ToList();
        for (var i = 0; i < s.Arguments.Count; i++)
        {
            var parameter = callee.Function.Parameters[i];
            if (callee.Facts.IsActive(parameter))
                arguments.Add(parameter.Type is ArrayType ? _tangents.OfArray(s.Arguments[i]) : _expressions.OrZero(s.Arguments[i]));
        }

        for (var k = 0; k < s.Targets.Count; k++)
        {
            if (callee.Facts.IsActive(callee.Function.Results[k]))
                targets.Add(s.Targets[k] is LocalPlace target && Facts.IsActive(target.Local) ? new LocalPlace(_tangents.Of(target.Local)) : null);
        }

        return s with { Function = TangentFunction.Id(callee), Arguments = arguments.ToEquatableArray(), Targets = targets.ToEquatableArray() };
    }
}
