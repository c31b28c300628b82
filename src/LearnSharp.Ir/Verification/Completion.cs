using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>
/// Whether control can reach the end of a block, by C#'s own rule: conditions other than a constant true of a loop may go either way, and what
/// follows a return, throw or exit is not reached.
/// </summary>
internal sealed class Completion
{
    private readonly HashSet<int> _exited = [];

    private Completion()
    {
    }

    /// <summary>Whether the end of <paramref name="block"/> can be reached.</summary>
    public static bool CanComplete(Block block) => new Completion().Completes(block);

    private bool Completes(Block block)
    {
        foreach (var statement in block.Statements)
        {
            if (!Completes(statement))
                return false;
        }

        return true;
    }

    private bool Completes(Statement statement)
    {
        switch (statement)
        {
            case Block s:
                return Completes(s);
            case Return or Throw:
                return false;
            case Exit s:
                _exited.Add(s.Target.Id);
                return false;
            case If s:
                // Both branches are looked at whatever the first does: the exits inside matter.
                return Completes(s.Then) | Completes(s.Else);
            case Labelled s:
                return Completes(s.Body) | _exited.Contains(s.Label.Id);
            case Loop s:
                return Completes(s);
            default:
                return true;
        }
    }

    private bool Completes(Loop loop)
    {
        var bodyEnds = Completes(loop.Body) | _exited.Contains(loop.Continue.Id);
        var turnEnds = bodyEnds && Completes(loop.Step);
        var conditionFails = loop.Condition is not (null or Constant { IsTrue: true });
        var whileFails = turnEnds && loop.While is not (null or Constant { IsTrue: true });
        return conditionFails || whileFails || _exited.Contains(loop.Break.Id);
    }
}
