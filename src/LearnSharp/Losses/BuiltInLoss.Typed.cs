using System;

namespace LearnSharp;

/// <summary>A built-in loss for one pair of types.</summary>
internal sealed class BuiltInLoss<TResult, TTarget>(BuiltInLoss definition) : Loss<TResult, TTarget>
{
    public override string Name => definition.Name;

    public override bool HasGradient => definition.Kind != LossKind.ZeroOne;

    public override bool IsSquared => definition.Kind == LossKind.Squared;

    /// <summary>The loss whatever the types: trainers read the numbers of all targets at once and evaluate its formula themselves.</summary>
    internal BuiltInLoss Definition => definition;

    /// <summary>The formula for these types.</summary>
    internal ElementLoss Formula => new(definition.Kind, definition.Delta, typeof(TTarget) == typeof(bool) || typeof(TTarget) == typeof(bool[]));

    public override double Value<TArguments>(in TResult predicted, in TTarget actual, in TArguments arguments)
    {
        var (outputs, targets) = Read(predicted, actual);
        var formula = Formula;
        var sum = 0.0;
        for (var i = 0; i < outputs.Length; i++)
            sum += formula.Value(outputs[i], targets[i]);
        return sum;
    }

    public override double Gradient<TArguments>(in TResult predicted, in TTarget actual, in TArguments arguments, Span<double> derivative)
    {
        var (outputs, targets) = Read(predicted, actual);
        var formula = Formula;
        var sum = 0.0;
        for (var i = 0; i < outputs.Length; i++)
        {
            sum += formula.Value(outputs[i], targets[i]);
            derivative[i] = formula.Derivative(outputs[i], targets[i]);
        }

        return sum;
    }

    private static (double[] Outputs, double[] Targets) Read(in TResult predicted, in TTarget actual)
    {
        if (!Numbers.Supports<TResult>() || !Numbers.Supports<TTarget>())
            throw new NotSupportedException($"A built-in loss outside a fit compares numbers, not {typeof(TResult).Name} with {typeof(TTarget).Name}.");
        var outputs = new double[Numbers.Count(predicted)];
        var targets = new double[Numbers.Count(actual)];
        if (outputs.Length != targets.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The prediction has {outputs.Length} numbers, the target {targets.Length}."), nameof(actual));
        }

        Numbers.Write(predicted, outputs);
        Numbers.Write(actual, targets);
        return (outputs, targets);
    }
}
