using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>A learned face and what the build has to say about its values.</summary>
/// <param name="Source">The file.</param>
/// <param name="Findings">What is wrong with the artefact.</param>
internal sealed record LearnedOutput(GeneratedSource Source, EquatableArray<Finding> Findings);
