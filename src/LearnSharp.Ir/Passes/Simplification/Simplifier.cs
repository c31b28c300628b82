using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Makes programs smaller and plainer without changing what they compute: to the bit, exceptions included.</summary>
public static class Simplifier
{
    private const int MostRounds = 20;

    /// <summary>
    /// Folds constants, removes dead branches, unreachable code, unused locals and labels, and functions that nothing calls any more. Functions like
    /// exp are never
    /// computed, and nothing that may throw is removed.
    /// </summary>
    /// <param name="program">A well-formed program.</param>
    public static IrProgram Simplify(IrProgram program)
    {
        var simple = new IrProgram(Simplify(program.Root), program.Callees.Select(Simplify));
        return WithoutUncalled(simple);
    }

    /// <summary>Simplifies a function on its own.</summary>
    public static Function Simplify(Function function)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var next = Tidy(CopyPropagation.Propagate(function));
            if (next.Equals(function))
                break;
            function = next;
        }

        return function;
    }

    /// <summary>One round of what changes no name a reader knows: folding, dead code, unused locals.</summary>
    internal static Function Tidy(Function function) => DeadLocals.Clean(DeadCode.Clean(new ConstantFolding().Visit(function)));

    /// <summary>The program without the functions that the root does not reach.</summary>
    internal static IrProgram WithoutUncalled(IrProgram program)
    {
        var reached = new HashSet<string>();
        var pending = new Stack<Function>([program.Root]);
        while (pending.Count > 0)
        {
            foreach (var id in CalledFunctions.Ids(pending.Pop()))
            {
                if (reached.Add(id))
                    pending.Push(program.Find(id));
            }
        }

        return program with { Callees = program.Callees.Where(f => reached.Contains(f.Id)).ToEquatableArray() };
    }
}
