using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>A root joined with everything it calls.</summary>
/// <param name="Learnable">The program.</param>
/// <param name="Sets">The weight sets of types in it; that of the type that declares the root comes first.</param>
/// <param name="State">What the root reads of its object besides weights and choices.</param>
internal sealed record LinkedProgram(LearnableProgram Learnable, EquatableArray<LinkedSet> Sets, EquatableArray<LinkedState> State);
