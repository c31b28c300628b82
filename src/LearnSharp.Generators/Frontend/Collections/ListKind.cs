namespace LearnSharp.Generators.Frontend;

/// <summary>What a <see cref="ListBinding"/> is to C#.</summary>
internal enum ListKind
{
    /// <summary><c>List</c>.</summary>
    List,

    /// <summary><c>Stack</c>: the last element comes first.</summary>
    Stack,

    /// <summary><c>Queue</c>.</summary>
    Queue,

    /// <summary>An array that is handed over as a list: its elements may be written, its length stays.</summary>
    View,
}
