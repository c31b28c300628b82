namespace LearnSharp.Ir;

/// <summary>A difference between an artefact and the program that reads it.</summary>
/// <param name="Kind">What kind of difference.</param>
/// <param name="Name">The weight or choice it is about; empty when it is about the whole program.</param>
/// <param name="Message">A sentence for a person.</param>
public sealed record ArtefactNote(ArtefactNoteKind Kind, string Name, string Message);
