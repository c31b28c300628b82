using System.Collections.Generic;

namespace LearnSharp.Generators.Frontend;

/// <summary>An array of functions.</summary>
/// <param name="Functions">The functions in order; an array that is never stored to.</param>
internal sealed record FunctionsBinding(IReadOnlyList<DelegateBinding> Functions) : Binding
{
    /// <inheritdoc/>
    public override string Noun => "An array of functions";
}
