namespace LearnSharp.Ir;

/// <summary>What a program of today expects of an artefact.</summary>
/// <param name="Program">Full name of the learnable.</param>
/// <param name="SignatureHash">Hash of the signature, weights and choices.</param>
/// <param name="BodyHash">Hash of the code; empty when it is not known, which is never a change.</param>
/// <param name="Weights">The weights in declaration order.</param>
/// <param name="Choices">The choices in declaration order.</param>
public sealed record ArtefactSchema(
    string Program, string SignatureHash, string BodyHash, EquatableArray<WeightSlot> Weights, EquatableArray<ChoiceSlot> Choices);
