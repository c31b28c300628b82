using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// A callee whose two sweeps are one, and that therefore records nothing: the adjoints of its results come with the call, so that those of the sums in it, and of what it calls in turn, are known on
/// the way down. In <c>sum += a[i] * F(i + 1)</c> the adjoint of the call is that of the sum, times <c>a[i]</c>, before F runs.
/// </summary>
internal sealed class JoinedFunction
{
    private readonly FunctionPlan _plan;
    private readonly IReadOnlyDictionary<string, FunctionPlan> _plans;
    private readonly HashSet<string> _joined;
    private readonly HashSet<Local> _dead = [];
    private Dictionary<Local, Local> _early = [];
    private string? _commented;

    private JoinedFunction(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans, HashSet<string> joined) => (_plan, _plans, _joined) = (plan, plans, joined);

    private FunctionFacts Facts => _plan.Facts;

    /// <summary>All callees that can be written in one sweep, by the id of the function as it was.</summary>
    public static Dictionary<string, Function> Of(IReadOnlyDictionary<string, FunctionPlan> plans)
    {
        // A function that calls itself can be joined if it can where it calls what is joined.
        var joined = new HashSet<string>(plans.Where(static pair => !pair.Value.Facts.IsRoot && pair.Value.IsReversible && !pair.Value.Function.IsClosed && pair.Value.Function.Source.Loop is null).Select(static pair => pair.Key));
        while (true)
        {
            var functions = joined.ToDictionary(static id => id, id => new JoinedFunction(plans[id], plans, joined).Run());
            if (joined.RemoveWhere(id => functions[id] is null) == 0)
                return functions.ToDictionary(static pair => pair.Key, static pair => pair.Value!);
        }
    }

    private Function? Run()
    {
        var function = _plan.Function;
        if (_plan.Body.Written.Count > 0 || _plan.Body.Exits.Count > 0 || !function.Results.All(static result => result.Type is not ArrayType) || function.Parameters.Any(static parameter => ArrayLevels.IsJagged(parameter.Type)))
            return null;
        var parameters = function.Parameters.Concat(function.Parameters.Where(parameter => parameter.Type is ArrayType && Facts.IsActive(parameter)).Select(_plan.ShadowOf)).ToList();
        var seeds = new Dictionary<Local, Expression>();
        foreach (var result in function.Results.Where(Facts.IsActive))
        {
            var seed = _plan.Ids.Local(result.Type, FunctionPlan.AdjointName(result.Name));
            parameters.Add(seed);
            seeds[result] = new LocalRead(seed);
        }

        var outputs = function.Parameters.Where(parameter => parameter.Type is ScalarType && Facts.IsActive(parameter)).ToList();
        var statements = outputs.ConvertAll<Statement>(output => new Declare(_plan.AdjointOf(output), Formula.Zero(output.Type)));
        if (function.Results.Intersect(function.Parameters).Any() || !Sequence(_plan.Body, [], seeds, statements))
            return null;
        var results = function.Results.Concat(outputs.Select(_plan.AdjointOf)).ToList();
        statements.Add(new Return(results.Select(static result => (Expression)new LocalRead(result)).ToEquatableArray()));
        return new Function(
            SplitNames.JoinedId(_plan),
            SplitNames.JoinedName(_plan),
            parameters.Select(static local => new Parameter(local)).ToEquatableArray(),
            results.Select(static result => result.Type).ToEquatableArray(),
            AccumulatorFusion.Run(new Block(statements.ToEquatableArray())));
    }

    /// <summary>Writes statements, and right behind them what reverses them; false where that cannot be.</summary>
    /// <param name="sequence">The statements.</param>
    /// <param name="after">What runs after them, in the same turn if they are in a loop.</param>
    /// <param name="seeds">The adjoints that locals have at the end of that.</param>
    /// <param name="written">Receives the statements.</param>
    private bool Sequence(SequenceNode sequence, IReadOnlyList<Node> after, IReadOnlyDictionary<Local, Expression> seeds, List<Statement> written)
    {
        var nodes = sequence.Flat.ToList();
        // What ends a turn and has no derivative waits until the turn is reversed: sign = -sign.
        var end = nodes.Count;
        while (end > 0 && IsUpdate(nodes[end - 1]))
            end--;
        foreach (var declared in nodes.Select(static node => (node as ActionNode)?.Statement).OfType<Declare>())
        {
            if (declared.Local.Type is not (ScalarType or EnumType))
                return false;
            if (Facts.IsActive(declared.Local))
                written.Add(new Declare(_plan.AdjointOf(declared.Local), seeds.TryGetValue(declared.Local, out var seed) ? seed : Formula.Zero(declared.Local.Type)));
        }

        for (var i = 0; i < end; i++)
        {
            var rest = nodes.Skip(i + 1).Concat(after).ToList();
            var isWritten = nodes[i] switch
            {
                ActionNode action => Forward(action, nodes.GetRange(i + 1, end - i - 1), rest, seeds, written),
                BranchNode branch when !IsReversed(branch) => Plain(branch, written),
                BranchNode branch => i == end - 1 && Branch(branch, rest, seeds, written),
                LoopNode loop when !IsReversed(loop) => Plain(loop, written),
                LoopNode loop => Loop(loop, rest, seeds, written),
                _ => false,
            };
            if (!isWritten)
                return false;
        }

        _commented = null;
        for (var i = end - 1; i >= 0; i--)
        {
            if (nodes[i] is ActionNode { Adjoint.Count: > 0 } action)
                Reverse(action, written);
        }

        written.AddRange(nodes.Skip(end).Select(static node => ((ActionNode)node).Statement));
        return true;
    }

