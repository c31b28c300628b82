using System.Collections.Generic;

namespace LearnSharp;

/// <summary>The weight set of a type in a program: it has an artefact of its own, which all programs that read it share.</summary>
/// <param name="FullName">The full name of the type: <c>Shop.Pid</c>.</param>
/// <param name="ArtefactName">The stem of its artefact's file name: <c>Pid</c>.</param>
/// <param name="Signature">The set as the artefact records it.</param>
/// <param name="SignatureHash">Hash of names, types and options.</param>
/// <param name="Weights">Its weights in declaration order: positions in <see cref="ProgramInfo.Weights"/>, with the names in the set.</param>
/// <param name="Choices">Its choices in declaration order: positions in <see cref="ProgramInfo.Choices"/>, with the names in the set.</param>
public sealed record WeightSetInfo(
    string FullName,
    string ArtefactName,
    string Signature,
    string SignatureHash,
    IReadOnlyList<WeightSetEntry> Weights,
    IReadOnlyList<WeightSetEntry> Choices);
