using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// The translation of one method's body, before it is linked with those it calls. Holds no symbols and no syntax and compares by value, so that a pipeline
/// may cache it.
/// </summary>
/// <param name="Function">The function; the roles of its parameters are those it has as a root.</param>
/// <param name="Weights">The weights of its signature and body.</param>
/// <param name="Choices">The choices of its signature and body.</param>
/// <param name="Callees">The ids of the functions it calls, each once.</param>
/// <param name="ContainingTypes">The type that declares the method and the types around it, innermost first: whose private members code placed there may use.</param>
/// <param name="PrivateTypes">The types whose private members the function uses.</param>
/// <param name="Borrowed">The function's last parameters: weights and choices of sets of others, of callees whose calls leave them out and of types.</param>
/// <param name="Sets">The sets of types that the function reads; the set of the type that declares an instance method comes first.</param>
/// <param name="IsOfSet">Whether it is an instance method of a type with a weight set.</param>
internal sealed record TranslatedMethod(
    Function Function,
    EquatableArray<WeightSpec> Weights,
    EquatableArray<ChoiceSpec> Choices,
    EquatableArray<string> Callees,
    EquatableArray<string> ContainingTypes,
    EquatableArray<string> PrivateTypes,
    EquatableArray<LearnedSlot> Borrowed,
    EquatableArray<LearnedSet> Sets,
    bool IsOfSet)
{
    /// <summary>The functions that were lifted out of the body.</summary>
    public EquatableArray<TranslatedMethod> Lifted { get; init; } = [];

    /// <summary>Whether the function names types or members that other assemblies cannot see.</summary>
    public bool UsesInternals { get; init; }

    /// <summary>Whether the function takes or returns arrays of several dimensions in parts, other than the method.</summary>
    public bool IsReshaped { get; init; }

    /// <summary>Whether it takes the elements of lists or other sequences, which other assemblies do not hand over.</summary>
    public bool TakesSequences { get; init; }

    /// <summary>Its own set.</summary>
    public LearnedSet Own => new(Function.Id, MemberNames.Pascal(Function.Name), Function.Parameters.Select(static parameter => parameter.Local), Weights, Choices);
}
