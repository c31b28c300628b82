using System;
using System.Collections.Generic;

namespace LearnSharp;

internal static class Evaluator
{
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
        => throw new InvalidOperationException();
}
