using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp;

/// <summary>One fit from beginning to end: checks the start, searches choices and weights, and records how good the result is.</summary>
/// <param name="info">The program.</param>
/// <param name="objective">The loss on the training rows.</param>
/// <param name="validation">The loss on the validation rows, or null.</param>
/// <param name="options">The caller's settings.</param>
/// <param name="clock">The limits.</param>
internal sealed class FitSession(ProgramInfo info, IObjective objective, IObjective? validation, FitOptions options, FitClock clock)
{
    private static readonly TimeSpan s_longestTime = TimeSpan.FromDays(1000);

    /// <summary>Runs the fit.</summary>
    /// <param name="weights">Starting weights.</param>
    /// <param name="combination">Starting combination of choices.</param>
    /// <exception cref="FitDataException">The program throws for a row at the start, or has no finite loss there nor around it.</exception>
    /// <exception cref="ArgumentException">The starting weights are not allowed.</exception>
    public SessionResult Run(double[] weights, int[] combination)
    {
        RequireSettings();
        WeightOrder.RequireAllowed(info.Weights, WeightOrder.PartnersFirst(info.Weights), weights);
        var before = Losses(weights, combination);
        RequireUsableStart(weights);

        var fitter = new WeightFitter(info.Weights, objective, validation, options, clock);
        var search = new ChoiceSearch(info, objective, validation, fitter, options, clock);
        var best = search.Run(weights, combination);
        if (double.IsNaN(best.Fit.Score) && !clock.Token.IsCancellationRequested)
            throw NowhereFinite(weights);
        var after = Losses(best.Fit.Weights, best.Options);
        var reason = search.IsCutShort ? clock.MustStop() ?? best.Fit.Reason : best.Fit.Reason;
        return new SessionResult
        {
            Best = best,
            Tried = [.. search.Fits.OrderBy(fit => Rank(fit, best))],
            Training = new TrainingRecord(
                objective.LossName,
                objective.RowCount,
                before.Training,
                after.Training,
                validation?.RowCount ?? 0,
                before.Validation,
                after.Validation),
            StopReason = reason,
            Warnings = FitWarnings.Find(info, best.Fit, search),
        };
    }

    private static double Rank(CombinationFit fit, CombinationFit best)
    {
        if (ReferenceEquals(fit, best))
            return double.NegativeInfinity;
        return double.IsNaN(fit.Fit.Score) ? double.PositiveInfinity : fit.Fit.Score;
    }

    private void RequireSettings()
    {
        if (options.MaxEvaluations is <= 0)
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxEvaluations, "MaxEvaluations is positive, or null for no limit.");
        if (options.MaxThreads is <= 0)
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxThreads, "MaxThreads is positive, or null for one per processor.");
        if (options.BatchSize is <= 0)
            throw new ArgumentOutOfRangeException(nameof(options), options.BatchSize, "BatchSize is a positive number, or null for the default.");
        if (options.TimeLimit is { } limit && (limit <= TimeSpan.Zero || limit > s_longestTime))
            throw new ArgumentOutOfRangeException(nameof(options), options.TimeLimit, "TimeLimit is a positive time, or null for no limit.");
        if (options.Starts < 0)
            throw new ArgumentOutOfRangeException(nameof(options), options.Starts, "Starts is a number, or 0 for as many as are needed.");
    }

    private (double Training, double Validation) Losses(double[] weights, int[] combination)
    {
        objective.Select(combination);
        validation?.Select(combination);
        clock.Count(1);
        var validated = double.NaN;
        if (validation?.TryLoss(weights, out validated) == false)
            validated = double.NaN;

        // Last, so that the objective still knows why it failed.
        return (objective.TryLoss(weights, out var loss) ? loss : double.NaN, validated);
    }

    /// <summary>A program that throws at the start is wrong about a row, and no training would say which.</summary>
    private void RequireUsableStart(double[] weights)
    {
        if (objective.Failure is not { Exception: { } exception } failure)
            return;
        if (exception is FitDataException data)
            throw data;
        var where = failure.Row < 0 ? "The cost" : FormattableString.Invariant($"{info.FullName} at row {failure.Row} (counted from 0)");
        var message = $"{where} throws with the starting weights ({Describe(weights)}): {exception.Message}";
        throw new FitDataException(message, exception) { Row = failure.Row < 0 ? null : failure.Row };
    }

    private FitDataException NowhereFinite(double[] weights)
    {
        var where = objective.Failure is { Row: >= 0 } failure ? FormattableString.Invariant($" (first at row {failure.Row}, counted from 0)") : "";
        return new FitDataException(
            $"The loss is not a finite number with the starting weights ({Describe(weights)}){where}, nor anywhere around them. "
            + $"Start from weights at which {info.FullName} has a finite result.")
        {
            Row = objective.Failure is { Row: >= 0 } at ? at.Row : null,
        };
    }

    private string Describe(double[] weights)
    {
        if (weights.Length == 0)
            return "none";
        return string.Join(", ", info.Weights.Select((weight, i) => FormattableString.Invariant($"{weight.Name} = {weights[i]:G6}")));
    }
}
