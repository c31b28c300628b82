using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>One of the functions of a type that live in arrays: which one shows when the code runs.</summary>
/// <param name="Reference">Its position.</param>
/// <param name="Type">The type of the delegate.</param>
internal sealed record StoredDelegate(Expression Reference, INamedTypeSymbol Type) : DelegateBinding(Type.DelegateInvokeMethod!, null, null, null);
