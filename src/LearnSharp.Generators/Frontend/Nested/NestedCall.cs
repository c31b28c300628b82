using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>A generated derivative that a body calls: the linker makes it from the method that it belongs to.</summary>
/// <param name="Id">The id of its function.</param>
/// <param name="Of">The id of the method's function.</param>
/// <param name="Independent">Per parameter of the method, whether there is a derivative by it.</param>
/// <param name="IsForward">Whether it is the pushforward, and not the pullback.</param>
internal sealed record NestedCall(string Id, string Of, EquatableArray<bool> Independent, bool IsForward)
{
    /// <summary>Whether what it gives is taken without derivatives of its own.</summary>
    public bool IsConstant { get; init; }
}
