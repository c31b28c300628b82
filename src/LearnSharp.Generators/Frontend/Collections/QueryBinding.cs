namespace LearnSharp.Generators.Frontend;

/// <summary>A sequence that nothing has evaluated yet.</summary>
/// <param name="Sequence">The sequence.</param>
internal sealed record QueryBinding(Sequence Sequence) : Binding
{
    /// <inheritdoc/>
    public override string Noun => "A sequence that nothing has evaluated";
}
