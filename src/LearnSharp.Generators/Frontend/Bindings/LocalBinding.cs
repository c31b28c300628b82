using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>A plain value in a local of its own.</summary>
/// <param name="Local">The local.</param>
internal sealed record LocalBinding(Local Local) : Binding;
