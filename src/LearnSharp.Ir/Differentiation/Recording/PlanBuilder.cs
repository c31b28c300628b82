using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Turns the body of a flat function into nodes: numbers exits, adds shadows, and finds loops that count.</summary>
internal sealed class PlanBuilder
{
    private readonly FunctionPlan _plan;
    private readonly IReadOnlyDictionary<string, FunctionPlan> _plans;

    // How many loops, or branches of a function that may call itself, the statements at hand are in: what is declared there is recorded only when they run.
    private int _loops;
    private int _number;

    private PlanBuilder(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans) => (_plan, _plans) = (plan, plans);

    private FunctionFacts Facts => _plan.Facts;

    /// <summary>Builds the nodes of a plan.</summary>
    public static void Build(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans)
    {
        var builder = new PlanBuilder(plan, plans);
        foreach (var parameter in plan.Function.Parameters)
            plan.Primal.Add(parameter);
        plan.Body = builder.Sequence(plan.Function.Body);
    }

    private SequenceNode Sequence(Block block)
    {
        var sequence = new SequenceNode { Origin = block.Origin };
        for (var i = 0; i < block.Statements.Count; i++)
            Add(block.Statements, i, sequence);
        if (_loops > 0 && sequence.Exits.Count == 0)
            Frame(sequence);
        return sequence;
    }

    private void Frame(SequenceNode sequence)
    {
        foreach (var node in sequence.Nodes)
        {
            sequence.Declared.AddRange(node switch
            {
                ActionNode { Statement: Declare declared } when Records.IsRecordable(declared.Local.Type) => [declared.Local],
                BranchNode branch => [branch.Flag],
                LabelledNode labelled => [labelled.Exit.Local],
                LoopNode loop => [loop.Trips, loop.BreakExit.Local],
                _ => System.Array.Empty<Local>(),
            });
        }

        foreach (var local in sequence.Declared)
            _plan.Framed[local] = _plan.Ids.Local(local.Type, local.Name);
    }

    private void Add(EquatableArray<Statement> statements, int position, SequenceNode sequence)
    {
        var statement = statements[position];
        switch (statement)
        {
            case Block s:
                sequence.Add(Sequence(s));
                break;
            case Labelled s:
                sequence.Add(LabelledBlock(s.Label, s.Body));
                break;
            case If s:
            {
                var flag = _plan.Ids.Local(ScalarType.Bool, "taken");
                _plan.Primal.Add(flag);
                var outer = _loops;
                if (!Facts.IsRoot && _loops == 0)
                    _loops = 1;
                var branch = new BranchNode(s.Condition, Sequence(s.Then), Sequence(s.Else), flag) { Origin = s.Origin };
                _loops = outer;
                branch.Include(branch.Then);
                branch.Include(branch.Else);
                sequence.Add(branch);
                break;
            }

            case Loop s:
                AddLoop(s, statements, position, sequence);
                break;
            case Exit s:
            {
                var variable = _plan.Exits[s.Target];
                var exit = new ExitNode(s.Target, variable, ++variable.Sites) { Origin = s.Origin };
                exit.Exits[s.Target] = exit.Site;
                sequence.Add(exit);
                break;
            }

            case Declare s:
                _plan.Primal.Add(s.Local);
                AddStore(s, s.Local, s.Value, sequence);
                break;
            case Assign { Target: LocalPlace target } s:
                AddStore(s, target.Local, s.Value, sequence);
                break;
            case Assign s:
            {
                var array = ElementArray(s.Target);
                var node = new ActionNode(s) { Origin = s.Origin, Initializes = IsInitial(statements, position, array) };
                node.Written.Add(Facts.Classes.Of(array));
                sequence.Add(node);
                if (s.Value.Type is ArrayType && Facts.IsActive(array))
                    AddShadowRow(s, (ElementPlace)s.Target, node.Initializes, sequence);
                break;
            }

            case Call s:
                AddCall(s, sequence);
                break;
            case Comment:
                break;
            default:
                sequence.Add(new ActionNode(statement) { Origin = statement.Origin });
                break;
        }
    }

    /// <summary>The array local that holds the element that a place is, or is in.</summary>
    public static Local ElementArray(Place place) => place switch
    {
        ElementPlace p => Reads.Root(p.Array) ?? throw new System.InvalidOperationException("An element is stored into an array that no local holds."),
        FieldPlace p => ElementArray(p.Struct),
        _ => throw new System.InvalidOperationException("A local is no element."),
    };

