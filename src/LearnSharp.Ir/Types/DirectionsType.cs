namespace LearnSharp.Ir;

/// <summary>
/// The tangents of one double along several directions, side by side: a vector whose lanes never meet, so that each of them has the bits that it would have alone. Only forward mode makes it
/// (<see cref="ForwardOptions.IsWide"/>).
/// </summary>
public sealed record DirectionsType : IrType
{
    /// <summary>The number of directions.</summary>
    public const int Count = 8;

    /// <summary>The type.</summary>
    public static readonly DirectionsType Instance = new();

    private DirectionsType()
    {
    }

    /// <inheritdoc/>
    public override string CSharpName => "global::System.Runtime.Intrinsics.Vector512<double>";

    /// <inheritdoc/>
    public override bool IsDifferentiable => false;
}
