namespace LearnSharp.Ir;

/// <summary>The current value of a local.</summary>
/// <param name="Local">Which local.</param>
public sealed record LocalRead(Local Local) : Expression
{
    /// <inheritdoc/>
    public override IrType Type => Local.Type;
}
