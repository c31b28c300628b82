using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Logging;

namespace LearnSharp;

/// <summary>
/// Searches choices and weights together: a sampler picks combinations, the weights of each are fitted from those of the nearest combination
/// already fitted, and the best few are fitted in full.
/// </summary>
internal sealed partial class ChoiceSearch(
    ProgramInfo info, IObjective objective, IObjective? validation, WeightFitter fitter, FitOptions options, FitClock clock)
{
    private const int FullFits = 3;
    private const int FewCombinations = 6;

    // A later combination replaces an earlier one only if it is better by more than rounding.
    private const double Indistinct = 1e-9;

    private readonly List<CombinationFit> _fits = [];

    /// <summary>The combinations fitted, in the order of trying.</summary>
    public IReadOnlyList<CombinationFit> Fits => _fits;

    /// <summary>Number of combinations that there are; saturated.</summary>
    public long Combinations { get; private set; }

    /// <summary>Whether the search was cut short by a limit.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Searches.</summary>
    /// <param name="weights">Starting weights.</param>
    /// <param name="start">Starting combination.</param>
    /// <returns>The best combination.</returns>
    public CombinationFit Run(double[] weights, int[] start)
    {
        Combinations = info.Choices.Aggregate(1L, static (product, choice) => Math.Min(1L << 40, product * choice.Options.Count));
        if (Combinations == 1)
            return Fit(start, [weights], FitEffort.Full, int.MaxValue);

        var exhaustive = Combinations <= options.ExhaustiveChoices;
        IChoiceSampler sampler = exhaustive
            ? new ExhaustiveSampler(info.Choices, start)
            : new LocalSearchSampler(info.Choices, start, unchecked((ulong)options.Seed + 0x51AB), options.MaxCombinations);
        var planned = exhaustive ? (int)Combinations : (int)Math.Min(Combinations, options.MaxCombinations);
        var effort = Combinations <= FewCombinations ? FitEffort.Full : FitEffort.Quick;
        while (sampler.Ask() is { } next)
        {
            if (_fits.Count > 0 && clock.MustStop() is not null)
            {
                IsCutShort = true;
                break;
            }

            // Every combination gets its share of a limited number of evaluations.
            var fitsLeft = planned - _fits.Count + (effort == FitEffort.Quick ? FullFits : 0);
            var share = options.MaxEvaluations is null ? int.MaxValue : Math.Max(1, clock.EvaluationsLeft / Math.Max(1, fitsLeft));
            var fit = Fit(next, Starts(next, weights), effort, share);
            sampler.Tell(next, fit.Fit.Score);
        }

        var best = Best();
        if (effort == FitEffort.Full || IsCutShort)
            return best;
        var leaders = _fits.Where(static fit => !double.IsNaN(fit.Fit.Score)).OrderBy(static fit => fit.Fit.Score).Take(FullFits).ToList();
        foreach (var candidate in leaders)
        {
            if (clock.MustStop() is null)
                Fit(candidate.Options, [candidate.Fit.Weights, weights], FitEffort.Full, int.MaxValue);
        }

        return Best();
    }

    /// <summary>The best fit of those so far; the earliest of equals.</summary>
    private CombinationFit Best()
    {
        var best = _fits[0];
        foreach (var fit in _fits)
        {
            if (double.IsNaN(best.Fit.Score) || fit.Fit.Score < best.Fit.Score - (Indistinct * Math.Abs(best.Fit.Score)))
                best = fit;
        }

        return best;
    }

    private double[][] Starts(int[] combination, double[] weights)
    {
        var nearest = _fits.Where(static fit => !double.IsNaN(fit.Fit.Score)).MinBy(fit => Distance(fit.Options, combination));
        return nearest is null ? [weights] : [nearest.Fit.Weights, weights];
    }

    /// <summary>Fits a combination from the given weights at which the loss is lowest, the first of equals.</summary>
    private CombinationFit Fit(int[] combination, double[][] starts, FitEffort effort, int mostEvaluations)
    {
        objective.Select(combination);
        validation?.Select(combination);
        clock.Phase = Describe(combination);
        var start = starts[0];
        if (starts.Length > 1 && objective.RowCount > 0)
        {
            clock.Count(2);
            var second = objective.TryLoss(starts[1], out var other);
            if (second && !(objective.TryLoss(start, out var loss) && loss <= other))
                start = starts[1];
        }

        var before = clock.Evaluations;
        var fit = new CombinationFit(combination, fitter.Fit(start, effort, mostEvaluations), clock.Evaluations - before);
        if (options.Logger is { } logger)
            LogFit(logger, clock.Phase, fit.Fit.Method, fit.Fit.Score, fit.Evaluations);
        var known = _fits.FindIndex(earlier => earlier.Options.SequenceEqual(combination));
        if (known < 0)
            _fits.Add(fit);
        else if (!(_fits[known].Fit.Score < fit.Fit.Score))
            _fits[known] = fit with { Evaluations = fit.Evaluations + _fits[known].Evaluations };
        return fit;
    }

    private double Distance(int[] a, int[] b)
    {
        var distance = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
                distance += info.Choices[i].Ordered ? Math.Min(1, Math.Abs(a[i] - b[i]) / 4.0) : 1;
        }

        return distance;
    }

    private string Describe(int[] combination)
    {
        if (combination.Length == 0)
            return "weights";
        return string.Join(", ", combination.Select((option, i) => $"{info.Choices[i].Name} = {info.Choices[i].Options[option]}"));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Phase}: {Method}, loss {Score}, {Evaluations} evaluations")]
    private static partial void LogFit(ILogger logger, string phase, string method, double score, int evaluations);
}
