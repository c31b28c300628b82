using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// A method that calls itself and shares variables with its caller, as a function of the program (lambda lifting: Johnsson 1985, "Lambda Lifting: Transforming
/// Programs to Recursive Equations"): what it shares comes in as further parameters, and what it changes goes back as further results (<see cref="SharedLocals"/>).
/// </summary>
/// <param name="id">The function's id.</param>
/// <param name="method">The method, with its type arguments.</param>
/// <param name="receiver">What <c>this</c> stands for.</param>
/// <param name="outer">The scope that a local function is written in.</param>
/// <param name="known">What parameters stand for whose arguments are known while translating; null for those that are passed.</param>
internal sealed class LiftedFunction(string id, IMethodSymbol method, Binding? receiver, Scope? outer, Binding?[] known)
{
    /// <summary>The function's id.</summary>
    public string Id => id;

    /// <summary>The method.</summary>
    public IMethodSymbol Method => method;

    /// <summary>The locals of the parameters that are passed; null for others.</summary>
    public Local?[] Parameters { get; } = new Local?[known.Length];

    /// <summary>The type of the method's own result; null for none.</summary>
    public IrType? Result { get; init; }

    /// <summary>Whether its body is translated.</summary>
    public bool IsDone { get; set; }

    /// <summary>Whether a call comes to this function: of the same method, with the same functions and objects.</summary>
    public bool Serves(IMethodSymbol called, Binding? self, Scope? around, Binding?[] given) =>
        SymbolEqualityComparer.Default.Equals(method, called) && Equals(receiver, self) && outer == around && known.SequenceEqual(given);
}
