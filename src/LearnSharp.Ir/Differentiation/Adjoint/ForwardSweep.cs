using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Prints the nodes of a plan as the forward sweep: the function's own statements, with what they overwrite saved where the reverse sweep needs it.</summary>
internal sealed class ForwardSweep
{
    private readonly FunctionPlan _plan;
    private readonly IReadOnlyDictionary<string, FunctionPlan> _plans;
    private readonly IReadOnlyDictionary<Local, Expression> _seeds;
    private readonly List<Local> _hoisted = [];
    private List<Statement> _out = [];
    private bool _isTop = true;

    private ForwardSweep(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans, IReadOnlyDictionary<Local, Expression> seeds) =>
        (_plan, _plans, _seeds) = (plan, plans, seeds);

    /// <summary>The statements of the forward sweep; every local that the reverse sweep or the end of the forward one reads is declared at their top level.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="plans">The plans of all functions.</param>
    /// <param name="seeds">The adjoints of the results, as far as they are known before the function runs.</param>
    public static List<Statement> Write(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans, IReadOnlyDictionary<Local, Expression> seeds)
    {
        var sweep = new ForwardSweep(plan, plans, seeds);
        foreach (var node in plan.Body.Nodes)
        {
            sweep._isTop = true;
            sweep.Visit(node, plan.Body);
        }

        return [.. sweep._hoisted.Select(static local => new Declare(local, null)), .. sweep._out];
    }

    private Block Nested(SequenceNode sequence)
    {
        var outer = _out;
        _out = [];
        foreach (var node in sequence.Nodes)
        {
            _isTop = false;
            var from = _out.Count;
            Visit(node, sequence);
            InRows(node, from);
        }

        _out.AddRange(sequence.Declared.Where(sequence.Frame.Contains).Select(local =>
            sequence.Columns.TryGetValue(local, out var column) ? (Statement)new Assign(column, new LocalRead(local)) : new Push(new LocalRead(local))));
        var block = new Block(_out.ToEquatableArray()) { Origin = sequence.Origin };
        _out = outer;
        return block;
    }

    private void Visit(Node node, SequenceNode parent)
    {
        switch (node)
        {
            case ActionNode action:
                Visit(action, parent);
                break;
            case SequenceNode sequence:
                _out.Add(Nested(sequence));
                break;
            case LabelledNode labelled:
                Enter(labelled.Exit);
                _out.Add(new Labelled(labelled.Label, Nested(labelled.Body)) { Origin = labelled.Origin });
                break;
            case ExitNode exit:
                if (exit.Variable.Needed)
                    _out.Add(new Assign(new LocalPlace(exit.Variable.Local), Constant.Of(exit.Site)));
                _out.Add(new Exit(exit.Target) { Origin = exit.Origin });
                break;
            case BranchNode branch:
                Visit(branch);
                break;
            case LoopNode loop:
                Visit(loop);
                break;
        }
    }

    private void Enter(ExitVariable exit)
    {
        if (exit.Needed)
            Set(exit.Local, Constant.Of(0), exit.Save);
    }

    /// <summary>Gives a kept local a value: where it is declared, or hoisted to the top of the function.</summary>
    private void Set(Local local, Expression value, bool save)
    {
        if (_isTop || _plan.IsInFrame(local))
        {
            _out.Add(new Declare(local, value));
            return;
        }

        Hoist(local);
        if (save)
            _out.Add(new Push(new LocalRead(local)));
        _out.Add(new Assign(new LocalPlace(local), value));
    }

    private void Hoist(Local local)
    {
        if (!_hoisted.Contains(local))
            _hoisted.Add(local);
    }

    private void Visit(BranchNode node)
    {
        var condition = node.Condition;
        if (node.HasReverse && node.UsesFlag)
        {
            Set(node.Flag, condition, node.SaveFlag);
            condition = new LocalRead(node.Flag);
        }

        _out.Add(new If(condition, Nested(node.Then), Nested(node.Else)) { Origin = node.Origin });
    }

    // Every turn with its own reverse behind it.
    private void VisitFused(LoopNode node)
    {
        MakeColumns(node);
        var rest = FusedLoops.AtTop(_plan.Body, []).First(pair => ReferenceEquals(pair.Loop, node)).After;
        var early = new Dictionary<Local, Local>();
        var turn = _plan.TurnOf(node);
        foreach (var sum in turn.Sums)
        {
            var adjoint = _plan.Ids.Local(sum.Type, FunctionPlan.AdjointName(sum.Name));
            early[_plan.AdjointOf(sum)] = adjoint;
            BeforeLoop(node, new Declare(adjoint, EarlyAdjoint.Of(_plan, node, sum, rest, _seeds)));
        }

        var outer = _out;
        _out = [];
        foreach (var part in node.Body.Body.Nodes)
        {
            _isTop = true;
            Visit(part, node.Body.Body);
        }

        _out.AddRange(ReverseSweep.WriteTurn(_plan, node, early));
        var body = new Block(_out.ToEquatableArray()) { Origin = node.Body.Origin };
        _out = outer;
        _isTop = false;
        _out.Add(node.Loop with { Body = body, Step = Nested(node.Step), HasOwnTurns = node.Written.All(array => turn.IsOwn(array, rest)) });
    }

    private void MakeColumns(LoopNode node)
    {
        var rows = _plan.RowColumns.Values.Where(made => ReferenceEquals(made.Before, node)).Select(static made => made.Column).OrderBy(static column => column.Array.Id);
        foreach (var column in node.Columns.Concat(rows))
        {
            Hoist(column.Array);
            BeforeLoop(node, column.Made);
        }
    }

