using System;

namespace LearnSharp;

/// <summary>
/// Says that there is no derivative here, on purpose. On a parameter: <c>Gradient</c> and <c>Pullback</c> have none for it, and nothing is computed or kept for one; data that a cost is measured on
/// is the usual case. On a method, property or field: what learnable code gets from it counts as constant. Such a method is called as it stands, whatever is in its body; it must not write to
/// arrays that it is handed.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field, Inherited = false)]
public sealed class NonDifferentiableAttribute : Attribute;
