using System;

namespace LearnSharp;

/// <summary>A built-in loss for one pair of types.</summary>
internal sealed class BuiltInLoss<TResult, TTarget>(BuiltInLoss loss) : Loss<TResult, TTarget>
{
    public override string Name => loss.Name;

    public override bool HasGradient => loss.Kind != LossKind.ZeroOne;

    public override bool IsSquared => loss.Kind == LossKind.Squared;

    internal BuiltInLoss Definition => loss;

    public override double Value<TArguments>(in TResult predicted, in TTarget actual, in TArguments arguments)
        => throw new NotSupportedException();

    public override double Gradient<TArguments>(in TResult predicted, in TTarget actual, in TArguments arguments, Span<double> derivative)
        => throw new NotSupportedException();
}
