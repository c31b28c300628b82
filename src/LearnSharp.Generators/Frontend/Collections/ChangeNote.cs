using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>A variable that tells a loop that the collection it goes through has changed: C# throws then, when the next element is asked for.</summary>
/// <param name="flag">The variable.</param>
internal sealed class ChangeNote(Local flag)
{
    /// <summary>The variable.</summary>
    public Local Flag => flag;

    /// <summary>Whether anything in the loop changes the collection: otherwise the variable is not needed.</summary>
    public bool IsUsed { get; set; }
}
