using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>A value on its way to a variable, or one that nothing can change.</summary>
/// <param name="Value">An expression that gives it.</param>
internal sealed record ValueBinding(Expression Value) : Binding;
