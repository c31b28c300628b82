using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace LearnSharp;

/// <summary>The result of a fit as a table for a person.</summary>
internal static class FitReport
{
    private const int MostCombinations = 10;

    /// <summary>Writes the report; lines end in LF.</summary>
    public static string Write<TProgram, TInput, TWeights, TChoices, TResult>(FitOutcome<TWeights, TChoices> outcome)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var info = TProgram.Info;
        var text = new StringBuilder();
        var training = outcome.Training;
        text.Append(info.ArtefactName);
        text.Append(training.Rows > 0 ? string.Create(CultureInfo.InvariantCulture, $", fitted to {training.Rows} rows") : ", fitted to a cost");
        text.Append(" by ").Append(outcome.Method).Append("\n\n");
        AppendLosses(text, training);
        AppendWeights<TProgram, TInput, TWeights, TChoices, TResult>(text, outcome);
        AppendChoices<TProgram, TInput, TWeights, TChoices, TResult>(text, outcome);
        if (outcome.Tried.Count > 1)
            AppendTried(text, info, outcome);
        text.Append("\n  ").Append(Describe(outcome.StopReason));
        text.Append(string.Create(CultureInfo.InvariantCulture, $" after {outcome.Evaluations} evaluations in {Time(outcome.Elapsed)}\n"));
        foreach (var warning in outcome.Warnings)
            text.Append("  ! ").Append(warning).Append('\n');
        return text.ToString();
    }

    private static void AppendLosses(StringBuilder text, TrainingRecord training)
    {
        var table = new TextTable(1);
        table.Add("", "before", "after");
        table.Add(Title(training.LossName), Number(training.LossBefore), Number(training.LossAfter));
        if (training.ValidationRows > 0)
        {
            table.Add(
                string.Create(CultureInfo.InvariantCulture, $"on {training.ValidationRows} validation rows"),
                Number(training.ValidationLossBefore),
                Number(training.ValidationLossAfter));
        }

        table.AppendTo(text);
    }

    private static void AppendWeights<TProgram, TInput, TWeights, TChoices, TResult>(StringBuilder text, FitOutcome<TWeights, TChoices> outcome)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var infos = TProgram.Info.Weights;
        if (infos.Count == 0)
            return;
        var starts = new double[infos.Count];
        var values = new double[infos.Count];
        var errors = new double[infos.Count];
        TProgram.Flatten(outcome.StartWeights, starts);
        TProgram.Flatten(outcome.Weights, values);
        TProgram.Flatten(outcome.StandardErrors, errors);
        var hasErrors = errors.Any(static error => !double.IsNaN(error));
        var table = new TextTable(1);
        if (hasErrors)
            table.Add("weight", "start", "value", "std. error");
        else
            table.Add("weight", "start", "value");
        for (var i = 0; i < infos.Count; i++)
        {
            var name = infos[i].Fixed ? $"{infos[i].Name} (fixed)" : infos[i].Name;
            if (hasErrors)
                table.Add(name, Number(starts[i]), Number(values[i]), Error(errors[i]));
            else
                table.Add(name, Number(starts[i]), Number(values[i]));
        }

        text.Append('\n');
        table.AppendTo(text);
    }

    private static void AppendChoices<TProgram, TInput, TWeights, TChoices, TResult>(StringBuilder text, FitOutcome<TWeights, TChoices> outcome)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var infos = TProgram.Info.Choices;
        if (infos.Count == 0)
            return;
        var starts = new int[infos.Count];
        var chosen = new int[infos.Count];
        TProgram.IndexOptions(outcome.StartChoices, starts);
        TProgram.IndexOptions(outcome.Choices, chosen);
        var table = new TextTable(3);
        table.Add("choice", "start", "chosen");
        for (var i = 0; i < infos.Count; i++)
            table.Add(infos[i].Name, infos[i].Options[starts[i]], infos[i].Options[chosen[i]]);
        text.Append('\n');
        table.AppendTo(text);
    }

    private static void AppendTried<TWeights, TChoices>(StringBuilder text, ProgramInfo info, FitOutcome<TWeights, TChoices> outcome)
        where TWeights : struct
        where TChoices : struct
    {
        var table = new TextTable(info.Choices.Count);
        var score = outcome.Training.ValidationRows > 0 ? "validation loss" : Title(outcome.Training.LossName);
        table.Add([.. info.Choices.Select(static choice => choice.Name), score]);
        foreach (var tried in outcome.Tried.Take(MostCombinations))
            table.Add([.. tried.Options, double.IsNaN(tried.Score) ? "failed" : Number(tried.Score)]);
        text.Append(string.Create(CultureInfo.InvariantCulture, $"\n  {outcome.Tried.Count} combinations were tried"));
        text.Append(outcome.Tried.Count > MostCombinations ? ", the best of them:\n" : ":\n");
        table.AppendTo(text);
    }

    private static string Title(string lossName) => lossName is "cost" ? "cost" : lossName + " loss";

    private static string Number(double value) => double.IsNaN(value) ? "–" : value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Error(double value)
        => double.IsNaN(value) ? "–" : double.IsPositiveInfinity(value) ? "undetermined" : value.ToString("G3", CultureInfo.InvariantCulture);

    private static string Time(TimeSpan time) => time.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s");

    private static string Describe(StopReason reason) => reason switch
    {
        StopReason.Converged => "converged",
        StopReason.NoProgress => "no further progress",
        StopReason.EvaluationLimit => "stopped by the limit of evaluations",
        StopReason.TimeLimit => "stopped by the time limit",
        StopReason.Cancelled => "cancelled",
        StopReason.EarlyStopping => "stopped early, as the validation loss had stopped falling,",
        _ => "failed",
    };
}
