using System;

namespace LearnSharp;

internal static class LearnedSource
{
    public static string Print<TProgram, TInput, TWeights, TChoices, TResult>(ModelState<TWeights, TChoices> state)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
        => throw new NotSupportedException(state.ToString());
}
