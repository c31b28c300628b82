using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// Whether the turns of a loop depend on each other: each may write only to variables of its own, and of arrays from outside only to elements that no other turn touches, those whose index is the loop's
/// counter, or that lie in the row of the counter.
/// </summary>
internal sealed class Turns : Walker
{
    private readonly Local _counter;
    private readonly ITurnFacts _facts;
    private readonly Stores _stores = new();
    private readonly Dictionary<(Local Array, int Depth), HashSet<TurnPlace>> _written = [];
    private readonly List<(Local? Array, int Depth, TurnPlace? Place, Origin Where)> _reads = [];
    private readonly HashSet<Local> _followed = [];
    private Origin _where;
    private (Origin Where, string Construct)? _problem;

    /// <summary>Looks at a loop.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="body">The body.</param>
    /// <param name="facts">What is known of the code around.</param>
    public Turns(Local counter, Block body, ITurnFacts facts)
    {
        (_counter, _facts) = (counter, facts);
        _stores.Visit(body);
        Visit(body);
    }

    /// <summary>What stands in the way, and where; null where nothing does.</summary>
    public (Origin Where, string Construct)? Problem => _problem ?? Meeting();

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement.Origin.Length > 0)
            _where = statement.Origin;
        switch (statement)
        {
            case Evaluate:
                Note("Other C# that has effects, in a turn of 'Parallel.For',");
                break;
            case Call s:
                foreach (var position in _facts.WrittenBy(s).Where(position => !IsOwn(s.Arguments[position])))
                    Handed(s.Arguments[position]);
                break;
        }

        base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Place place)
    {
        switch (place)
        {
            case LocalPlace { Local: var local } when !_stores.Declares(local):
                Note(_facts.IsList(local) ? "Changing a list that all turns of 'Parallel.For' share" : $"Storing to '{local.Name}', which all turns of 'Parallel.For' share,");
                break;
            case ElementPlace element when !IsOwn(element.Array):
                Written(Find(element.Array, element.Index));
                break;
        }

        base.Visit(place);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        switch (expression)
        {
            case Extern { Purity: Purity.Effectful }:
                Note("Other C# that has effects, in a turn of 'Parallel.For',");
                break;
            case Element element when !IsOwn(element.Array) && element.Array is not Extern:
            {
                var (array, place) = Find(element.Array, element.Index);
                _reads.Add((array, DepthOf(element.Array), place, _where));
                break;
            }
        }

        base.Visit(expression);
    }

    private void Note(string construct) => _problem ??= (_where, construct);

    private void Written((Local? Array, TurnPlace? Place) element)
    {
        if (element is not ({ } array, { } place))
        {
            Note("A store to an element that may be another turn's, in 'Parallel.For',");
            return;
        }

        if (!_written.TryGetValue((array, place.Depth), out var places))
            _written.Add((array, place.Depth), places = []);
        places.Add(place);
        if (places.Count > 1)
            Note($"Storing to '{array.Name}' in two ways in the turns of 'Parallel.For'");
    }

    // A row of its own that a turn hands over.
    private void Handed(Expression array)
    {
        var (root, place) = Find(array, null);
        if (root is null || place is null)
            Note("Handing an array that all turns of 'Parallel.For' share to a method that may write to it");
        else
            Written((root, place));
    }

    private (Origin Where, string Construct)? Meeting()
    {
        foreach (var (array, depth, place, where) in _reads)
        {
            if (array is null ? _written.Count > 0 : _written.TryGetValue((array, depth), out var places) && (place is null || !places.Contains(place)))
                return (where, "Reading an element that another turn of 'Parallel.For' may write");
        }

        return null;
    }

    /// <summary>How many levels of arrays inside the named one an array is.</summary>
    private int DepthOf(Expression array) => array switch
    {
        LocalRead { Local: var local } when _stores.Declares(local) && _stores.ValueOf(local) is { } value => DepthOf(value),
        Ir.Convert convert => DepthOf(convert.Operand),
        Slice slice => DepthOf(slice.Array),
        Element row => DepthOf(row.Array) + 1,
        _ => 0,
    };

    /// <summary>Whether an array was made in this turn.</summary>
    private bool IsOwn(Expression array) => array switch
    {
        LocalRead { Local: var local } => _stores.Declares(local) && (_facts.IsList(local) || (_stores.ValueOf(local) is { } value && (value is ArrayNew or ArrayLiteral || IsOwn(value)))),
        Ir.Convert convert => IsOwn(convert.Operand),
        Slice slice => IsOwn(slice.Array),
        Element row => IsOwn(row.Array),
        Conditional choice => IsOwn(choice.WhenTrue) && IsOwn(choice.WhenFalse),
        _ => false,
    };

    /// <summary>The array from outside that an element is one of, and which of its elements belong to this turn; null for what is not known.</summary>
    /// <param name="array">The array.</param>
    /// <param name="index">The index of the element; null for any.</param>
    private (Local? Array, TurnPlace? Place) Find(Expression array, Expression? index)
    {
        switch (array)
        {
            case LocalRead { Local: var local } when _stores.Declares(local):
                return _stores.ValueOf(local) is { } value ? Find(value, index) : (null, null);
            case LocalRead { Local: var local }:
            {
                // Names that go round in a circle were swapped.
                if (!_followed.Add(local))
                    return (null, null);
                var place = index is null ? null : Own(index);
                var found = _facts.NamedBy(local) switch
                {
                    null => (null, null),
                    LocalRead or Ir.Convert => Find(_facts.NamedBy(local)!, index),
                    Slice part => (Find(part.Array, null).Array, place is null ? null : place with { Through = local }),
                    _ => (local, place),
                };
                _followed.Remove(local);
                return found;
            }

            case Ir.Convert convert:
                return Find(convert.Operand, index);
            case Slice slice:
            {
                var root = Find(slice.Array, null).Array;
                return (root, Row(slice.Start) is { } size && Known(slice.Count).Equals(size) ? new TurnPlace(size, null, 0) : null);
            }

            // A row of an array of arrays.
            case Element row:
            {
                var (rows, place) = Find(row.Array, row.Index);
                return (rows, place is null ? null : place with { Depth = place.Depth + 1 });
            }

            default:
                return (null, null);
        }
    }

    private TurnPlace? Own(Expression index) => Known(index) switch
    {
        LocalRead { Local: var local } when local == _counter => new(null, null, 0),

        // Of several dimensions: -1 is outside, and throws.
        Conditional { WhenTrue: var inside, WhenFalse: Constant { AsLong: -1 } } => InRow(inside, isInside: true),
        var other => InRow(other, isInside: false),
    };

    private TurnPlace? InRow(Expression index, bool isInside) =>
        index is Binary { Operator: BinaryOperator.Add, Left: var start, Right: var rest } && Row(start) is { } size && (isInside || _facts.IsBelow(rest, size)) ? new(size, null, 0) : null;

    /// <summary>The length of the rows whose start an expression is for the row of this turn; null for any other.</summary>
    private Expression? Row(Expression start) => Known(start) switch
    {
        Binary { Operator: BinaryOperator.Multiply, Left: var left, Right: var size } when IsCounter(left) => Known(size),
        Binary { Operator: BinaryOperator.Multiply, Left: var size, Right: var right } when IsCounter(right) => Known(size),
        _ => null,
    };

    private bool IsCounter(Expression value) => Known(value) is LocalRead { Local: var local } && local == _counter;

    private Expression Known(Expression value) =>
        value is LocalRead { Local: var local } && _stores.Declares(local) && _stores.ValueOf(local) is { Type: ScalarType } known ? Known(known) : value;
}
