using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Turns exits into structure where that needs no copy of code: what follows <c>if (c) { …; exit L; }</c> up to the end of L becomes the other branch. Early returns and
/// <c>continue</c> then cost the reverse sweep nothing.
/// </summary>
internal static class ExitElimination
{
    /// <summary>Rewrites a body.</summary>
    public static Block Run(Block body) => Tail(body, new HashSet<Label>());

    /// <summary>Rewrites a block after whose end control goes to the end of each of <paramref name="ends"/>.</summary>
    private static Block Tail(Block block, HashSet<Label> ends) => new Block(Sequence(block.Statements.ToList(), ends).ToEquatableArray()) { Origin = block.Origin };

    private static List<Statement> Sequence(List<Statement> statements, HashSet<Label> ends)
    {
        var result = new List<Statement>();
        for (var i = 0; i < statements.Count; i++)
        {
            var isLast = i == statements.Count - 1;
            var statement = statements[i];
            if (statement is Exit exit && ends.Contains(exit.Target))
                return result;
            if (!isLast && statement is If branch && TryAbsorb(branch, statements.GetRange(i + 1, statements.Count - i - 1), ends) is { } absorbed)
            {
                result.Add(Statement(absorbed, ends));
                return result;
            }

            var visited = Statement(statement, isLast ? ends : []);
            if (visited is not Block { Statements.IsEmpty: true })
                result.Add(visited);
            if (statement is Exit or Throw)
                return result;
        }

        return result;
    }

    // Only where one branch always leaves to an end: the rest then belongs to the other one.
    private static If? TryAbsorb(If branch, List<Statement> rest, HashSet<Label> ends)
    {
        if (Leaves(branch.Then, ends))
            return branch with { Else = new Block([.. branch.Else.Statements, .. rest]) };
        if (Leaves(branch.Else, ends))
            return branch with { Then = new Block([.. branch.Then.Statements, .. rest]) };
        return null;
    }

    private static bool Leaves(Block block, HashSet<Label> ends)
    {
        if (block.Statements.IsEmpty)
            return false;
        return block.Statements[block.Statements.Count - 1] switch
        {
            Exit exit => ends.Contains(exit.Target),
            Block nested => Leaves(nested, ends),
            If nested => Leaves(nested.Then, ends) && Leaves(nested.Else, ends),
            _ => false,
        };
    }

    private static Statement Statement(Statement statement, HashSet<Label> ends)
    {
        switch (statement)
        {
            case Block s:
                return Tail(s, ends);
            case If s:
                return s with { Then = Tail(s.Then, ends), Else = Tail(s.Else, ends) };
            case Labelled s:
            {
                var body = Tail(s.Body, [.. ends, s.Label]);
                return ExitCount.To(s.Label, body) == 0 ? body with { Origin = s.Origin } : s with { Body = body };
            }

            case Loop s:
                return s with { Body = Tail(s.Body, [s.Continue]), Step = Tail(s.Step, []) };
            default:
                return statement;
        }
    }
}
