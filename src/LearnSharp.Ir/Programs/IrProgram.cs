using System;

namespace LearnSharp.Ir;

/// <summary>A root function with every function it calls, directly or not.</summary>
/// <param name="Root">The function that is run.</param>
/// <param name="Callees">The functions it reaches, each once, without the root unless it is recursive through itself (then found by its id).</param>
public sealed record IrProgram(Function Root, EquatableArray<Function> Callees)
{
    /// <summary>Finds a function by <see cref="Function.Id"/>.</summary>
    /// <exception cref="ArgumentException">The program has no such function.</exception>
    public Function Find(string id)
    {
        if (Root.Id == id)
            return Root;
        foreach (var callee in Callees)
        {
            if (callee.Id == id)
                return callee;
        }

        throw new ArgumentException($"The program of {Root.Id} has no function {id}.", nameof(id));
    }
}
