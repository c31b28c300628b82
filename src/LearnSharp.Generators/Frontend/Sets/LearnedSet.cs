using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>The weights and choices that belong together: those of a method, or those of a type.</summary>
/// <param name="Id">The id of the method's function or of the type.</param>
/// <param name="Name">What the set is called where it is nested in another.</param>
/// <param name="Locals">By position: the local that receives the weight or choice in the code that reads it.</param>
/// <param name="Weights">The weights; <see cref="WeightSpec.Parameter"/> is the position.</param>
/// <param name="Choices">The choices; <see cref="ChoiceSpec.Parameter"/> is the position.</param>
/// <param name="Type">The type that it is of; null for a method's.</param>
internal sealed record LearnedSet(
    string Id, string Name, EquatableArray<Local> Locals, EquatableArray<WeightSpec> Weights, EquatableArray<ChoiceSpec> Choices, TypeSet? Type = null);
