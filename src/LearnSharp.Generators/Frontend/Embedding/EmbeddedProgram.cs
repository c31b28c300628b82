using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>A learnable method of another assembly, as its assembly brings it.</summary>
/// <param name="Root">The method; null where the text could not be read.</param>
/// <param name="Callees">What it calls, under ids that no method of this compilation has.</param>
/// <param name="Problem">Why the text could not be read.</param>
internal sealed record EmbeddedProgram(TranslatedMethod? Root, EquatableArray<TranslatedMethod> Callees, string? Problem);
