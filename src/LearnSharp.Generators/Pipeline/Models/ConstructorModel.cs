using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>A constructor of a type with a weight set.</summary>
/// <param name="Accessibility">Its accessibility, as C# writes it.</param>
/// <param name="Parameters">Its parameters, in order.</param>
internal sealed record ConstructorModel(string Accessibility, EquatableArray<ParameterModel> Parameters);
