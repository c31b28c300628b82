using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>The weight set of a type in a program.</summary>
/// <param name="Set">The set.</param>
/// <param name="Prefix">What stands before its names in the program's: <c>Pid.</c>, or nothing where the root is a method of the type.</param>
/// <param name="Parameters">By position in the set: the root's parameter that receives it.</param>
internal sealed record LinkedSet(LearnedSet Set, string Prefix, EquatableArray<int> Parameters)
{
    /// <summary>The type.</summary>
    public TypeSet Type => Set.Type!;

    /// <summary>Whether it is the set of the type that declares the root.</summary>
    public bool IsOwn => Prefix.Length == 0;
}
