using System;

namespace LearnSharp;

/// <summary>A loss of the user's own, with the further inputs that it reads.</summary>
internal sealed class CustomRowLoss<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(
    Loss<TResult, TTarget> loss, TTarget[] targets, int[] positions)
    : RowLoss<TInput, TResult>
    where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
    where TInput : struct
    where TWeights : struct
    where TChoices : struct
{
    public override string Name => loss.Name;

    public override bool HasGradient => loss.HasGradient;

    public override double Value(ref readonly TInput input, in TResult result, int row, RowScratch scratch)
        => loss.Value(in result, in targets[row], new RowArguments<TProgram, TInput, TWeights, TChoices, TResult>(in input, positions));

    public override double Gradient(ref readonly TInput input, in TResult result, int row, RowScratch scratch, Span<double> seed)
        => loss.Gradient(in result, in targets[row], new RowArguments<TProgram, TInput, TWeights, TChoices, TResult>(in input, positions), seed);
}
