using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>
/// A function in the form that is differentiated: no struct-typed parameters, results or (but for values taken apart at once) locals, no <see cref="Return"/>; the results are locals
/// read at the end of the body.
/// </summary>
internal sealed class FlatFunction(Function source, FreshIds ids)
{
    /// <summary>The function as it was.</summary>
    public Function Source { get; } = source;

    /// <summary>Whether its derivatives come from elsewhere, by hand or as a pullback's own, so that its body says nothing.</summary>
    public bool IsClosed => Source.Derivative is not null || Source.Map is not null;

    /// <summary>Ids that are free in the function.</summary>
    public FreshIds Ids { get; } = ids;

    /// <summary>The parameters, structs replaced by their leaves. Never assigned in the body.</summary>
    public List<Local> Parameters { get; } = [];

    /// <summary>Per parameter, which parameter of the source it belongs to.</summary>
    public List<int> ParameterSources { get; } = [];

    /// <summary>The locals that hold the results at the end, structs replaced by their leaves.</summary>
    public List<Local> Results { get; } = [];

    /// <summary>The statements.</summary>
    public Block Body { get; set; } = Block.Empty;

    /// <summary>What kept the function from being brought into this form.</summary>
    public List<Refusal> Refusals { get; } = [];
}
