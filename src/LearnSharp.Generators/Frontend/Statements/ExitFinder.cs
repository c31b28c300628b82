using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Looks for exits in statements.</summary>
internal static class ExitFinder
{
    /// <summary>Whether an exit to <paramref name="label"/> stands anywhere in <paramref name="statement"/>.</summary>
    public static bool LeavesTo(Statement statement, Label label)
    {
        switch (statement)
        {
            case Exit exit:
                return exit.Target == label;
            case Block block:
                foreach (var inner in block.Statements)
                {
                    if (LeavesTo(inner, label))
                        return true;
                }

                return false;
            case If branch:
                return LeavesTo(branch.Then, label) || LeavesTo(branch.Else, label);
            case Loop loop:
                return LeavesTo(loop.Body, label) || LeavesTo(loop.Step, label);
            case Labelled labelled:
                return LeavesTo(labelled.Body, label);
            default:
                return false;
        }
    }
}
