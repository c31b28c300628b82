namespace LearnSharp.Generators.Frontend;

/// <summary>How an object of a type with a weight set receives what was learned.</summary>
internal enum ApplyKind
{
    /// <summary>Not at all: a member can only be set while the object is made.</summary>
    None,

    /// <summary>Its members are set.</summary>
    InPlace,

    /// <summary>A copy of it has them: of a struct or record.</summary>
    Copy,
}
