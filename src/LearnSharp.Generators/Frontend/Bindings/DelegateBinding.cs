using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>A function that is known while translating: a lambda, a local function or a method.</summary>
/// <param name="Method">The function.</param>
/// <param name="Body">The body of a lambda; null for what has its body elsewhere.</param>
/// <param name="Outer">The scope that a lambda or local function is written in: it shares its variables.</param>
/// <param name="Receiver">What <c>this</c> stands for in an instance method; null otherwise.</param>
internal record DelegateBinding(IMethodSymbol Method, IOperation? Body, Scope? Outer, Binding? Receiver) : Binding
{
    /// <inheritdoc/>
    public override string Noun => "A function";
}
