using System.Collections.Generic;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>One of several functions: which one shows when the code runs.</summary>
/// <param name="Tag">The number of the function.</param>
/// <param name="Functions">The functions, all of one delegate type; none of them is one of several itself.</param>
internal sealed record ChosenFunction(Expression Tag, IReadOnlyList<DelegateBinding> Functions)
    : DelegateBinding(Functions[0].Method, null, null, null)
{
    /// <summary>The variable that holds the number, where it may be given another function; null where it stays.</summary>
    public Local? Variable { get; init; }
}
