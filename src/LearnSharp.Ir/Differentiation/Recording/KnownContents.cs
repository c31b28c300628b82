using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Finds arrays that are overwritten while what stood in them can be had without a record: it stands in another array as well (<c>next[i] = v; all[row + i] = v;</c>), or was computed from
/// things that have not changed. Goes through the function as it runs and keeps what each array holds, as an expression of the index; at the head of a loop that depends on whether it is the first turn.
/// </summary>
/// <remarks>
/// For arrays that loops overwrite in full, element by element. That parts of one array lie apart is concluded from how their indexes are written (<see cref="IndexForm"/>): by the length of the
/// loop, or up to three times that. Only arrays of more than a thousand million elements could make sums of indexes overflow into each other.
/// </remarks>
internal sealed class KnownContents
{
    private const int MostOperations = 24;
    private const int MostStoredOperations = 8;
    private const long MostLengths = 3;

    private readonly FunctionPlan _plan;
    private readonly Local _at;
    private readonly HashSet<Local> _arrays;
    private readonly HashSet<Local> _inRows;
    private readonly Dictionary<Local, Expression> _definitions = [];
    private readonly List<LoopNode> _around = [];
    private Dictionary<Local, Expression> _known = [];
    private bool _isLooking = true;

    private KnownContents(FunctionPlan plan, IEnumerable<Local> saved)
    {
        (_plan, _at) = (plan, plan.Ids.Local(ScalarType.Int, "at"));
        _inRows = [.. plan.Rows.Values.SelectMany(static rows => rows).Select(static row => row.Array)];
        _arrays = [.. saved.Where(array => !plan.Function.Parameters.Contains(array) && !plan.Facts.Escapes(array) && IsPlain(array))];
    }

    /// <summary>Fills <see cref="ActionNode.PutBack"/> in a root; the save marks are final.</summary>
    public static void Choose(FunctionPlan plan)
    {
        if (!plan.Facts.IsRoot)
            return;
        var contents = new KnownContents(plan, TurnRows.SavedArrays(plan.Body));
        if (contents._arrays.Count == 0)
            return;
        contents.Define(plan.Body);
        contents.Visit(plan.Body);
    }

    private bool IsPlain(Local array) => array.Type is ArrayType { Kind: ArrayKind.Array, Element: ScalarType { IsFloating: true } } && FullOverwrites.IsAlone(array, _plan) && !_inRows.Contains(array);

    private Local ClassOf(Local array) => _plan.Facts.Classes.Of(_plan.Unshadowed(array));

    // What indexes are made of, in the words of what stands outside of loops and of their counters.
    private void Define(Node node)
    {
        foreach (var action in node.Actions)
        {
            if (action.Statement is Declare { Value: { } value, Local: { Type: ScalarType { Kind: ScalarKind.Int } } local } && _plan.Framed.ContainsKey(local) && !_plan.Reassigned.Contains(local)
                && Cost.IsRecomputable(value) && Reads.Of(value).Elements.Count == 0)
            {
                _definitions[local] = Expanded(value);
            }
        }
    }

    private Expression Expanded(Expression expression) => new Replacing(_definitions).Visit(expression);

    private static Expression Replaced(Expression expression, Local local, Expression by) => new Replacing(new Dictionary<Local, Expression> { [local] = by }).Visit(expression);

    private void Visit(Node node)
    {
        switch (node)
        {
            case ActionNode action:
                Forget(action);
                if (action.Statement is Declare { Value: ArrayNew or ArrayRent { IsCleared: true } } made && _arrays.Contains(made.Local))
                    _known[made.Local] = Formula.Zero(((ArrayType)made.Local.Type).Element);
                break;
            case SequenceNode sequence:
                sequence.Nodes.ForEach(Visit);
                break;
            case LabelledNode labelled:
                Visit(labelled.Body);
                if (labelled.Body.Exits.Count > 0)
                    Forget(labelled);
                break;
            case BranchNode branch:
            {
                var before = new Dictionary<Local, Expression>(_known);
                Visit(branch.Then);
                var then = _known;
                _known = before;
                Visit(branch.Else);
                _known = _known.Where(pair => then.TryGetValue(pair.Key, out var other) && other.Equals(pair.Value)).ToDictionary(static pair => pair.Key, static pair => pair.Value);
                break;
            }

            case LoopNode loop:
                Visit(loop);
                break;
        }
    }

