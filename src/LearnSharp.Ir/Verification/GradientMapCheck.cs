using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Checks what is known of a pullback against the pullback itself.</summary>
internal static class GradientMapCheck
{
    /// <summary>Adds what is wrong with a function's map.</summary>
    public static void Check(Function function, List<VerificationError> errors)
    {
        if (function.Map is not { } map)
            return;
        void Report(string problem) => errors.Add(new($"{function.Id}: the pullback {problem}.", function.Id));

        if (map.Inputs > function.Parameters.Count || map.Independent.Count != map.Inputs || map.Moving.Count != map.Inputs)
        {
            Report($"of {map.Inputs} parameters says of {map.Independent.Count} whether they are independent, of {map.Moving.Count} whether they move, and has {function.Parameters.Count} itself");
            return;
        }

        var inputs = function.Parameters.Take(map.Inputs).Select(static parameter => parameter.Local.Type).ToList();
        if (Enumerable.Range(0, map.Inputs).Any(index => (map.Independent[index] || map.Moving[index]) && !inputs[index].IsDifferentiable))
            Report("is by a parameter that is not differentiable");
        var buffers = Enumerable.Range(0, map.Inputs).Where(index => map.Independent[index] && inputs[index] is ArrayType).ToList();
        if (buffers.Where((index, position) => function.Parameters[function.Parameters.Count - buffers.Count + position].Local.Type is not ArrayType { Kind: not ArrayKind.ReadOnlySpan }).Any())
            Report("does not end with its buffers");
        if (map.Along is not { } along)
            return;
        Verifier.Functions(along, errors);
        if (!along.Root.Parameters.Take(map.Inputs).Select(static parameter => parameter.Local.Type).SequenceEqual(inputs))
            Report("does not take what its pushforward takes");
    }
}
