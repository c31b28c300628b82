using System;

namespace LearnSharp;

/// <summary>A built-in loss over the outputs of each row.</summary>
internal sealed class ElementwiseRowLoss<TProgram, TInput, TWeights, TChoices, TResult>(
    BuiltInLoss definition, ElementLoss formula, TargetNumbers targets, string what)
    : RowLoss<TInput, TResult>
    where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
    where TInput : struct
    where TWeights : struct
    where TChoices : struct
{
    public override string Name => definition.Name;

    public override bool HasGradient => definition.Kind != LossKind.ZeroOne;

    public override bool IsSquared => definition.Kind == LossKind.Squared;

    public override bool HasKinks => definition.Kind == LossKind.Absolute;

    public override LaneLoss? ForLanes =>
        definition.Kind != LossKind.ZeroOne && targets.IsOneForEachRow ? new LaneLoss(definition.Kind, definition.Delta, Smoothing) : null;

    public override double TargetOf(int row) => targets[row][0];

    public override int ResidualCount => definition.Kind is LossKind.Squared or LossKind.Huber or LossKind.Absolute ? targets.Total : 0;

    public override int ResidualOffset(int row) => targets.Offset(row);

    public override int ResidualsOf(int row) => targets[row].Length;

    public override double Value(ref readonly TInput input, in TResult result, int row, RowScratch scratch)
    {
        var outputs = Outputs(result, row, scratch);
        var actual = targets[row];
        var sum = 0.0;
        for (var i = 0; i < outputs.Length; i++)
            sum += formula.Value(outputs[i], actual[i]);
        return sum;
    }

    public override double Gradient(ref readonly TInput input, in TResult result, int row, RowScratch scratch, Span<double> seed)
    {
        var outputs = Outputs(result, row, scratch);
        var actual = targets[row];
        var sum = 0.0;
        for (var i = 0; i < outputs.Length; i++)
        {
            if (HasKinks && Smoothing > 0)
            {
                sum += ElementLoss.SmoothAbsolute(outputs[i] - actual[i], Smoothing, out seed[i]);
                continue;
            }

            sum += formula.Value(outputs[i], actual[i]);
            seed[i] = formula.Derivative(outputs[i], actual[i]);
        }

        return sum;
    }

    public override void Residuals(in TResult result, int row, RowScratch scratch, Span<double> residuals, Span<double> slopes)
    {
        var outputs = Outputs(result, row, scratch);
        var actual = targets[row];
        for (var i = 0; i < outputs.Length; i++)
            residuals[i] = formula.Residual(outputs[i], actual[i], Smoothing, out slopes[i]);
    }

    private Span<double> Outputs(in TResult result, int row, RowScratch scratch)
    {
        var count = result is null ? 0 : TProgram.OutputCount(in result);
        if (count != targets[row].Length)
        {
            var numbers = FormattableString.Invariant($"the result has {count} numbers and the target {targets[row].Length}");
            var message = FormattableString.Invariant($"In {what} row {row} (counted from 0) {numbers}; they must be as many.");
            throw new FitDataException(message) { Row = row, Column = "target" };
        }

        var outputs = scratch.Outputs(count);
        TProgram.Outputs(in result, outputs);
        return outputs;
    }
}
