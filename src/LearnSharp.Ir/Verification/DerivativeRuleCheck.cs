using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Checks hand-written derivatives against the function that they belong to.</summary>
internal static class DerivativeRuleCheck
{
    /// <summary>Adds what is wrong with a function's rule.</summary>
    public static void Check(Function function, List<VerificationError> errors)
    {
        if (function.Derivative is not { } rule)
            return;
        void Report(string problem) => errors.Add(new($"{function.Id}: the hand-written derivative {problem}.", function.Id));

        if (rule.Independent.Count != function.Parameters.Count)
        {
            Report($"says of {rule.Independent.Count} parameters whether they are independent, not of {function.Parameters.Count}");
            return;
        }

        if (function.Results is not [ScalarType { IsFloating: true } result])
        {
            Report("is of a function without one floating result");
            return;
        }

        if (rule is { Pullback: null, Pushforward: null })
            Report("has neither a pullback nor a pushforward");
        var types = function.Parameters.Select(static parameter => parameter.Local.Type);
        var independent = Enumerable.Range(0, types.Count).Where(index => rule.IsIndependent(function, index)).ToList();
        if (independent.Any(index => types[index] is not (ScalarType or ArrayType { Element: ScalarType })))
            Report("is by a parameter that is neither a number nor an array of numbers");
        if (rule.Pullback is { } pullback)
        {
            var buffers = independent.Where(index => types[index] is ArrayType).Select(index => Buffer((ArrayType)types[index]));
            Fits("pullback", pullback, [.. types, result, .. buffers], [.. independent.Where(index => types[index] is not ArrayType).Select(index => types[index])]);
        }

        if (rule.Pushforward is { } pushforward)
            Fits("pushforward", pushforward, [.. types.SelectMany((type, index) => independent.Contains(index) ? new[] { type, type } : [type])], [result]);

        void Fits(string what, IrProgram program, EquatableArray<IrType> parameters, EquatableArray<IrType> results)
        {
            Verifier.Functions(program, errors);
            if (program.Root.Parameters.Select(static parameter => parameter.Local.Type) != parameters || program.Root.Results != results)
                Report($"has a {what} ({string.Join(", ", program.Root.Parameters.Select(static p => p.Local.Type))}) → ({string.Join(", ", program.Root.Results)}), not ({string.Join(", ", parameters)}) → ({string.Join(", ", results)})");
        }
    }

    private static ArrayType Buffer(ArrayType type) => type.Kind == ArrayKind.Array ? type : type with { Kind = ArrayKind.Span };
}
