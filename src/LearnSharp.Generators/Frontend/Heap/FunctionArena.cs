using System.Collections.Generic;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>Where the functions of a delegate type live that are stored: which function each is, and where what it takes along is. Position zero is null.</summary>
/// <param name="type">The delegate type.</param>
/// <param name="count">The first position that is free.</param>
/// <param name="numbers">Which function each is, by its place among <see cref="Functions"/>.</param>
/// <param name="positions">Where what each takes along is.</param>
internal sealed class FunctionArena(INamedTypeSymbol type, Local count, Local numbers, Local positions)
{
    /// <summary>The delegate type.</summary>
    public INamedTypeSymbol Type => type;

    /// <summary>The first position that is free.</summary>
    public Local Count => count;

    /// <summary>Which function each is.</summary>
    public Local Numbers => numbers;

    /// <summary>Where what each takes along is.</summary>
    public Local Positions => positions;

    /// <summary>The functions, in the order in which they are first met.</summary>
    public List<StoredFunction> Functions { get; } = [];

    /// <summary>Whether a call of one of them was translated: it branches on those that were known then.</summary>
    public bool IsCalled { get; set; }

    /// <summary>Whether the last function that was to be stored is an error; calls then say nothing of their own.</summary>
    public bool IsRefused { get; set; }
}
