using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Keeps what the turns of a loop put into an array, where each turn stores all elements before it reads any, in rows of a larger array: one row a turn, and one such array for each time that a
/// turn stores all elements anew. Nothing is overwritten then that the reverse sweep needs, so that nothing has to be copied to the stack and back.
/// </summary>
/// <remarks>For loops that run once, or once in every turn of a fused loop: elsewhere records belong on stacks, which forget what has been reversed.</remarks>
internal sealed class TurnRows
{
    private readonly FunctionPlan _plan;
    private readonly FixedSizes _sizes;
    private readonly Dictionary<Local, Counter> _counters = [];

    private TurnRows(FunctionPlan plan) => (_plan, _sizes) = (plan, new FixedSizes(plan.Function.Parameters, plan.Function.Body));

    /// <summary>Fills <see cref="FunctionPlan.Rows"/> and <see cref="FunctionPlan.RowStarts"/> on a plan whose save marks are set, and settles these again.</summary>
    public static void Choose(FunctionPlan plan)
    {
        if (!plan.Facts.IsRoot)
            return;
        var rows = new TurnRows(plan);
        foreach (var (loop, outer) in FusedLoops.RunningOnce(plan))
            rows.Choose(loop, outer);
        if (plan.Rows.Count > 0)
            Settle(plan);
    }

    // What is saved in rows all the same, element by element, is better saved as before.
    private static void Settle(FunctionPlan plan)
    {
        while (true)
        {
            Pruning.Run(plan);
            var saved = SavedArrays(plan.Body);
            var refused = plan.Rows.Values.SelectMany(static rows => rows).Select(static row => row.Array).Where(saved.Contains).ToList();
            if (refused.Count == 0)
                return;
            foreach (var rows in plan.Rows.Values)
            {
                foreach (var row in rows.Where(row => refused.Contains(row.Array)))
                    plan.RowColumns.Remove(row.Rows);
                rows.RemoveAll(row => refused.Contains(row.Array));
            }

            foreach (var starts in plan.RowStarts.Values)
                starts.RemoveAll(refused.Contains);
        }
    }

    /// <summary>The arrays of which elements are saved before they are overwritten.</summary>
    public static HashSet<Local> SavedArrays(Node node) => [.. node.Actions.Where(static action => action.Save)
        .Select(static action => action.Statement is Assign { Target: ElementPlace { Array: LocalRead array } } ? array.Local : null).OfType<Local>()];

    private void Choose(LoopNode loop, LoopNode outer)
    {
        if (loop is not { HasReverse: true, Carried.Count: 0, Numbering: { } counter } || !IsKnownBefore(counter.Bound, outer))
            return;

        var nodes = Flat(loop.Body.Body).ToList();
        foreach (var array in SavedArrays(loop.Turn).OrderBy(static array => array.Id).ToList())
        {
            if (array.Type is not ArrayType { Kind: ArrayKind.Array, Element: ScalarType { Kind: ScalarKind.Double } } || !FullOverwrites.IsAlone(array, _plan) || !IsOwn(array, loop)
                || !_plan.Lengths.TryGetValue(array, out var length) || !IsKnownBefore(length, outer) || Versions(nodes, array) is not { } starts || !StaysInside(loop, array))
            {
                continue;
            }

            var start = new Binary(BinaryOperator.Multiply, new LocalRead(counter.Local), length);
            TurnRow? row = null;
            foreach (var node in nodes)
            {
                if (starts.Contains(node))
                {
                    row = new(array, _plan.Ids.Local(array.Type, array.Name + "Rows"), start);
                    _plan.RowColumns[row.Rows] = (outer, new Column(row.Rows, new Binary(BinaryOperator.Multiply, NotNegative(counter.Bound), length, Checked: true)));
                    Added(_plan.RowStarts, (LoopNode)node, _plan.Facts.Classes.Of(array));
                }

                if (row is not null)
                    Added(_plan.Rows, node, row);
            }
        }
    }

