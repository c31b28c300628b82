using System;
using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>What loops say about their counters: that an index built from one lies in a part of an array.</summary>
/// <param name="definitions">The definitions of the function before it is changed.</param>
/// <param name="isFixed">Whether a local of the function as it becomes never changes.</param>
internal sealed class CounterBounds(LocalDefinitions definitions, Func<Local, bool> isFixed)
{
    private readonly Dictionary<Local, (long From, Expression Below)> _known = [];

    /// <summary>Notes the counter of a loop that goes up one by one from a constant, while its body is visited; null for any other loop.</summary>
    /// <param name="loop">The loop, as it was.</param>
    /// <param name="condition">Its condition, as it becomes.</param>
    public Local? Enter(Loop loop, Expression? condition)
    {
        if (condition is not Binary { Operator: BinaryOperator.Less, Left: LocalRead { Local: var counter }, Right: var below }
            || definitions.First(counter) is not Constant { AsLong: >= 0 and var from }
            || definitions.Stores(counter) != 1 || !StepsByOne(loop.Step, counter)
            || _known.ContainsKey(counter))
        {
            return null;
        }

        _known.Add(counter, (from, below));
        return counter;
    }

    /// <summary>Forgets a counter.</summary>
    public void Leave(Local? counter)
    {
        if (counter is not null)
            _known.Remove(counter);
    }

    /// <summary>Whether an index is certainly not negative.</summary>
    /// <param name="index">The index.</param>
    /// <param name="isBelow">Whether it is below something, so that adding to the counter did not overflow.</param>
    public bool IsNotNegative(Expression index, bool isBelow)
    {
        var (value, shift) = Shifted(index);
        return value switch
        {
            Constant { AsLong: var at } => at >= 0,
            LocalRead read => _known.TryGetValue(read.Local, out var known) && known.From + shift >= 0 && (shift <= 0 || isBelow),
            _ => false,
        };
    }

    /// <summary>Whether an index is certainly below a count that never changes.</summary>
    public bool IsBelow(Expression index, Expression count)
    {
        var (value, shift) = Shifted(index);
        if (value is Constant { AsLong: var at })
            return count is Constant { AsLong: var all } && at < all;
        if (value is not LocalRead read || !_known.TryGetValue(read.Local, out var known))
            return false;
        var (bound, slack) = Shifted(known.Below);
        if (bound is Constant { AsLong: var most })
            return count is Constant { AsLong: var end } && most + shift <= end;
        return bound.Equals(count) && slack + shift <= 0 && slack <= 0 && IsFixed(bound);
    }

    private bool IsFixed(Expression bound) => bound switch
    {
        LocalRead read => isFixed(read.Local),
        Length { Array: LocalRead read } => isFixed(read.Local),
        _ => false,
    };

    private static (Expression Value, long Shift) Shifted(Expression index) => index switch
    {
        Binary { Operator: BinaryOperator.Add, Left: var left, Right: Constant { AsLong: var by } } => (left, by),
        Binary { Operator: BinaryOperator.Subtract, Left: var left, Right: Constant { AsLong: var by } } => (left, -by),
        _ => (index, 0),
    };

    private static bool StepsByOne(Block step, Local counter)
    {
        foreach (var statement in step.Statements)
        {
            if (statement is Assign { Target: LocalPlace { Local: var stepped }, Value: Binary { Operator: BinaryOperator.Add, Left: LocalRead { Local: var old }, Right: Constant { AsLong: 1 } } }
                && stepped.Equals(counter) && old.Equals(counter))
            {
                return true;
            }
        }

        return false;
    }
}
