using System;

namespace LearnSharp;

/// <summary>
/// Marks a parameter of a learnable method whose derivative nobody asks for: <c>Gradient</c> and <c>Pullback</c> have no derivative for it, and nothing is computed or
/// kept for one. Data that a cost is measured on is the usual case.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class NonDifferentiableAttribute : Attribute;