    private bool IsUpdate(Node node) => node is ActionNode { Adjoint.Count: 0, Statement: Assign { Target: LocalPlace { Local: { Type: ScalarType } local } } } && !Facts.IsActive(local);

    private bool Forward(ActionNode node, List<Node> later, IReadOnlyList<Node> rest, IReadOnlyDictionary<Local, Expression> seeds, List<Statement> written)
    {
        // Nothing is restored: what the adjoint reads has to stay as it is until the statements are reversed.
        if (node.Adjoint.Count > 0 && node.AdjointReads.Locals.Any(local => later.Exists(other => other.Killed.Contains(local)) || (node.Statement is Assign && node.Killed.Contains(local))))
            return false;
        switch (node.Statement)
        {
            case Call call when node.IsReversibleCall:
            {
                var callee = _plans[call.Function];
                if (!_joined.Contains(call.Function) || JoinedCall.Seeds(_plan, call, callee, rest, seeds) is not { } known)
                    return false;
                written.AddRange(JoinedCall.Write(_plan, node, callee, known));
                _dead.UnionWith(call.Targets.OfType<LocalPlace>().Select(static target => target.Local).Where(Facts.IsActive).Select(_plan.AdjointOf));
                return true;
            }

            case Call call:
                PlainCall.Write(call, _plans[call.Function].Function.Source, _plan.Ids, written);
                return true;
            case Assign { Target: not LocalPlace }:
                return false;
            case Block when node.Selection is not null:
                return true;
            default:
                written.Add(node.Statement);
                return true;
        }
    }

    private void Reverse(ActionNode node, List<Statement> written)
    {
        var adjoint = (node is { IsReversibleCall: true } ? JoinedCall.Remaining(node) : node.Adjoint).Where(statement => statement is not Assign { Target: LocalPlace { Local: var local } } || !_dead.Contains(local)).ToList();
        if (adjoint.Count > 0 && node.Origin.Text is { } text && text != _commented)
        {
            written.Add(new Comment("adjoint of: " + text));
            _commented = text;
        }

        written.AddRange(adjoint);
    }

    private bool Branch(BranchNode node, IReadOnlyList<Node> rest, IReadOnlyDictionary<Local, Expression> seeds, List<Statement> written)
    {
        var (then, otherwise) = (new List<Statement>(), new List<Statement>());
        if (!Sequence(node.Then, rest, seeds, then) || !Sequence(node.Else, rest, seeds, otherwise))
            return false;
        written.Add(new If(node.Condition, new Block(then.ToEquatableArray()), new Block(otherwise.ToEquatableArray())) { Origin = node.Origin });
        return true;
    }

    private bool Loop(LoopNode node, IReadOnlyList<Node> rest, IReadOnlyDictionary<Local, Expression> seeds, List<Statement> written)
    {
        var turn = _plan.TurnOf(node);
        if (!turn.HandsOnOnlySums || !turn.TakesToWhatStays(rest))
            return false;
        var inTurn = new Dictionary<Local, Expression>();
        var outside = new Dictionary<Local, Local>();
        foreach (var pair in _early)
            outside[pair.Key] = pair.Value;
        foreach (var sum in turn.Sums)
        {
            if (EarlyAdjoint.OfSum(_plan, node, sum, rest, seeds) is not { } known)
                return false;
            var early = _plan.Ids.Local(sum.Type, FunctionPlan.AdjointName(sum.Name));
            // The counter's declaration stays beside the loop.
            var isBeside = written.Count > 0 && written[written.Count - 1] is Declare last && node.Counter?.Local.Equals(last.Local) == true;
            written.Insert(isBeside ? written.Count - 1 : written.Count, new Declare(early, known));
            inTurn[sum] = new LocalRead(early);
            _early[_plan.AdjointOf(sum)] = early;
        }

        var (body, step) = (new List<Statement>(), new List<Statement>());
        if (!Sequence(node.Body.Body, [], inTurn, body) || !Plain(node.Step, step))
            return false;
        var renamed = new Renaming(_early).Visit(new Block(body.ToEquatableArray()) { Origin = node.Body.Origin });
        _early = outside;
        written.Add(node.Loop with { Body = renamed, Step = new Block(step.ToEquatableArray()) });
        return true;
    }

    private static bool IsReversed(Node node) => node.Actions.Any(static action => action.Adjoint.Count > 0);

    // Statements that nothing is differentiated in, as they stand.
    private bool Plain(Node node, List<Statement> written)
    {
        switch (node)
        {
            case ActionNode action:
                return Forward(action, [], [], new Dictionary<Local, Expression>(), written);
            case SequenceNode sequence:
                return sequence.Nodes.TrueForAll(child => Plain(child, written));
            case BranchNode branch:
            {
                var (then, otherwise) = (new List<Statement>(), new List<Statement>());
                if (!Plain(branch.Then, then) || !Plain(branch.Else, otherwise))
                    return false;
                written.Add(new If(branch.Condition, new Block(then.ToEquatableArray()), new Block(otherwise.ToEquatableArray())) { Origin = branch.Origin });
                return true;
            }

            case LoopNode { Turn.Exits.Count: 0, Body.Body.Exits.Count: 0 } loop:
            {
                var (body, step) = (new List<Statement>(), new List<Statement>());
                if (!Plain(loop.Body.Body, body) || !Plain(loop.Step, step))
                    return false;
                written.Add(loop.Loop with { Body = new Block(body.ToEquatableArray()), Step = new Block(step.ToEquatableArray()) });
                return true;
            }

            default:
                return false;
        }
    }

    private sealed class Renaming(Dictionary<Local, Local> early) : Rewriter
    {
        public override Expression Visit(Expression expression) =>
            expression is LocalRead read && early.TryGetValue(read.Local, out var known) ? new LocalRead(known) : base.Visit(expression);
    }
}
