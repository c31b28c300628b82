namespace LearnSharp.Generators.Frontend;

/// <summary>What <c>ToLookup</c> makes: the elements of a sequence by their keys.</summary>
/// <param name="Groups">The groups; a key that is not there has no elements.</param>
internal sealed record LookupBinding(Grouping Groups) : Binding
{
    /// <inheritdoc/>
    public override string Noun => "A lookup";
}
