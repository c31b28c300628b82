namespace LearnSharp.Ir;

/// <summary>A program with what can be learned in it. The root's parameters are inputs and declared weights and choices in the method's order, then those of the body.</summary>
/// <param name="Program">The code.</param>
/// <param name="Weights">Its weights, in declaration order.</param>
/// <param name="Choices">Its choices, in declaration order.</param>
public sealed record LearnableProgram(IrProgram Program, EquatableArray<WeightSpec> Weights, EquatableArray<ChoiceSpec> Choices);
