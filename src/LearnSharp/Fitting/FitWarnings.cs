using System;
using System.Collections.Generic;

namespace LearnSharp;

/// <summary>What a person should know about a fit.</summary>
internal static class FitWarnings
{
    /// <summary>Looks through the best fit.</summary>
    public static IReadOnlyList<string> Find(ProgramInfo info, WeightFit fit, ChoiceSearch search)
    {
        var warnings = new List<string>();
        for (var i = 0; i < info.Weights.Count; i++)
        {
            var weight = info.Weights[i];
            if (weight.Fixed)
                continue;
            var value = fit.Weights[i];
            if (fit.Influence[i] == WeightInfluence.None)
                warnings.Add($"{weight.Name} did not matter: no value that was tried changed the loss.");
            else if (fit.Influence[i] == WeightInfluence.Stepwise)
                warnings.Add($"{weight.Name} acts in steps (a condition, rounding) and was trained by search; other values nearby may be as good.");
            else if (double.IsPositiveInfinity(fit.StandardErrors[i]))
                warnings.Add($"{weight.Name} is not determined by the data: other values, with others of the weights changed, are as good.");
            if (fit.Influence[i] == WeightInfluence.None)
                continue;
            if (weight.Min < weight.Max && (value == weight.Min || value == weight.Max))
                warnings.Add(FormattableString.Invariant($"{weight.Name} ended at its bound {value:G6}: the data asks for more."));
            else if (weight.Above >= 0 && value == fit.Weights[weight.Above])
                warnings.Add($"{weight.Name} ended at {info.Weights[weight.Above].Name}, which it must stay above.");
        }

        if (search.IsCutShort)
            warnings.Add(FormattableString.Invariant($"The search over choices was cut short after {search.Fits.Count} of {search.Combinations} combinations."));
        else if (search.Fits.Count < search.Combinations)
            warnings.Add(FormattableString.Invariant($"A local search tried {search.Fits.Count} of {search.Combinations} combinations of choices."));
        return warnings;
    }
}
