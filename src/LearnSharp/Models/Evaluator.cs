using System;
using System.Collections.Generic;
using System.Threading;

namespace LearnSharp;

/// <summary>Measures a model's predictions.</summary>
internal static class Evaluator
{
    /// <summary>Measures the predictions for rows, by the exact method.</summary>
    /// <exception cref="FitDataException">The rows cannot be used, or the program fails for one.</exception>
    public static Evaluation Evaluate<TProgram, TInput, TWeights, TChoices, TResult, TTarget, TRow>(
        IEnumerable<TRow> rows,
        Func<TRow, TInput> input,
        Func<TRow, TTarget> target,
        Func<TRow, double>? weight,
        Loss<TResult, TTarget>? loss,
        Model<TProgram, TInput, TWeights, TChoices, TResult> model)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        loss ??= RowLosses.Default<TResult, TTarget>();
        var data = RowReader.Read<TProgram, TInput, TWeights, TChoices, TResult, TTarget, TRow>(rows, input, target, weight, "evaluation");
        var rowLoss = RowLosses.Bind<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(loss, data, "evaluation");
        var objective = new RowObjective<TProgram, TInput, TWeights, TChoices, TResult>(
            data.Inputs, data.Weights, rowLoss, Environment.ProcessorCount, CancellationToken.None);
        var info = TProgram.Info;
        var weights = new double[info.Weights.Count];
        TProgram.Flatten(model.Weights, weights);
        var options = new int[info.Choices.Count];
        TProgram.IndexOptions(model.Choices, options);
        objective.Select(options);
        if (!objective.TryLoss(weights, out var value))
            throw Failed(info, objective.Failure!);

        var numbers = Numbers.IsLabel<TResult>() || Numbers.IsLabel<TTarget>()
            ? null
            : TargetNumbers.Read<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(data.Targets, "evaluation");
        return numbers is null
            ? new Evaluation(loss.Name, value, data.Count, double.NaN, double.NaN, double.NaN)
            : WithErrors<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(loss.Name, value, data, numbers, model);
    }

    private static Evaluation WithErrors<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(
        string lossName, double loss, RowSet<TInput, TTarget> data, TargetNumbers numbers, Model<TProgram, TInput, TWeights, TChoices, TResult> model)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var squares = default(CompensatedSum);
        var sizes = default(CompensatedSum);
        var targets = default(CompensatedSum);
        var total = default(CompensatedSum);
        var outputs = Array.Empty<double>();
        for (var row = 0; row < data.Count; row++)
        {
            var weight = data.Weights?[row] ?? 1;
            var result = model.Predict(in data.Inputs[row]);
            var actual = numbers[row];
            if (TProgram.OutputCount(in result) != actual.Length)
                return new Evaluation(lossName, loss, data.Count, double.NaN, double.NaN, double.NaN);
            if (outputs.Length != actual.Length)
                outputs = new double[actual.Length];
            TProgram.Outputs(in result, outputs);
            for (var i = 0; i < outputs.Length; i++)
            {
                var error = outputs[i] - actual[i];
                squares.Add(weight * error * error);
                sizes.Add(weight * Math.Abs(error));
                targets.Add(weight * actual[i]);
                total.Add(weight);
            }
        }

        var mean = targets.Value / total.Value;
        var spread = default(CompensatedSum);
        for (var row = 0; row < data.Count; row++)
        {
            foreach (var actual in numbers[row])
                spread.Add((data.Weights?[row] ?? 1) * (actual - mean) * (actual - mean));
        }

        var explained = spread.Value > 0 ? 1 - (squares.Value / spread.Value) : double.NaN;
        return new Evaluation(lossName, loss, data.Count, Math.Sqrt(squares.Value / total.Value), sizes.Value / total.Value, explained);
    }

    private static FitDataException Failed(ProgramInfo info, RowFailure failure)
    {
        if (failure.Exception is FitDataException data)
            return data;
        var message = failure.Exception is { } exception
            ? FormattableString.Invariant($"{info.FullName} throws at evaluation row {failure.Row} (counted from 0): {exception.Message}")
            : FormattableString.Invariant($"The loss at evaluation row {failure.Row} (counted from 0) is {failure.Value}.");
        return new FitDataException(message, failure.Exception!) { Row = failure.Row };
    }
}
