using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Another name for storage that exists already: what a ref, out or in parameter or a ref local refers to.</summary>
/// <param name="Place">The storage; held, so that it stays the same whatever happens next.</param>
internal sealed record PlaceBinding(Place Place) : Binding;