    // The stores right after `new`, at constant indices, are those of an array literal.
    private static bool IsInitial(EquatableArray<Statement> statements, int position, Local array)
    {
        for (var i = position; i >= 0; i--)
        {
            switch (statements[i])
            {
                case Assign { Target: ElementPlace { Index: Constant, Array: LocalRead target }, Value: var value } when target.Local.Equals(array)
                    && !LocalSearch.FindsRead(value, array):
                    continue;
                case Declare { Value: ArrayNew } declared when declared.Local.Equals(array):
                    return true;
                case Declare { Value: { } value } when !Reads.Of(value).Locals.Contains(array):
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private void AddStore(Statement statement, Local target, Expression? value, SequenceNode sequence)
    {
        var stored = value is ArrayNew fresh && target.Type is ArrayType array && CanRent(array) && !Facts.Escapes(target)
            ? WithValue(statement, new ArrayRent(fresh.Array, fresh.Length))
            : statement;
        var node = new ActionNode(stored) { Origin = statement.Origin, Inverse = InverseOf(stored) };
        node.Killed.Add(target);
        sequence.Add(node);
        if (statement is Declare && value is ArrayNew made)
            _plan.Lengths[target] = made.Length;
        if (target.Type is not ArrayType || !Facts.IsActive(target))
            return;

        var shadow = _plan.ShadowOf(target);
        _plan.Primal.Add(shadow);
        Expression? shadowValue = value switch
        {
            null => null,
            Default => new Default(shadow.Type),
            LocalRead or Convert or Element => _plan.ShadowOf(value),
            _ => new ArrayRent((ArrayType)shadow.Type, new Length(new LocalRead(target))),
        };
        Statement store = statement is Declare ? new Declare(shadow, shadowValue) : new Assign(new LocalPlace(shadow), shadowValue!);
        var shadowNode = new ActionNode(store with { Origin = statement.Origin }) { Origin = statement.Origin };
        shadowNode.Killed.Add(shadow);
        sequence.Add(shadowNode);
    }

    // The shadow row goes where the row goes: the reverse sweep takes both back together.
    private void AddShadowRow(Assign s, ElementPlace target, bool initializes, SequenceNode sequence)
    {
        var place = target with { Array = _plan.ShadowOf(target.Array) };
        var store = new Assign(place, s.Value is Default ? new Default(place.Type) : _plan.ShadowOf(s.Value)) { Origin = s.Origin };
        sequence.Add(new ActionNode(store) { Origin = s.Origin, Initializes = initializes, IsShadowRow = !initializes });
    }

    private static bool CanRent(ArrayType array) => array.Element is ScalarType or EnumType or StructType or ArrayType;

    private static Statement WithValue(Statement statement, Expression value) => statement switch
    {
        Declare s => s with { Value = value },
        Assign s => s with { Value = value },
        _ => statement,
    };

    private static Assign? InverseOf(Statement statement)
    {
        // Negation undoes itself, exactly.
        if (statement is Assign { Target: LocalPlace { Local: { Type: ScalarType } negated }, Value: Unary { Operator: UnaryOperator.Negate, Operand: LocalRead operand } } negation
            && operand.Local.Equals(negated))
        {
            return negation;
        }

        if (statement is not Assign { Target: LocalPlace { Local.Type: ScalarType { IsInteger: true } } target, Value: Binary { Right: Constant } value } assign)
            return null;
        if (value.Left is not LocalRead read || !read.Local.Equals(target.Local) || value.Operator is not (BinaryOperator.Add or BinaryOperator.Subtract))
            return null;
        var opposite = value.Operator == BinaryOperator.Add ? BinaryOperator.Subtract : BinaryOperator.Add;
        return assign with { Value = new Binary(opposite, value.Left, value.Right) };
    }

    private void AddCall(Call s, SequenceNode sequence)
    {
        var callee = _plans[s.Function];
        var node = new ActionNode(s) { Origin = s.Origin, IsReversibleCall = callee.IsReversible && IsReversed(s, callee) };
        foreach (var target in s.Targets)
        {
            if (target is LocalPlace { Local: var local })
            {
                node.Killed.Add(local);
                if (local.Type is ArrayType && Facts.IsActive(local))
                    node.Killed.Add(_plan.ShadowOf(local));
            }
        }

        for (var i = 0; i < s.Arguments.Count; i++)
        {
            foreach (var (taken, given) in ArrayLevels.Handed(callee.Function.Parameters[i], s.Arguments[i]))
            {
                if (given is not null && callee.Facts.WritesLevel(taken))
                    node.Written.Add(Facts.Classes.Of(given));
            }
        }

        sequence.Add(node);
    }

    // A call that writes nothing and whose results are not active here (they are only compared, say) is an ordinary one, though others of the same function are not.
    private bool IsReversed(Call s, FunctionPlan callee)
    {
        var writes = callee.Function.Parameters.Any(parameter => parameter.Type is ArrayType && callee.Facts.WritesThrough(parameter));
        return writes || Allocation.Happens(callee.Function, _plans) || s.Targets.Select((target, k) => (target, result: callee.Function.Results[k])).Any(pair =>
            callee.Facts.IsActive(pair.result) && pair.target is LocalPlace { Local: var local } && Facts.IsActive(local));
    }

    private ExitVariable ExitOf(Label label)
    {
        var local = _plan.Ids.Local(ScalarType.Int, "exit");
        _plan.Primal.Add(local);
        return _plan.Exits[label] = new ExitVariable(local);
    }

    private LabelledNode LabelledBlock(Label label, Block body)
    {
        var exit = ExitOf(label);
        var node = new LabelledNode(label, exit, Sequence(body)) { Origin = body.Origin };
        node.Include(node.Body);
        node.Exits.Remove(label);
        return node;
    }

    private void AddLoop(Loop s, EquatableArray<Statement> statements, int position, SequenceNode sequence)
    {
        var breakExit = ExitOf(s.Break);
        var number = _number++;
        var isFused = _plan.Fusion.Loops.Contains(number);
        var turn = new SequenceNode { Origin = s.Origin };
        var outer = _loops;
        // The values of a fused turn are still at hand when it is reversed.
        _loops = isFused ? -1 : System.Math.Max(_loops, 0) + 1;
        turn.Add(LabelledBlock(s.Continue, s.Body));
        _loops = 0;
        turn.Add(Sequence(s.Step));
        _loops = outer;
        var trips = _plan.Ids.Local(ScalarType.Int, "turns");
        _plan.Primal.Add(trips);
        var node = new LoopNode(s, breakExit, turn, trips) { Origin = s.Origin, Number = number, IsFused = isFused };
        node.Include(turn);
        node.Exits.Remove(s.Break);
        node.Counter = turn.Exits.Count == 0 ? FindCounter(node, statements, position) : null;
        if (RunningSelection.Of(node, _plan) is { } selection)
            AddSelection(node, selection, sequence);
        else
            sequence.Add(node);
    }

    // The number of the last turn that changed what is kept; the loop, in which most turns only compare; and, after it, what takes the adjoint to that turn.
    private void AddSelection(LoopNode loop, RunningSelection selection, SequenceNode sequence)
    {
        var last = selection.Last;
        _plan.Primal.Add(last);
        AddStore(new Declare(last, Constant.Of(-1)) { Origin = loop.Origin }, last, Constant.Of(-1), sequence);
        // The counter's declaration stays beside the loop.
        sequence.Nodes.Insert(sequence.Nodes.Count - 2, sequence.Nodes[sequence.Nodes.Count - 1]);
        sequence.Nodes.RemoveAt(sequence.Nodes.Count - 1);
        var (note, update, turn) = (new SequenceNode(), new SequenceNode(), loop.Body.Body);
        var keep = (ActionNode)turn.Nodes[0];
        keep.IsSelecting = true;
        AddStore(new Assign(new LocalPlace(last), new LocalRead(loop.Counter!.Local)) { Origin = loop.Origin }, last, null, note);
        update.Add(Branch(selection.Changes, note));
        update.Add(keep);
        turn.Nodes.Clear();
        turn.Add(Branch(selection.MayChange, update));
        foreach (var outer in new Node[] { loop.Body, loop.Turn, loop })
            outer.Include(turn);
        sequence.Add(loop);
        sequence.Add(new ActionNode(Block.Empty) { Origin = keep.Origin, Selection = selection });

        BranchNode Branch(Expression condition, SequenceNode then)
        {
            var flag = _plan.Ids.Local(ScalarType.Bool, "taken");
            _plan.Primal.Add(flag);
            var branch = new BranchNode(condition, then, new SequenceNode(), flag) { Origin = keep.Origin };
            branch.Include(then);
            return branch;
        }
    }

    private Counter? FindCounter(LoopNode node, EquatableArray<Statement> statements, int position)
    {
        var s = node.Loop;
        if (s.While is not null || s.Condition is not Binary { Left: LocalRead { Local: var counter }, Right: var bound, Operator: var test })
            return null;
        if (position == 0 || statements[position - 1] is not Declare { Value: { } start } declared || !declared.Local.Equals(counter))
            return null;
        if (node.Step.Nodes.Count != 1 || node.Step.Nodes[0] is not ActionNode { Inverse: Assign { Value: Binary inverse }, Statement: Assign { Target: LocalPlace stepped } })
            return null;
        if (!stepped.Local.Equals(counter) || node.Body.Killed.Contains(counter) || inverse.Right is not Constant { AsLong: 1 or -1 } by)
            return null;
        var up = (inverse.Operator == BinaryOperator.Subtract) == (by.AsLong == 1);
        if (up ? test is not (BinaryOperator.Less or BinaryOperator.LessOrEqual) : test is not (BinaryOperator.Greater or BinaryOperator.GreaterOrEqual))
            return null;
        if (!IsInvariant(bound, node) || !IsInvariant(start, node))
            return null;
        for (var i = position + 1; i < statements.Count; i++)
        {
            if (Reads.Of([statements[i]]).Locals.Contains(counter))
                return null;
        }

        return new Counter(counter, _plan.Ids.Local(counter.Type, counter.Name), start, test, bound, up);
    }

    private bool IsInvariant(Expression expression, Node node)
    {
        var reads = Reads.Of(expression);
        return Cost.IsRecomputable(expression) && !reads.Locals.Any(node.Killed.Contains) && !reads.Elements.Any(array => node.Written.Contains(Facts.Classes.Of(array)));
    }
}
