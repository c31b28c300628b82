using System.Collections.Generic;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// Takes the exits to the end of statements out of them, where branches can say the same: what follows a branch that leaves moves into its other side.
/// </summary>
internal static class TailExits
{
    /// <summary>The statements without exits to <paramref name="end"/>; null where one stands inside a loop, or where code would have to be doubled.</summary>
    public static List<Statement>? Remove(IReadOnlyList<Statement> statements, Label end)
    {
        var result = new List<Statement>();
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            if (statement is Exit { Target: var target } && target == end)
                return result;
            if (!ExitFinder.LeavesTo(statement, end))
            {
                result.Add(statement);
                continue;
            }

            var rest = new List<Statement>();
            for (var j = i + 1; j < statements.Count; j++)
                rest.Add(statements[j]);
            return Branch(statement, rest, end) is { } last ? [.. result, .. last] : null;
        }

        return result;
    }

    private static List<Statement>? Branch(Statement statement, List<Statement> rest, Label end)
    {
        switch (statement)
        {
            case Block block:
                return Remove([.. block.Statements, .. rest], end);
            case If branch:
            {
                var thenLeaves = Leaves(branch.Then);
                var elseLeaves = Leaves(branch.Else);
                if (rest.Count > 0 && !thenLeaves && !elseLeaves)
                    return null;
                var then = Remove(thenLeaves ? branch.Then.Statements : [.. branch.Then.Statements, .. rest], end);
                var otherwise = Remove(elseLeaves ? branch.Else.Statements : [.. branch.Else.Statements, .. rest], end);
                return then is null || otherwise is null
                    ? null
                    : [branch with { Then = new Block(then.ToEquatableArray()), Else = new Block(otherwise.ToEquatableArray()) }];
            }

            default:
                return null;
        }
    }

    private static bool Leaves(Block block) => block.Statements.Count > 0 && block.Statements[block.Statements.Count - 1] switch
    {
        Exit or Return or Throw => true,
        Block inner => Leaves(inner),
        If branch => Leaves(branch.Then) && Leaves(branch.Else),
        _ => false,
    };
}
