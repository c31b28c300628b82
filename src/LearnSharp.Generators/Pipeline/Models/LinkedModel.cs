using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>A learnable method with its code and the artefacts that are its own.</summary>
/// <param name="Body">The method and its code.</param>
/// <param name="Artefacts">Files that hold its values, or are named as if they did.</param>
internal sealed record LinkedModel(BodyModel Body, EquatableArray<ArtefactFile> Artefacts);
