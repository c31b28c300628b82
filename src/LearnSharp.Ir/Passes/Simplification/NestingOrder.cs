namespace LearnSharp.Ir;

/// <summary>
/// Whether a value computed before a statement may be computed at the one place inside where it is read: the read is part of what the statement
/// evaluates first, once, and
/// if the value may throw, nothing that may throw comes before it.
/// </summary>
internal sealed class NestingOrder
{
    private readonly Local _local;
    private readonly bool _mayThrow;
    private State _state;

    private NestingOrder(Local local, Expression value)
    {
        _local = local;
        _mayThrow = Effects.CanThrow(value);
    }

    private enum State
    {
        Searching,
        Found,
        Refused,
    }

    /// <summary>Whether <paramref name="value"/> may take the place of <paramref name="local"/> in <paramref name="next"/>.</summary>
    public static bool Allows(Local local, Expression value, Statement next)
    {
        var order = new NestingOrder(local, value);
        order.Follow(next);
        return order._state == State.Found;
    }

    private void Follow(Statement statement)
    {
        switch (statement)
        {
            case Declare { Value: { } value }:
                Follow(value);
                break;
            case Assign s:
                Follow(s.Target);
                Follow(s.Value);
                break;
            case Call s:
                foreach (var target in s.Targets)
                    Follow(target);
                foreach (var argument in s.Arguments)
                    Follow(argument);
                break;
            case If s:
                Follow(s.Condition);
                break;
            case Return s:
                foreach (var value in s.Values)
                    Follow(value);
                break;
            case Throw s:
                Follow(s.Exception);
                break;
            case Evaluate s:
                Follow(s.Value);
                break;
            case Push s:
                Follow(s.Value);
                break;
            case PushElements s:
                Follow(s.Array);
                Follow(s.Start);
                Follow(s.End);
                break;
            case PopElements s:
                Follow(s.Array);
                Follow(s.Start);
                Follow(s.End);
                break;
        }
    }

    private void Follow(Place? place)
    {
        switch (place)
        {
            case ElementPlace p:
                Follow(p.Array);
                Follow(p.Index);

                // An array checks its index when it stores; a span, before the value is computed.
                if (p.Array.Type is not ArrayType { Kind: ArrayKind.Array })
                    Throws();
                break;
            case FieldPlace p:
                Follow(p.Struct);
                if (p.Struct is ElementPlace)
                    Throws();
                break;
        }
    }

    private void Follow(Expression expression)
    {
        if (_state != State.Searching)
            return;
        switch (expression)
        {
            case LocalRead e:
                if (e.Local.Equals(_local))
                    _state = State.Found;
                return;
            case Binary { IsShortCircuit: true } e:
                Follow(e.Left);
                FollowPossible(e.Right);
                return;
            case Conditional e:
                Follow(e.Condition);
                FollowPossible(e.WhenTrue);
                FollowPossible(e.WhenFalse);
                return;
        }

        foreach (var operand in Operands(expression))
            Follow(operand);
        if (_state == State.Searching && Effects.CanThrow(expression))
            Throws();
    }

    /// <summary>An operand that may not be evaluated: what throws must not move into it.</summary>
    private void FollowPossible(Expression operand)
    {
        if (_state != State.Searching)
            return;
        Follow(operand);
        if (_state == State.Found && _mayThrow)
            _state = State.Refused;
    }

    private void Throws()
    {
        if (_state == State.Searching && _mayThrow)
            _state = State.Refused;
    }

    private static EquatableArray<Expression> Operands(Expression expression) => expression switch
    {
        Unary e => [e.Operand],
        Binary e => [e.Left, e.Right],
        Convert e => [e.Operand],
        MathCall e => e.Arguments,
        Element e => [e.Array, e.Index],
        Length e => [e.Array],
        FieldRead e => [e.Struct],
        StructNew e => e.Fields,
        ArrayNew e => [e.Length],
        ArrayRent e => [e.Length],
        ArrayLiteral e => e.Elements,
        Extern e => e.Operands,
        _ => [],
    };
}
