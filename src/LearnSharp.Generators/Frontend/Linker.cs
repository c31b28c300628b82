using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Why a callee cannot become part of a program.</summary>
internal enum LinkProblemKind
{
    /// <summary>Its own translation failed; the reasons were reported there.</summary>
    NotTranslated,

    /// <summary>It declares a weight or choice in its body.</summary>
    OwnWeights,

    /// <summary>It uses private members of a type that the root's type cannot reach.</summary>
    PrivateMembers,
}

/// <summary>A problem found while linking.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Callee">The id of the function that cannot be linked.</param>
/// <param name="Detail">The weight or the type concerned.</param>
internal sealed record LinkProblem(LinkProblemKind Kind, string Callee, string Detail);

/// <summary>Joins a root with everything it calls, by the ids of functions: no symbols needed.</summary>
internal static class Linker
{
    /// <summary>The program of <paramref name="root"/>, or null when there are <paramref name="problems"/>.</summary>
    /// <param name="root">The root's translation.</param>
    /// <param name="resolve">Finds the translation of a callee by its id; null where it failed.</param>
    /// <param name="problems">What stands in the way, in the order of discovery.</param>
    public static LearnableProgram? Link(TranslatedMethod root, Func<string, TranslatedMethod?> resolve, out IReadOnlyList<LinkProblem> problems)
    {
        var found = new List<LinkProblem>();
        var callees = new List<Function>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { root.Function.Id };
        var queue = new Queue<string>(root.Callees);
        while (queue.Count > 0)
        {
            var id = queue.Dequeue();
            if (!seen.Add(id))
                continue;
            if (resolve(id) is not { } callee)
            {
                found.Add(new(LinkProblemKind.NotTranslated, id, ""));
                continue;
            }

            if (InBodyName(callee) is { } own)
                found.Add(new(LinkProblemKind.OwnWeights, id, own));
            foreach (var type in callee.PrivateTypes)
            {
                if (!root.ContainingTypes.Contains(type))
                    found.Add(new(LinkProblemKind.PrivateMembers, id, type));
            }

            callees.Add(WithoutRoles(callee.Function));
            foreach (var next in callee.Callees)
                queue.Enqueue(next);
        }

        if (root.Callees.Contains(root.Function.Id) && InBodyName(root) is { } recursive)
            found.Add(new(LinkProblemKind.OwnWeights, root.Function.Id, recursive));

        problems = found;
        return found.Count == 0
            ? new LearnableProgram(new IrProgram(root.Function, callees.ToEquatableArray()), root.Weights, root.Choices)
            : null;
    }

    private static string? InBodyName(TranslatedMethod method) =>
        method.Weights.FirstOrDefault(static weight => weight.InBody)?.Name ?? method.Choices.FirstOrDefault(static choice => choice.InBody)?.Name;

    private static Function WithoutRoles(Function function) =>
        function with { Parameters = function.Parameters.Select(static parameter => parameter with { Role = ParameterRole.Input }) };
}