    private static void Added<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        list.Add(value);
    }

    /// <summary>The same number, or zero instead of a negative one: how often a loop up to it turns.</summary>
    private Expression NotNegative(Expression bound) => _sizes.Of(bound) is { Base: Length, Added: >= 0 } or { Base: null, Added: >= 0 }
        ? bound
        : new Conditional(new Binary(BinaryOperator.Greater, bound, Constant.Of(0)), bound, Constant.Of(0));

    // Made of what stands at the top of the function and does not change: both sweeps can ask for it, at any time.
    private bool IsKnownBefore(Expression size, LoopNode outer)
    {
        var reads = Reads.Of(size);
        return Cost.IsRecomputable(size) && reads.Elements.Count == 0 && _sizes.Of(size) is not null && reads.Locals.All(local => !outer.Killed.Contains(local)
            && (_plan.Function.Parameters.Contains(local) || _plan.Body.Nodes.Exists(node => node is ActionNode { Statement: Declare declared } && declared.Local.Equals(local))));
    }

    private static IEnumerable<Node> Flat(Node node) => node switch
    {
        SequenceNode sequence => sequence.Nodes.SelectMany(Flat),
        LabelledNode { Exits.Count: 0, Body.Exits.Count: 0 } labelled => Flat(labelled.Body),
        _ => [node],
    };

    /// <summary>Whether an array is made in the function, and nothing but its declaration mentions it outside of a loop.</summary>
    private bool IsOwn(Local array, LoopNode loop)
    {
        return !loop.Killed.Contains(array) && !_plan.Function.Parameters.Contains(array) && !_plan.Function.Results.Contains(array) && !_plan.Facts.Escapes(array) && IsUnused(_plan.Body);

        bool IsUnused(Node node) => node switch
        {
            _ when ReferenceEquals(node, loop) => true,
            ActionNode { Statement: Declare declared } when declared.Local.Equals(array) || _plan.IsShadow(declared.Local) => true,
            SequenceNode sequence => sequence.Nodes.TrueForAll(IsUnused),
            LabelledNode labelled => IsUnused(labelled.Body),
            BranchNode branch => !LocalSearch.FindsRead(branch.Condition, array) && IsUnused(branch.Then) && IsUnused(branch.Else),
            LoopNode other => !(other.Loop.Condition is { } condition && LocalSearch.FindsRead(condition, array)) && !(other.Loop.While is { } last && LocalSearch.FindsRead(last, array)) && IsUnused(other.Turn),
            _ => !node.Mentions(array),
        };
    }

    /// <summary>The loops of a turn that store all elements of an array; null where others mention it before.</summary>
    private HashSet<Node>? Versions(List<Node> nodes, Local array)
    {
        var starts = new HashSet<Node>();
        foreach (var node in nodes)
        {
            if (node is LoopNode loop && OwnArrays.IsStoredBy(loop, _plan.Facts.Classes.Of(array), _plan))
                starts.Add(loop);
            else if (starts.Count == 0 && node.Mentions(array))
                return null;
        }

        return starts.Count == 0 ? null : starts;
    }

    /// <summary>Whether all that happens to an array in a loop is that elements are read and stored, at indexes that are surely in it: in a row, the next row would answer for one that is not.</summary>
    private bool StaysInside(LoopNode loop, Local array)
    {
        var size = _sizes.Of(new Length(new LocalRead(array)))!.Value;
        _counters.Clear();
        return Visit(loop);

        bool Visit(Node node)
        {
            switch (node)
            {
                case ActionNode action:
                    return Holds([action.Statement, .. action.Adjoint]) && (action.Selection is null || !action.Mentions(array));
                case SequenceNode sequence:
                    return sequence.Nodes.TrueForAll(Visit);
                case LabelledNode labelled:
                    return Visit(labelled.Body);
                case BranchNode branch:
                    return Holds([new Evaluate(branch.Condition)]) && Visit(branch.Then) && Visit(branch.Else);
                case LoopNode inner:
                {
                    if ((inner.Loop.Condition is { } condition && LocalSearch.FindsRead(condition, array)) || (inner.Loop.While is { } last && LocalSearch.FindsRead(last, array)) || inner.Step.Mentions(array))
                        return false;
                    if (inner.Counter is { Up: true, Test: BinaryOperator.Less } counter)
                        _counters[counter.Local] = counter;
                    var holds = Visit(inner.Body);
                    if (inner.Counter is { } done)
                        _counters.Remove(done.Local);
                    return holds;
                }

                default:
                    return true;
            }
        }

        bool Holds(Statement[] statements)
        {
            var indexes = new Indexes(array, index => IsNotNegative(index) && IsBelow(index, size));
            foreach (var statement in statements)
                indexes.Visit(statement);
            return indexes.AllHold;
        }
    }

    private static (Expression Value, long Shift) Shifted(Expression index) => index switch
    {
        Binary { Operator: BinaryOperator.Add, Left: var left, Right: Constant { AsLong: >= 0 and < int.MaxValue and var by } } => (left, by),
        Binary { Operator: BinaryOperator.Subtract, Left: var left, Right: Constant { AsLong: >= 0 and < int.MaxValue and var by } } => (left, -by),
        _ => (index, 0),
    };

    private bool IsNotNegative(Expression index) => LeastOf(index) is >= 0;

    /// <summary>A number that an index is surely not less than. A counter below its bound can be added to without overflow as long as the sum is below something, too.</summary>
    private long? LeastOf(Expression index)
    {
        var (value, shift) = Shifted(index);
        return value switch
        {
            Constant { AsLong: var at } => at + shift,
            LocalRead read when _counters.TryGetValue(read.Local, out var counter) => LeastOf(counter.Start) + shift,
            _ => null,
        };
    }

    private bool IsBelow(Expression index, Size size)
    {
        var (value, shift) = Shifted(index);
        return value switch
        {
            Constant { AsLong: var at } => size.Base is null && at + shift < size.Added,
            LocalRead read when _counters.TryGetValue(read.Local, out var counter) => _sizes.Of(counter.Bound) is { } bound && size.IsAtLeast(bound with { Added = bound.Added + shift }),
            _ => false,
        };
    }

    /// <summary>Looks at the indexes of an array's elements; a mention of the array that is no element, nor its length, does not hold.</summary>
    private sealed class Indexes(Local array, System.Func<Expression, bool> holds) : Walker
    {
        public bool AllHold { get; private set; } = true;

        public override void Visit(Expression expression)
        {
            switch (expression)
            {
                case Element { Array: LocalRead read, Index: var index } when read.Local.Equals(array):
                    AllHold &= holds(index);
                    Visit(index);
                    break;
                case Length { Array: LocalRead read } when read.Local.Equals(array):
                    break;
                default:
                    AllHold &= expression is not LocalRead named || !named.Local.Equals(array);
                    base.Visit(expression);
                    break;
            }
        }

        public override void Visit(Place place)
        {
            switch (place)
            {
                case ElementPlace { Array: LocalRead read, Index: var index } when read.Local.Equals(array):
                    AllHold &= holds(index);
                    Visit(index);
                    break;
                case LocalPlace { Local: var stored }:
                    AllHold &= !stored.Equals(array);
                    break;
                default:
                    base.Visit(place);
                    break;
            }
        }
    }
}
