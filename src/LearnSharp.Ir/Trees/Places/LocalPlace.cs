namespace LearnSharp.Ir;

/// <summary>A local or parameter.</summary>
/// <param name="Local">Which.</param>
public sealed record LocalPlace(Local Local) : Place
{
    /// <inheritdoc/>
    public override IrType Type => Local.Type;

    /// <inheritdoc/>
    public override Expression Read => new LocalRead(Local);
}
