using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Which locals and elements the reverse sweep will read at all, anywhere: a superset that decides where guards, flags, turn counts and recomputations are needed
/// (<see cref="ToBeRecorded"/> then decides, statement by statement, what must be saved).
/// </summary>
internal sealed class ReverseNeeds
{
    private readonly FunctionPlan _plan;
    private readonly IReadOnlyDictionary<string, FunctionPlan> _plans;
    private readonly HashSet<Local> _classes = [];
    private readonly HashSet<Local> _classesRead = [];
    private bool _news;
    private bool _asked;

    private ReverseNeeds(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans) => (_plan, _plans) = (plan, plans);

    private FunctionFacts Facts => _plan.Facts;

    /// <summary>
    /// Fills <see cref="FunctionPlan.Needed"/>, <see cref="FunctionPlan.LevelsRead"/>, <see cref="FunctionPlan.LevelsKept"/> of the functions called,
    /// <see cref="Node.HasReverse"/>, <see cref="BranchNode.UsesFlag"/> and <see cref="ExitVariable.Needed"/>.
    /// </summary>
    /// <returns>Whether more is asked of the functions called than before.</returns>
    public static bool Find(FunctionPlan plan, IReadOnlyDictionary<string, FunctionPlan> plans)
    {
        var needs = new ReverseNeeds(plan, plans);
        foreach (var level in plan.LevelsKept)
            needs._classes.Add(plan.Facts.Classes.Of(level));
        do
        {
            needs._news = false;
            needs.Visit(plan.Body);
        }
        while (needs._news);
        plan.LevelsRead.UnionWith(plan.Function.Parameters.Where(static parameter => parameter.Type is ArrayType).SelectMany(ArrayLevels.Of)
            .Where(level => needs._classesRead.Contains(plan.Facts.Classes.Of(level))));
        return needs._asked;
    }

    private void Need(Reads reads)
    {
        foreach (var local in reads.Locals)
            Need(local);
        foreach (var array in reads.Elements)
        {
            if (_plan.IsPrimalArray(array))
                NeedElements(array);
        }
    }

    private void NeedElements(Local array)
    {
        var of = Facts.Classes.Of(array);
        _news |= _classes.Add(of) | _classesRead.Add(of);
    }

    private void Need(Local local)
    {
        if (!_plan.Primal.Contains(local) || !_plan.Needed.Add(local))
            return;
        _news = true;
        if (_plan.Definitions.TryGetValue(local, out var definition))
            Need(Reads.Of(definition));
    }

    private void Need(ExitVariable exit)
    {
        _news |= !exit.Needed;
        exit.Needed = true;
        Need(exit.Local);
    }

    private bool Mark(Node node, bool hasReverse)
    {
        if (hasReverse && !node.HasReverse)
            (node.HasReverse, _news) = (true, true);
        return node.HasReverse;
    }

    private bool Visit(Node node) => node switch
    {
        ActionNode action => Mark(action, Visit(action)),
        SequenceNode sequence => Mark(sequence, Visit(sequence)),
        LabelledNode labelled => Mark(labelled, Visit(labelled.Body)),
        BranchNode branch => Mark(branch, Visit(branch)),
        LoopNode loop => Mark(loop, Visit(loop)),
        _ => false,
    };

    private bool Visit(ActionNode node)
    {
        Need(node.AdjointReads);
        foreach (var array in node.ElementsRead)
            NeedElements(array);
        if (node.Statement is Call call)
            Keep(call, _plans[call.Function]);
        return Restores(node) | node.Adjoint.Count > 0;
    }

    // What is needed of an array that is handed to a function, the function must leave or restore.
    private void Keep(Call call, FunctionPlan callee)
    {
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            foreach (var (taken, given) in ArrayLevels.Handed(callee.Function.Parameters[i], call.Arguments[i]))
            {
                if (given is null || _classes.Contains(Facts.Classes.Of(given)))
                    _asked |= callee.LevelsKept.Add(taken);
            }
        }
    }

    private bool Restores(ActionNode node)
    {
        switch (node.Statement)
        {
            case Declare s:
                return _plan.Needed.Contains(s.Local) && !_plan.Recomputed.ContainsKey(s.Local);
            case Assign { Target: LocalPlace target }:
                return _plan.Needed.Contains(target.Local);
            case Assign when node.IsShadowRow || (!node.Initializes && node.Written.Any(_classes.Contains)):
                Need(node.PlaceReads);
                return true;
            default:
                return false;
        }
    }

    private bool Visit(SequenceNode node)
    {
        var hasReverse = false;
        for (var i = node.Nodes.Count - 1; i >= 0; i--)
        {
            if (hasReverse)
            {
                foreach (var exit in node.Nodes[i].Exits)
                    Need(_plan.Exits[exit.Key]);
            }

            hasReverse |= Visit(node.Nodes[i]);
        }

        return hasReverse;
    }

    private bool Visit(BranchNode node)
    {
        if (!(Visit(node.Then) | Visit(node.Else)))
            return false;
        var reads = Reads.Of(node.Condition);
        node.UsesFlag = !Cost.IsRecomputable(node.Condition) || !reads.Locals.All(IsStable)
            || reads.Elements.Any(array => Facts.IsWritten(array));
        if (node.UsesFlag)
            Need(node.Flag);
        else
            Need(reads);
        return true;
    }

    // Assigned at most where it is declared, so that it still has its value after the branch.
    private bool IsStable(Local local) => _plan.Recomputed.ContainsKey(local) || !_plan.Reassigned.Contains(local);

    private bool Visit(LoopNode node)
    {
        if (!Visit(node.Turn))
            return false;
        if (node.IsFused)
            return true;
        if (node.Counter is { } counter)
        {
            Need(Reads.Of(counter.Start));
            Need(Reads.Of(counter.Bound));
            foreach (var carried in node.Carried)
                Need(Reads.Of(carried.Update.Value));
        }
        else
        {
            Need(node.Trips);
        }

        return true;
    }
}