    private void Forget(Node node)
    {
        foreach (var array in _known.Keys.Where(array => !Survives(array, _known[array], node)).ToList())
            _known.Remove(array);
    }

    private bool Survives(Local array, Expression contents, Node node)
    {
        if (node.Killed.Contains(array) || node.Written.Contains(ClassOf(array)))
            return false;
        var reads = Reads.Of(contents);
        return !reads.Locals.Any(node.Killed.Contains) && !reads.Elements.Any(read => node.Written.Contains(ClassOf(read)));
    }

    private Dictionary<Local, Expression> Surviving(Dictionary<Local, Expression> known, Node node) =>
        known.Where(pair => Survives(pair.Key, pair.Value, node)).ToDictionary(static pair => pair.Key, static pair => pair.Value);

    private void Visit(LoopNode loop)
    {
        var (before, isLooking) = (_known, _isLooking);
        if (loop is not { IsFused: false, Numbering: { } counter })
        {
            _known = Surviving(before, loop);
            Turn(loop);
            _known = Surviving(before, loop);
            return;
        }

        // What a turn leaves behind, whatever it finds.
        _isLooking = false;
        _known = Surviving(before, loop);
        Turn(loop);
        _isLooking = isLooking;
        var left = _known.Where(pair => loop.Written.Contains(ClassOf(pair.Key)) && before.ContainsKey(pair.Key) && Reads.Of(pair.Value).Locals.All(local => local.Equals(counter.Local) || !loop.Killed.Contains(local)))
            .ToDictionary(static pair => pair.Key, static pair => pair.Value);
        var filled = loop.Body.Body.Flat.OfType<ActionNode>().Where(node => IsFilling(node, loop, counter)).ToDictionary(static node => PlanBuilder.ElementArray(((Assign)node.Statement).Target));
        if (_isLooking)
        {
            _known = Surviving(before, loop);
            foreach (var pair in left)
                Know(pair.Key, Positive(new LocalRead(counter.Local)), Before(pair.Value, counter.Local, new LocalRead(counter.Local)), before[pair.Key]);
            foreach (var pair in filled.Where(pair => before.ContainsKey(pair.Key)))
                Mark(pair.Value, before[pair.Key], loop, counter);
            Turn(loop);
        }

        _known = Surviving(before, loop);
        foreach (var pair in left)
            Know(pair.Key, Positive(Expanded(counter.Bound)), Before(pair.Value, counter.Local, Expanded(counter.Bound)), before[pair.Key]);
        foreach (var pair in filled)
        {
            if (StoredBy(pair.Value, pair.Key, loop, counter) is { } stored)
                _known[pair.Key] = stored;
        }
    }

    private void Turn(LoopNode loop)
    {
        _around.Add(loop);
        Visit(loop.Body);
        _around.RemoveAt(_around.Count - 1);
    }

    private void Know(Local array, Expression condition, Expression then, Expression otherwise)
    {
        var contents = then.Equals(otherwise) ? then : new Conditional(condition, then, otherwise);
        if (Cost.Operations(contents) <= MostOperations)
            _known[array] = contents;
    }

    private static Binary Positive(Expression count) => new(BinaryOperator.Greater, count, Constant.Of(0));

    private static Expression Before(Expression contents, Local counter, Expression count) => Replaced(contents, counter, new Binary(BinaryOperator.Subtract, count, Constant.Of(1)));

    // for (i = 0; i < a.Length; i++) { …; a[i] = …; … }
    private bool IsFilling(ActionNode node, LoopNode loop, Counter counter) =>
        node.Statement is Assign { Target: ElementPlace { Array: LocalRead { Local: var array }, Index: LocalRead { Local: var index } } } && index.Equals(counter.Local) && _arrays.Contains(array)
        && FullOverwrites.Of(loop, _plan).Contains(ClassOf(array)) && loop.Turn.Actions.Count(other => other.Written.Contains(ClassOf(array))) == 1;

