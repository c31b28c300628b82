using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>What is known of the sizes in a function: which expressions have one value for as long as it runs, and which of them have the same one.</summary>
internal sealed class FixedSizes : Walker
{
    private readonly Dictionary<Local, Expression> _declared = [];
    private readonly HashSet<Local> _parameters;
    private readonly Dictionary<Local, int> _stores = [];
    private int _loops;

    /// <summary>Reads a function.</summary>
    public FixedSizes(Function function)
        : this(function.Parameters.Select(static parameter => parameter.Local), function.Body)
    {
    }

    /// <summary>Reads the body of a function with the given parameters.</summary>
    public FixedSizes(IEnumerable<Local> parameters, Block body)
    {
        _parameters = [.. parameters];
        Visit(body);
    }

    /// <summary>How often a local is stored to, besides its declaration.</summary>
    public int Stores(Local local) => _stores.TryGetValue(local, out var count) ? count : 0;

    /// <summary>The size that an integer expression is, or null where it may differ from time to time.</summary>
    public Size? Of(Expression expression)
    {
        switch (expression)
        {
            case Constant { Type: ScalarType { IsInteger: true } } c:
                return new(null, c.AsLong);
            case LocalRead read when IsFixed(read.Local):
                return (_declared.TryGetValue(read.Local, out var value) ? Of(value) : null) ?? new(expression, 0);
            case Length { Array: LocalRead { Local: var array } } when IsFixed(array):
                return !_declared.TryGetValue(array, out var made) ? new(expression, 0) : made switch
                {
                    ArrayNew fresh => Of(fresh.Length),
                    ArrayRent rent => Of(rent.Length),
                    LocalRead other => Of(new Length(other)),
                    _ => null,
                } ?? new(expression, 0);
            case Binary { Operator: BinaryOperator.Subtract, Left: var left, Right: Constant { AsLong: >= 0 and < int.MaxValue } by } when Of(left) is { Base: Length } whole:
                return whole with { Added = whole.Added - by.AsLong };
            default:
                return Cost.IsRecomputable(expression) && Reads.Of(expression) is { Elements.Count: 0 } reads && reads.Locals.All(IsFixed) ? new(expression, 0) : null;
        }
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is Declare { Value: { } value } declared && _loops == 0)
            _declared[declared.Local] = value;
        _loops += statement is Loop ? 1 : 0;
        base.Visit(statement);
        _loops -= statement is Loop ? 1 : 0;
    }

    /// <inheritdoc/>
    public override void Visit(Place place)
    {
        if (place is LocalPlace stored)
            _stores[stored.Local] = Stores(stored.Local) + 1;
        base.Visit(place);
    }

    // Declared outside of loops, with the value that it keeps.
    private bool IsFixed(Local local) => Stores(local) == 0 && (_parameters.Contains(local) || _declared.ContainsKey(local));
}
