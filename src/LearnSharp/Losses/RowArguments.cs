namespace LearnSharp;

/// <summary>A row's further inputs for a loss, by the loss's own order.</summary>
internal readonly ref struct RowArguments<TProgram, TInput, TWeights, TChoices, TResult>(ref readonly TInput input, int[] positions) : ILossArguments
    where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
    where TInput : struct
    where TWeights : struct
    where TChoices : struct
{
    private readonly ref readonly TInput _input = ref input;

    /// <inheritdoc/>
    public T Argument<T>(int index) => TProgram.GetInput<T>(in _input, positions[index]);
}
