using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>An object that a translated body makes: its members are variables of that body, and every name of it shares them.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Region">The code that makes it.</param>
/// <param name="IsCopy">Whether it stands for an object that cannot change by copies of its members: which object it is nobody knows then.</param>
internal sealed record ObjectBinding(INamedTypeSymbol Type, Region Region, bool IsCopy) : Binding
{
    /// <summary>What its fields stand for, those of automatic properties included, and the parameters of primary constructors.</summary>
    public Dictionary<ISymbol, Binding> Members { get; } = new(SymbolEqualityComparer.Default);

    /// <inheritdoc/>
    public override string Noun => "An object";

    /// <summary>Objects are the same only where they are one.</summary>
    public bool Equals(ObjectBinding? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
