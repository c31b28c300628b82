using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>
/// Replaces locals that are set once, to a constant or to another local that is set once, by what they stand for. Floating constants keep their
/// names: a number in a formula
/// reads better with one.
/// </summary>
internal sealed class CopyPropagation : Rewriter
{
    private readonly Dictionary<int, Expression> _values = [];
    private readonly HashSet<int> _settled = [];
    private readonly LocalUses _uses;

    private CopyPropagation(Function function)
    {
        _uses = LocalUses.Of(function);
        foreach (var parameter in function.Parameters)
            Settle(parameter.Local);
    }

    /// <summary>Propagates in a function.</summary>
    public static Function Propagate(Function function) => new CopyPropagation(function).Visit(function);

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement)
    {
        var visited = base.Visit(statement);
        if (visited is not [Declare { Value: { } value, Local: var local }] || _uses.Writes(local) > 0)
            return visited;
        Settle(local);
        var stands = value switch
        {
            Constant { Type: not ScalarType { IsFloating: true } } => true,
            LocalRead source => _settled.Contains(source.Local.Id) && source.Local.Type.Equals(local.Type),
            _ => false,
        };
        if (!stands)
            return visited;
        _values[local.Id] = value;
        return [];
    }

    /// <inheritdoc/>
    public override Expression Visit(Expression expression) =>
        expression is LocalRead read && _values.TryGetValue(read.Local.Id, out var value) ? value : base.Visit(expression);

    private void Settle(Local local)
    {
        if (_uses.Writes(local) == 0)
            _settled.Add(local.Id);
    }
}
