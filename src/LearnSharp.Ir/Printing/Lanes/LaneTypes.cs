using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Which locals of a lockstep function are lanes: all doubles and floats, the others that are made from lanes, and what is made by an operation that throws for some operands: that of lanes
/// does not, and rows that do not come by must not throw.
/// </summary>
internal sealed class LaneTypes : Walker
{
    private readonly HashSet<int> _lanes = [];
    private readonly HashSet<IrType> _recorded = [];
    private bool _news;

    private LaneTypes()
    {
    }

    /// <summary>Analyses a function.</summary>
    public static LaneTypes Of(Function function, IReadOnlyList<bool> uniform)
    {
        var types = new LaneTypes();
        for (var i = 0; i < function.Parameters.Count; i++)
        {
            if (!uniform[i])
                types._lanes.Add(function.Parameters[i].Local.Id);
        }

        do
        {
            types._news = false;
            types.Visit(function);
        }
        while (types._news);
        return types;
    }

    /// <summary>Whether a local is lanes.</summary>
    public bool IsLanes(Local local) => local.Type.IsDifferentiable || _lanes.Contains(local.Id);

    /// <summary>Whether an expression is lanes.</summary>
    public bool IsLanes(Expression expression) => expression.Type.IsDifferentiable || Reads.Of(expression).Locals.Any(IsLanes) || Hazards.In(expression).Count > 0;

    /// <summary>Whether values of a type are recorded as lanes: all of one type, so that what is taken back is what was put down.</summary>
    public bool IsRecordedAsLanes(IrType type) => type.IsDifferentiable || _recorded.Contains(type);

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        switch (statement)
        {
            case Declare { Value: { } value } s when IsLanes(value):
                Mark(s.Local);
                break;
            case Assign { Target: LocalPlace target } s when IsLanes(s.Value):
                Mark(target.Local);
                break;
            case Push s when IsLanes(s.Value):
                _news |= _recorded.Add(s.Value.Type);
                break;
            case Pop { Target: LocalPlace target } when IsRecordedAsLanes(target.Type):
                Mark(target.Local);
                break;
        }

        base.Visit(statement);
    }

    private void Mark(Local local) => _news |= !local.Type.IsDifferentiable && _lanes.Add(local.Id);
}
