namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Methods whose result is a solution.</summary>
internal static partial class Methods
{
    /// <summary>Where nothing pushes, every number is a solution.</summary>
    [Learnable]
    public static double Drift(double start, [Weight] double push = 0) => Learn.FixedPoint(start, x => x + push);

    /// <summary>The step stands still to second order at the solution.</summary>
    [Learnable]
    public static double Flat(double goal) => Learn.FixedPoint(goal, x => x - ((x - goal) * (x - goal) * (x - goal)));
}
