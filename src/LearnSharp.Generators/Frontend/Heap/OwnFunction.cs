using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>A method that calls itself and shares arrays with the body that calls it: a function that only this body calls.</summary>
/// <param name="Id">The function's id.</param>
/// <param name="Method">The method, with its type arguments.</param>
/// <param name="Outer">The scope around a local function; null for a method.</param>
/// <param name="Self">The parameter that is <c>this</c>; null where there is none.</param>
/// <param name="Parameters">The parameters of the method.</param>
/// <param name="Result">The type of its result; null where it has none.</param>
/// <param name="Call">The first call.</param>
internal sealed record OwnFunction(string Id, IMethodSymbol Method, Scope? Outer, Local? Self, EquatableArray<Local> Parameters, IrType? Result, IOperation Call);
