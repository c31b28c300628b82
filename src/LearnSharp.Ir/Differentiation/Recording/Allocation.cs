using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>Whether a function allocates arrays: its forward sweep rents them from the workspace, the function as it stands does not.</summary>
internal sealed class Allocation : Walker
{
    private readonly IReadOnlyDictionary<string, FunctionPlan> _plans;
    private readonly HashSet<string> _seen = [];
    private bool _happens;

    private Allocation(IReadOnlyDictionary<string, FunctionPlan> plans) => _plans = plans;

    /// <summary>Whether the function, or one that it calls, allocates.</summary>
    public static bool Happens(FlatFunction function, IReadOnlyDictionary<string, FunctionPlan> plans)
    {
        var allocation = new Allocation(plans);
        allocation._seen.Add(function.Source.Id);
        allocation.Visit(function.Body);
        return allocation._happens;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is Call call && _seen.Add(call.Function))
            Visit(_plans[call.Function].Function.Body);
        base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        _happens |= expression is ArrayNew or ArrayLiteral;
        base.Visit(expression);
    }
}
