using System;

namespace LearnSharp;

/// <summary>The loss of a program whose result is itself the cost.</summary>
internal sealed class OwnCostRowLoss<TProgram, TInput, TWeights, TChoices, TResult> : RowLoss<TInput, TResult>
    where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
    where TInput : struct
    where TWeights : struct
    where TChoices : struct
{
    public override string Name => "cost";

    public override bool HasGradient => true;

    public override LaneLoss? ForLanes => new LaneLoss(null, 0, 0);

    public override double Value(ref readonly TInput input, in TResult result, int row, RowScratch scratch)
    {
        var outputs = scratch.Outputs(1);
        TProgram.Outputs(in result, outputs);
        return outputs[0];
    }

    public override double Gradient(ref readonly TInput input, in TResult result, int row, RowScratch scratch, Span<double> seed)
    {
        seed[0] = 1;
        return Value(in input, in result, row, scratch);
    }
}
