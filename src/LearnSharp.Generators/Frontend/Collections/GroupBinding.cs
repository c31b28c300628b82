using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>One of the groups that a query makes.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Elements">Its elements.</param>
internal sealed record GroupBinding(Expression Key, Sequence Elements) : Binding
{
    /// <inheritdoc/>
    public override string Noun => "A group";
}
