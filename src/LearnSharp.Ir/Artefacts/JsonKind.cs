namespace LearnSharp.Ir;

/// <summary>The kinds of JSON values that artefacts are made of.</summary>
internal enum JsonKind
{
    /// <summary>Members in braces.</summary>
    Object,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,
}
