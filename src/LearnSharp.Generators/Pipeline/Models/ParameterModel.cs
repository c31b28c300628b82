using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>A parameter of a method as its signature declares it.</summary>
/// <param name="Name">Its identifier, not escaped.</param>
/// <param name="TypeName">Its C# type, fully qualified, with nullable annotations.</param>
/// <param name="Modifier">What stands before the type: <c>params</c>, <c>in</c>, <c>ref</c>, <c>out</c>, <c>scoped</c>, or nothing.</param>
/// <param name="Role">What it is to the trainer.</param>
/// <param name="Default">Its default value as C#, or null.</param>
/// <param name="IsDifferentiable">Whether derivatives by it are wanted where its type allows them: it is not marked <c>[NonDifferentiable]</c>.</param>
internal sealed record ParameterModel(string Name, string TypeName, string Modifier, ParameterRole Role, string? Default, bool IsDifferentiable = true);
