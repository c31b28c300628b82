using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Declares the accumulators of a reverse sweep where they first receive something: <c>dT = 0; …; dT = dT + e</c> becomes <c>…; dT = e</c>, and an accumulator that nothing is added to or
/// read from goes away.
/// </summary>
internal static class AccumulatorFusion
{
    /// <summary>Rewrites a block and the blocks in it.</summary>
    public static Block Run(Block block)
    {
        var statements = new List<Statement>(block.Statements.Count);
        var changed = false;
        foreach (var statement in block.Statements)
        {
            statements.Add(Nested(statement));
            changed |= !ReferenceEquals(statements[statements.Count - 1], statement);
        }

        if (!statements.Exists(static statement => AsAccumulator(statement) is not null))
            return changed ? block with { Statements = statements.ToEquatableArray() } : block;
        var mentions = statements.ConvertAll(Mentions.Of);
        for (var i = statements.Count - 1; i >= 0; i--)
        {
            if (AsAccumulator(statements[i]) is not { } declared)
                continue;
            var next = i + 1;
            while (next < mentions.Count && !mentions[next].Contains(declared.Local))
                next++;
            if (next < mentions.Count && Fused(declared, statements[next]) is { } fused)
            {
                statements[next] = fused;
            }
            else if (next < mentions.Count)
            {
                // An accumulator belongs before the first statement that uses it; a loop and its counter stay together.
                if (next - 1 > i && statements[next] is Loop { Step.Statements: [Assign { Target: LocalPlace stepped }] } && statements[next - 1] is Declare counter && counter.Local.Equals(stepped.Local))
                    next--;
                statements.Insert(next, declared);
                mentions.Insert(next, mentions[i]);
            }

            statements.RemoveAt(i);
            mentions.RemoveAt(i);
        }

        return new Block(statements.ToEquatableArray()) { Origin = block.Origin };
    }

    private static Declare? AsAccumulator(Statement statement) =>
        statement is Declare { Value: Constant { Type: ScalarType { IsFloating: true } } zero } declared && Formula.IsZero(zero) ? declared : null;

    private static Declare? Fused(Declare declared, Statement first)
    {
        if (first is not Assign { Target: LocalPlace target, Value: Binary { Left: LocalRead left } sum } || !target.Local.Equals(declared.Local)
            || !left.Local.Equals(declared.Local) || LocalSearch.FindsRead(sum.Right, declared.Local))
        {
            return null;
        }

        return sum.Operator switch
        {
            BinaryOperator.Add => declared with { Value = sum.Right },
            BinaryOperator.Subtract => declared with { Value = Formula.Negate(sum.Right) },
            _ => null,
        };
    }

    private static Statement Nested(Statement statement) => statement switch
    {
        Block s => Run(s),
        If s => (Run(s.Then), Run(s.Else)) is var (then, otherwise) && ReferenceEquals(then, s.Then) && ReferenceEquals(otherwise, s.Else)
            ? s
            : s with { Then = then, Else = otherwise },
        Loop s => Run(s.Body) is var body && ReferenceEquals(body, s.Body) ? s : s with { Body = body },
        _ => statement,
    };
}