    private void InRows(Node node, int from)
    {
        if (!_plan.Rows.TryGetValue(node, out var rows))
            return;
        var statements = rows.Aggregate(new Block(_out.Skip(from).ToEquatableArray()), static (block, row) => row.In(block)).Statements;
        _out.RemoveRange(from, _out.Count - from);
        _out.AddRange(statements);
    }

    // The counter's declaration stays beside the loop.
    private void BeforeLoop(LoopNode node, Statement statement)
    {
        var isBeside = _out.Count > 0 && _out[_out.Count - 1] is Declare last && node.Counter?.Local.Equals(last.Local) == true;
        _out.Insert(isBeside ? _out.Count - 1 : _out.Count, statement);
    }

    private void Visit(LoopNode node)
    {
        if (node is { IsFused: true, HasReverse: true })
        {
            VisitFused(node);
            return;
        }

        MakeColumns(node);
        foreach (var stretch in node.Stretches)
            BeforeLoop(node, stretch);
        var counts = node.HasReverse && node.Counter is null;
        var isTop = _isTop;
        if (counts)
            Set(node.Trips, Constant.Of(0), node.SaveTrips);
        _isTop = isTop;
        Enter(node.BreakExit);

        _isTop = false;
        var outer = _out;
        _out = [];
        if (counts)
            _out.Add(new Assign(new LocalPlace(node.Trips), new Binary(BinaryOperator.Add, new LocalRead(node.Trips), Constant.Of(1))));
        Enter(node.Body.Exit);
        var body = Nested(node.Body.Body);
        body = new Block([.. _out, .. body.Statements]) { Origin = body.Origin };
        _out = outer;
        _out.Add(node.Loop with { Body = body, Step = Nested(node.Step), IsSeparate = TurnOrder.IsSeparate(body.Statements, _plan) });
    }

    private void Visit(ActionNode node, SequenceNode parent)
    {
        switch (node.Statement)
        {
            case Block when node.Selection is not null:
                break;
            case Declare s when !_isTop && _plan.IsStored(s.Local):
                Hoist(s.Local);
                if (node.Save)
                    _out.Add(new Push(new LocalRead(s.Local)));
                if (s.Value is not null)
                    _out.Add(new Assign(new LocalPlace(s.Local), s.Value) { Origin = s.Origin });
                else if (!IsAssignedNext(s.Local, node, parent))
                    _out.Add(new Assign(new LocalPlace(s.Local), new Default(s.Local.Type)) { Origin = s.Origin });
                break;
            case Assign s:
                if (node.Column is { } element)
                    _out.Add(new Assign(element, s.Target.Read));
                else if (node is { Save: true, SavesInStretch: false, PutBack: null })
                    _out.AddRange(StructShape.Reads(s.Target.Read).Select(static value => new Push(value)));
                _out.Add(s);
                break;
            case Call s:
                if (node.JoinedBefore is { } rest)
                    _out.AddRange(JoinedCall.Write(_plan, node, _plans[s.Function], JoinedCall.Seeds(_plan, s, _plans[s.Function], rest, _seeds)!));
                else if (node.IsReversibleCall)
                    _out.Add(Forward(s, _plans[s.Function]));
                else
                    PlainCall.Write(s, _plans[s.Function].Function.Source, _plan.Ids, _out);
                break;
            default:
                _out.Add(node.Statement);
                break;
        }
    }

    private Call Forward(Call s, FunctionPlan callee)
    {
        var arguments = s.Arguments.ToList();
        var targets = s.Targets.ToList();
        for (var i = 0; i < s.Arguments.Count; i++)
        {
            var parameter = callee.Function.Parameters[i];
            if (parameter.Type is ArrayType && callee.Facts.IsActive(parameter))
                arguments.Add(_plan.ShadowOf(s.Arguments[i]));
        }

        for (var k = 0; k < s.Targets.Count; k++)
        {
            var result = callee.Function.Results[k];
            if (result.Type is ArrayType && callee.Facts.IsActive(result))
                targets.Add(s.Targets[k] is LocalPlace target ? new LocalPlace(_plan.ShadowOf(target.Local)) : null);
        }

        return s with { Function = SplitNames.ForwardId(callee), Arguments = arguments.ToEquatableArray(), Targets = targets.ToEquatableArray() };
    }

    // A declaration without a value gives the default, which a hoisted local in a loop has to be given anew: unless the next statement overwrites it.
    private static bool IsAssignedNext(Local local, ActionNode declaration, SequenceNode parent)
    {
        for (var i = parent.Nodes.IndexOf(declaration) + 1; i < parent.Nodes.Count; i++)
        {
            if (parent.Nodes[i] is ActionNode { Statement: Declare { Value: null } })
                continue;
            return Assigns(parent.Nodes[i], local);
        }

        return false;
    }

    private static bool Assigns(Node node, Local local) => node switch
    {
        ActionNode { Statement: Assign { Target: LocalPlace target } s } => target.Local.Equals(local) && !LocalSearch.FindsRead(s.Value, local),
        ActionNode { Statement: Call s } action => action.Killed.Contains(local) && !s.Arguments.Any(argument => LocalSearch.FindsRead(argument, local)),
        BranchNode branch => !LocalSearch.FindsRead(branch.Condition, local) && Assigns(branch.Then, local) && Assigns(branch.Else, local),
        SequenceNode sequence => sequence.Nodes.Count > 0 && Assigns(LastOfDeclarations(sequence), local),
        _ => false,
    };

    // The parts of a conditional operand are declared before it.
    private static Node LastOfDeclarations(SequenceNode sequence)
    {
        foreach (var node in sequence.Nodes)
        {
            if (node is not ActionNode { Statement: Declare })
                return node;
        }

        return sequence.Nodes[0];
    }
}
