using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Writes loops over the elements of local arrays out, turn by turn, where the turns are known and few: every index is a number then.</summary>
internal sealed class ArrayTurns : Rewriter
{
    private const int MostTurns = 32;
    private const int MostOperations = 800;
    private const int MostRounds = 4;

    private readonly LocalArrays _arrays;
    private readonly FreshIds _ids;
    private readonly LocalUses _uses;
    private int _operations;

    private ArrayTurns(Function function)
    {
        (_arrays, _ids, _uses) = (LocalArrays.Of(function), new FreshIds(function), LocalUses.Of(function));
        _operations = RegionCost.Operations(function.Body);
    }

    /// <summary>Rewrites a function: outer loops first, whose counters may be the bounds of inner ones.</summary>
    public static Function Run(Function function)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var written = new ArrayTurns(function).Visit(function);
            if (ReferenceEquals(written, function))
                break;
            function = Simplifier.Simplify(written);
        }

        return function;
    }

    /// <inheritdoc/>
    public override Block Visit(Block block)
    {
        var statements = new List<Statement>();
        var isWritten = false;
        for (var i = 0; i < block.Statements.Count; i++)
        {
            if (i + 1 < block.Statements.Count && block.Statements[i] is Declare { Value: Constant start } counter && block.Statements[i + 1] is Loop loop
                && Values(counter.Local, start, loop) is { } values && IsIndex(counter.Local, loop.Body) && Fits(loop.Body, values.Count))
            {
                statements.Add(Turns(counter.Local, values, loop));
                isWritten = true;
                i++;
                continue;
            }

            statements.Add(block.Statements[i]);
        }

        return isWritten ? block with { Statements = statements.ToEquatableArray() } : base.Visit(block);
    }

    private bool Fits(Block body, int turns)
    {
        var added = (turns - 1) * RegionCost.Operations(body);
        if (_operations + added > MostOperations)
            return false;
        _operations += added;
        return true;
    }

    /// <summary>The values of a counter, turn by turn; null where they are not known, or too many.</summary>
    private List<int>? Values(Local counter, Constant start, Loop loop)
    {
        if (counter.Type != ScalarType.Int || loop is not { While: null, Condition: Binary { Left: LocalRead tested, Right: Constant bound } condition } || !tested.Local.Equals(counter)
            || loop.Step.Statements is not [Assign { Target: LocalPlace stepped, Value: Binary { Checked: false, Left: LocalRead from, Right: Constant by } step }]
            || !stepped.Local.Equals(counter) || !from.Local.Equals(counter) || step.Operator is not (BinaryOperator.Add or BinaryOperator.Subtract)
            || _uses.Writes(counter) != 1 || LocalUses.Of(loop).Total(counter) != _uses.Total(counter))
        {
            return null;
        }

        var values = new List<int>();
        var moved = step.Operator == BinaryOperator.Add ? by.AsLong : -by.AsLong;
        for (var value = start.AsLong; Holds(condition.Operator, value, bound.AsLong); value += moved)
        {
            if (values.Count == MostTurns || value is < int.MinValue or > int.MaxValue)
                return null;
            values.Add((int)value);
        }

        return values;
    }

    private static bool Holds(BinaryOperator test, long value, long bound) => test switch
    {
        BinaryOperator.Less => value < bound,
        BinaryOperator.LessOrEqual => value <= bound,
        BinaryOperator.Greater => value > bound,
        BinaryOperator.GreaterOrEqual => value >= bound,
        BinaryOperator.NotEqual => value != bound,
        BinaryOperator.Equal => value == bound,
        _ => false,
    };

    private bool IsIndex(Local counter, Block body)
    {
        var indexes = new Indexes(_arrays, counter);
        indexes.Visit(body);
        return indexes.Found;
    }

    private Labelled Turns(Local counter, List<int> values, Loop loop)
    {
        var end = _ids.Label();
        return new Labelled(end, new Block(values.Select(Statement (value) => new Turn(_ids, counter, value, loop, end).Of(loop.Body)).ToEquatableArray())) { Origin = loop.Origin };
    }

    /// <summary>Whether the index of an element of a local array is made from a counter.</summary>
    private sealed class Indexes(LocalArrays arrays, Local counter) : Walker
    {
        public bool Found { get; private set; }

        public override void Visit(Expression expression)
        {
            Found |= expression is Element e && arrays.Named(e.Array) is not null && LocalSearch.FindsRead(e.Index, counter);
            base.Visit(expression);
        }

        public override void Visit(Place place)
        {
            Found |= place is ElementPlace p && arrays.Named(p.Array) is not null && LocalSearch.FindsRead(p.Index, counter);
            base.Visit(place);
        }
    }

    /// <summary>One turn, with locals and labels of its own.</summary>
    private sealed class Turn : Rewriter
    {
        private readonly Dictionary<Local, Expression> _values = [];
        private readonly Dictionary<Label, Label> _labels = [];
        private readonly FreshIds _ids;
        private readonly Label _next;

        public Turn(FreshIds ids, Local counter, int value, Loop loop, Label end)
        {
            (_ids, _next) = (ids, ids.Label());
            _values[counter] = Constant.Of(value);
            _labels[loop.Break] = end;
            _labels[loop.Continue] = _next;
        }

        public Labelled Of(Block body) => new Labelled(_next, Visit(body));

        public override EquatableArray<Statement> Visit(Statement statement)
        {
            switch (statement)
            {
                case Declare s:
                {
                    var value = s.Value is null ? null : Visit(s.Value);
                    var local = _ids.Local(s.Local.Type, s.Local.Name);
                    _values[s.Local] = new LocalRead(local);
                    return [s with { Local = local, Value = value }];
                }

                case Labelled s:
                    return [s with { Label = New(s.Label), Body = Visit(s.Body) }];
                case Loop s:
                    return [VisitChildren(s with { Break = New(s.Break), Continue = New(s.Continue) })];
                case Exit s:
                    return [_labels.TryGetValue(s.Target, out var target) ? s with { Target = target } : s];
                default:
                    return base.Visit(statement);
            }
        }

        public override Expression Visit(Expression expression) =>
            expression is LocalRead read && _values.TryGetValue(read.Local, out var value) ? value : base.Visit(expression);

        public override Place Visit(Place place) =>
            place is LocalPlace target && _values.TryGetValue(target.Local, out var value) ? new LocalPlace(((LocalRead)value).Local) : base.Visit(place);

        private Label New(Label label) => _labels[label] = _ids.Label();
    }
}
