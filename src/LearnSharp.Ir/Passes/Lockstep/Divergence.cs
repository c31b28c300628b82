using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Which locals may differ between rows: those made from what differs, and those assigned where not all rows come by. (Coutinho, Sampaio, Pereira and Meira, "Divergence analysis and
/// optimizations", 2011.)
/// </summary>
internal sealed class Divergence
{
    private readonly HashSet<Local> _varying;
    private readonly Dictionary<Local, object> _homes = [];
    private bool _news;

    private Divergence(IEnumerable<Local> varying) => _varying = [.. varying];

    /// <summary>Analyses a body.</summary>
    /// <param name="body">The body; a throw counts as an exit to its end.</param>
    /// <param name="varying">The parameters that differ.</param>
    public static Divergence Of(Block body, IEnumerable<Local> varying)
    {
        var divergence = new Divergence(varying);
        do
        {
            divergence._news = false;
            divergence._homes.Clear();
            divergence.Sequence(body, new object());
        }
        while (divergence._news);
        return divergence;
    }

    /// <summary>Whether a local may differ between rows.</summary>
    public bool IsVarying(Local local) => _varying.Contains(local);

    /// <summary>Whether the value of an expression may differ between rows.</summary>
    public bool IsVarying(Expression expression) => Reads.Of(expression).Locals.Any(_varying.Contains);

    /// <summary>Whether all rows take the same turns of a loop.</summary>
    public bool IsUniform(Loop loop) =>
        (loop.Condition is null || !IsVarying(loop.Condition))
        && (loop.While is null || !IsVarying(loop.While))
        && Leaves(loop).Count == 0
        && (IsCounted(loop) || !Hazards.MayFail(new Block([loop])));

    // What ends by throwing alone must end for rows that are marked instead.
    private static bool IsCounted(Loop loop)
    {
        if (loop is not { While: null, Condition: Binary { Left: LocalRead { Local: var counter } } test, Step.Statements: [Assign { Target: LocalPlace stepped, Value: Binary { Left: LocalRead from, Right: Constant by } step }] }
            || !stepped.Local.Equals(counter) || !from.Local.Equals(counter))
        {
            return false;
        }

        var changed = AssignedLocals.Of(loop.Body);
        var up = step.Operator == BinaryOperator.Add ? by.AsLong : step.Operator == BinaryOperator.Subtract ? -by.AsLong : 0;
        return test.Operator switch
        {
            BinaryOperator.Less or BinaryOperator.LessOrEqual => up > 0,
            BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => up < 0,
            _ => false,
        } && Hazards.In(test).Count == 0 && !changed.Contains(counter) && !Reads.Of(test.Right).Locals.Any(local => changed.Contains(local) || local.Equals(counter));
    }

    /// <summary>The labels to which the body of a loop leaves it: its own break and labels further out.</summary>
    public static List<Label> Leaves(Loop loop, Label? end = null)
    {
        // Any throw leaves the function; which label that is does not matter to whoever only counts.
        var leaves = OpenExits.Of(new Block([loop.Body, loop.Step]), end ?? new Label(int.MaxValue));
        leaves.Remove(loop.Continue);
        return leaves;
    }

    private void Mark(Local local) => _news |= _varying.Add(local);

    // A home is where the same rows come by: a local assigned away from home keeps its value in the other rows.
    private void Sequence(Block block, object home)
    {
        foreach (var statement in block.Statements)
        {
            Visit(statement, home);
            if (OpenExits.Of(statement, new Label(int.MaxValue)).Count > 0)
                home = new object();
        }
    }

    private void Visit(Statement statement, object home)
    {
        switch (statement)
        {
            case Block s:
                Sequence(s, home);
                break;
            case Labelled s:
                Sequence(s.Body, home);
                break;
            case Declare s:
                _homes[s.Local] = home;
                if (s.Value is not null && IsVarying(s.Value))
                    Mark(s.Local);
                break;
            case Assign { Target: LocalPlace target } s:
                if (IsVarying(s.Value) || !_homes.TryGetValue(target.Local, out var declared) || declared != home)
                    Mark(target.Local);
                break;
            case If s:
            {
                var varies = IsVarying(s.Condition);
                Sequence(s.Then, varies ? new object() : home);
                Sequence(s.Else, varies ? new object() : home);
                break;
            }

            case Loop s:
            {
                var inside = IsUniform(s) ? home : new object();
                Sequence(s.Body, inside);
                Sequence(s.Step, inside);
                break;
            }
        }
    }
}
