namespace LearnSharp.Generators.Frontend;

/// <summary>No object, known while translating.</summary>
internal sealed record NullBinding : Binding
{
    /// <inheritdoc/>
    public override string Noun => "Null";
}
