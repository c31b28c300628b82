using System;

namespace LearnSharp;

/// <summary>Says where the derivatives of another type's static methods stand: <c>[assembly: DerivativesOf(typeof(Library), typeof(LibraryDerivatives))]</c>.</summary>
/// <param name="type">The type whose methods are called.</param>
/// <param name="rules">The type whose methods are marked with <see cref="DerivativeAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class DerivativesOfAttribute(Type type, Type rules) : Attribute
{
    /// <summary>The type whose methods are called.</summary>
    public Type Type { get; } = type;

    /// <summary>The type with the derivatives.</summary>
    public Type Rules { get; } = rules;
}
