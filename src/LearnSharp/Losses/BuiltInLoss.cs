using System;
using System.Globalization;

namespace LearnSharp;

/// <summary>A built-in loss, whatever the types of result and target; it converts to <see cref="Loss{TResult, TTarget}"/> by itself.</summary>
public sealed class BuiltInLoss
{
    /// <summary>The probability below which <see cref="Loss.Log"/> follows the tangent of the logarithm.</summary>
    public const double SmallestProbability = 1e-12;

    internal BuiltInLoss(LossKind kind, double delta = double.NaN)
    {
        Kind = kind;
        Delta = delta;
    }

    /// <summary>The name that reports and artefacts print.</summary>
    public string Name => Kind switch
    {
        LossKind.Squared => "squared",
        LossKind.Absolute => "absolute",
        LossKind.Huber => string.Create(CultureInfo.InvariantCulture, $"Huber({Delta})"),
        LossKind.Log => "log",
        _ => "zero-one",
    };

    internal LossKind Kind { get; }

    internal double Delta { get; }

    /// <summary>The loss for the given types.</summary>
    /// <typeparam name="TResult">The program's result.</typeparam>
    /// <typeparam name="TTarget">What was observed.</typeparam>
    public Loss<TResult, TTarget> For<TResult, TTarget>() => new BuiltInLoss<TResult, TTarget>(this);
}
