namespace LearnSharp.Execution.Tests.Sets;

/// <summary>A record struct whose properties learn.</summary>
internal readonly partial record struct Curve()
{
    [Weight]
    public double Slope { get; init; } = 0.5;

    [Weight]
    public float Offset { get; init; } = 2;

    [Learnable]
    public double At(double x) => (Slope * x * x) + Offset;
}
