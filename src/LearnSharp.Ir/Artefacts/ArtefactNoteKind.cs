namespace LearnSharp.Ir;

/// <summary>How an artefact differs from the program that reads it.</summary>
public enum ArtefactNoteKind
{
    /// <summary>The signature, the weights or the choices have changed; values were matched by name.</summary>
    SignatureChanged,

    /// <summary>The code has changed: the values were trained for other code.</summary>
    BodyChanged,

    /// <summary>The program has a weight or choice that the artefact lacks; it has its starting value.</summary>
    New,

    /// <summary>The artefact has a weight or choice that the program lacks.</summary>
    Gone,

    /// <summary>A value lay outside today's bounds and was moved to the nearest allowed one.</summary>
    OutOfBounds,

    /// <summary>The chosen option is no longer there; the choice has its starting option.</summary>
    UnknownOption,
}
