using System;
using System.Collections.Generic;

namespace LearnSharp;

/// <summary>
/// How bad a prediction is. Built-in losses are on the static class <see cref="Loss"/>; a learnable static method gives one as
/// <c>CostProgram.AsLoss</c>.
/// </summary>
/// <typeparam name="TResult">The program's result.</typeparam>
/// <typeparam name="TTarget">What was observed.</typeparam>
public abstract class Loss<TResult, TTarget>
{
    /// <summary>The name that reports and artefacts print.</summary>
    public abstract string Name { get; }

    /// <summary>Names of further inputs that the loss reads from the row, bound to the program's input by name (case-insensitively).</summary>
    public virtual IReadOnlyList<InputInfo> Inputs => [];

    /// <summary>Whether <see cref="Gradient{TArguments}"/> exists.</summary>
    public virtual bool HasGradient => true;

    /// <summary>Whether the loss is a sum of squares of <c>prediction − target</c>, so that least-squares methods apply.</summary>
    public virtual bool IsSquared => false;

    /// <summary>The loss of one prediction.</summary>
    /// <typeparam name="TArguments">The row's further inputs.</typeparam>
    /// <param name="predicted">The prediction.</param>
    /// <param name="actual">What was observed.</param>
    /// <param name="arguments">The row's further inputs, in the order of <see cref="Inputs"/>.</param>
    public abstract double Value<TArguments>(in TResult predicted, in TTarget actual, in TArguments arguments)
        where TArguments : struct, ILossArguments, allows ref struct;

    /// <summary>The loss of one prediction and its derivative by each output of the prediction.</summary>
    /// <typeparam name="TArguments">The row's further inputs.</typeparam>
    /// <param name="predicted">The prediction.</param>
    /// <param name="actual">What was observed.</param>
    /// <param name="arguments">The row's further inputs.</param>
    /// <param name="derivative">Receives one value per output of the prediction; overwritten.</param>
    public abstract double Gradient<TArguments>(in TResult predicted, in TTarget actual, in TArguments arguments, Span<double> derivative)
        where TArguments : struct, ILossArguments, allows ref struct;

    /// <summary>A built-in loss for these types of result and target.</summary>
    /// <param name="loss">One of the losses of the static class <see cref="Loss"/>.</param>
    public static implicit operator Loss<TResult, TTarget>(BuiltInLoss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return loss.For<TResult, TTarget>();
    }
}
