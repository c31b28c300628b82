using System;
using System.Collections.Generic;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>A function of plain values that is run where it is handed to.</summary>
/// <param name="Names">What its parameters are called.</param>
/// <param name="Result">The type of its result; null where it has none that the IR knows.</param>
/// <param name="Call">Emits a call and gives its result.</param>
internal sealed record Callable(IReadOnlyList<string> Names, IrType? Result, Func<Expression[], Expression> Call)
{
    /// <summary>The result of a call.</summary>
    public Expression Of(params Expression[] arguments) => Call(arguments);
}