    /// <summary>What an array holds after a loop that fills it, or null.</summary>
    private Expression? StoredBy(ActionNode store, Local array, LoopNode loop, Counter counter)
    {
        var value = ((Assign)store.Statement).Value;
        if (value is LocalRead { Local: var stored } && !_plan.Reassigned.Contains(stored))
        {
            foreach (var other in loop.Body.Body.Flat.OfType<ActionNode>())
            {
                if (other.Statement is Assign { Target: ElementPlace { Array: LocalRead { Local: var twin }, Index: var index }, Value: LocalRead read } && read.Local.Equals(stored) && !twin.Equals(array) && IsPlain(twin)
                    && IndexForm.Of(Expanded(index))?.CountOf(counter.Local) == 1 && Contents(new Element(new LocalRead(twin), index), loop, counter) is { } contents && IsLeftAlone(contents, loop, counter, but: other))
                {
                    return contents;
                }
            }
        }

        return Cost.IsRecomputable(value) && Cost.Operations(value) <= MostStoredOperations && !LocalSearch.FindsRead(value, array) && Contents(value, loop, counter) is { } computed
            && IsLeftAlone(computed, loop, counter, but: null) ? computed : null;
    }

    private Expression? Contents(Expression value, LoopNode loop, Counter counter)
    {
        var expanded = Expanded(value);
        return Reads.Of(expanded).Locals.All(local => local.Equals(counter.Local) || !loop.Killed.Contains(local)) ? Replaced(expanded, counter.Local, new LocalRead(_at)) : null;
    }

    /// <summary>Whether no turn of a loop over a whole array changes what contents of that array are made of.</summary>
    private bool IsLeftAlone(Expression contents, LoopNode loop, Counter counter, ActionNode? but)
    {
        if (Reads.Of(contents).Locals.Any(loop.Killed.Contains))
            return false;
        var elements = new Elements();
        elements.Visit(contents);
        return elements.Found.TrueForAll(element => Reads.Root(element.Array) is { } read && loop.Turn.Actions.All(action => ReferenceEquals(action, but) || !action.Written.Contains(ClassOf(read))
            || (action.Statement is Assign { Target: ElementPlace { Array: LocalRead written } place } && element.Array.Equals(written) && IsApart(element.Index, Expanded(place.Index), counter))));
    }

    // From each other by as much as the counters run over.
    private bool IsApart(Expression at, Expression written, Counter counter) =>
        IndexForm.Of(at) is { } first && IndexForm.Of(written) is { } second && IndexForm.Of(Expanded(counter.Bound)) is { } length && first.CountOf(_at) == 1 && second.CountOf(counter.Local) == 1
        && IndexForm.Of(new LocalRead(_at)) is { } one && IndexForm.Of(new LocalRead(counter.Local)) is { } other
        && second.Minus(other).Minus(first.Minus(one)).MultipleOf(length) is not (null or 0) and >= -MostLengths and <= MostLengths;

    // Records pile up where the loop runs again and again.
    private void Mark(ActionNode store, Expression contents, LoopNode loop, Counter counter)
    {
        if (store is not { Save: true, Initializes: false } || _around.Count == 0 || _around.Exists(static outer => outer.IsFused) || !IsLeftAlone(contents, loop, counter, but: null))
            return;
        var putBack = Replaced(contents, _at, new LocalRead(counter.Local));
        var reads = Reads.Of(putBack);
        if (!reads.Locals.All(local => IsAtHand(local, loop)) || !reads.Elements.All(read => !_plan.Facts.IsWritten(read) || (loop.Body.Body.NeededElements.Contains(ClassOf(read)) && !_inRows.Contains(read))))
            return;
        store.PutBack = putBack;
        _plan.Needed.UnionWith(reads.Locals.Where(local => !_plan.Recomputed.ContainsKey(local)));
    }

    private bool IsAtHand(Local local, LoopNode loop) => !_plan.Framed.ContainsKey(local) && !_plan.Reassigned.Contains(local)
        || (_plan.Recomputed.ContainsKey(local) && _around.Append(loop).Any(outer => outer.Counter is { } counter && counter.Local.Equals(local)));

    private sealed class Replacing(IReadOnlyDictionary<Local, Expression> values) : Rewriter
    {
        public override Expression Visit(Expression expression) => expression is LocalRead read && values.TryGetValue(read.Local, out var value) ? value : base.Visit(expression);
    }

    private sealed class Elements : Walker
    {
        public List<Element> Found { get; } = [];

        public override void Visit(Expression expression)
        {
            if (expression is Element element)
                Found.Add(element);
            base.Visit(expression);
        }
    }
}
