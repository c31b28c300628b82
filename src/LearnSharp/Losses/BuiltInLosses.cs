namespace LearnSharp;

/// <summary>
/// The built-in losses. A result of several numbers (an array, a struct) has as many differences <c>e = prediction − target</c> as numbers, and its
/// loss is the sum over them;
/// the loss of many rows is the mean, weighted where rows have weights.
/// </summary>
public static class Loss
{
    /// <summary><c>e²</c>: the least-squares fit, whose reported loss is the mean squared error.</summary>
    public static BuiltInLoss Squared { get; } = new(LossKind.Squared);

    /// <summary><c>|e|</c>: the median fit, which a few wild rows do not move.</summary>
    public static BuiltInLoss Absolute { get; } = new(LossKind.Absolute);

    /// <summary>
    /// −log of the probability that the prediction gave to what happened: <c>−t·log p − (1 − t)·log(1 − p)</c>, targets <c>bool</c> or numbers from
    /// 0 to 1. Below the probability
    /// <see cref="BuiltInLoss.SmallestProbability"/> the logarithm goes on along its tangent, so that a prediction at or outside 0 and 1 has a
    /// finite loss that still pulls it back.
    /// </summary>
    public static BuiltInLoss Log { get; } = new(LossKind.Log);

    /// <summary>
    /// 0 where the prediction equals the target, else 1: the share of wrong predictions, for <c>bool</c>, enum and integer results. A number
    /// predicted for a <c>bool</c> target
    /// counts as true from 0.5 on. It has no gradient: weights are trained by search.
    /// </summary>
    public static BuiltInLoss ZeroOne { get; } = new(LossKind.ZeroOne);

    /// <summary>
    /// <c>e²/2</c> up to |e| = δ, and <c>δ·(|e| − δ/2)</c> beyond (Huber 1964): least squares for ordinary rows, not moved far by wild ones.
    /// </summary>
    /// <param name="delta">δ, in the units of the target; above it an error counts as wild.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">δ is not a positive finite number.</exception>
    public static BuiltInLoss Huber(double delta)
    {
        if (!(delta > 0) || double.IsInfinity(delta))
            throw new System.ArgumentOutOfRangeException(nameof(delta), delta, "Huber's delta is a positive number in the units of the target.");
        return new BuiltInLoss(LossKind.Huber, delta);
    }
}
