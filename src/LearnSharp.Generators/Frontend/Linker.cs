using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Joins a root with everything it calls, by the ids of functions: no symbols needed.</summary>
internal static class Linker
{
    /// <summary>The program of <paramref name="root"/>, or null when there are <paramref name="problems"/>.</summary>
    /// <param name="root">The root's translation.</param>
    /// <param name="resolve">Finds the translation of a callee by its id; null where it failed.</param>
    /// <param name="problems">What stands in the way, in the order of discovery.</param>
    public static LinkedProgram? Link(TranslatedMethod root, Func<string, TranslatedMethod?> resolve, out IReadOnlyList<LinkProblem> problems)
    {
        var found = new List<LinkProblem>();
        var methods = new List<TranslatedMethod> { root };
        var seen = new HashSet<string>(StringComparer.Ordinal) { root.Function.Id };
        var queue = new Queue<string>(root.Callees);
        var lifted = root.Lifted.ToDictionary(static method => method.Function.Id, StringComparer.Ordinal);
        while (queue.Count > 0)
        {
            var id = queue.Dequeue();
            if (!seen.Add(id))
                continue;
            if ((lifted.TryGetValue(id, out var inner) ? inner : resolve(id)) is not { } callee)
            {
                found.Add(new(LinkProblemKind.NotTranslated, id, ""));
                continue;
            }

            foreach (var type in callee.PrivateTypes)
            {
                if (!root.ContainingTypes.Contains(type))
                    found.Add(new(LinkProblemKind.PrivateMembers, id, type));
            }

            methods.Add(callee);
            foreach (var function in callee.Lifted)
                lifted[function.Function.Id] = function;
            foreach (var next in callee.Callees)
                queue.Enqueue(next);
        }

        problems = found;
        if (found.Count > 0)
            return null;
        var sets = new NestedSets(methods);
        found.AddRange(sets.Problems());
        return found.Count == 0 ? WithoutParts(sets.Join()) : null;
    }

    private static LinkedProgram WithoutParts(LinkedProgram linked) =>
        linked with { Learnable = linked.Learnable with { Program = SliceLowering.Run(linked.Learnable.Program) } };
}
