using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>One run of the passes over a program.</summary>
internal sealed class Differentiation
{
    private readonly PreparedProgram _prepared;
    private readonly ReverseOptions _options;
    private readonly Dictionary<string, FunctionPlan> _plans = [];
    private readonly List<Refusal> _refusals = [];
    private Dictionary<string, Function> _joined = [];

    /// <summary>Analyses and plans a program.</summary>
    /// <param name="program">A verified program.</param>
    /// <param name="options">What is differentiated.</param>
    /// <param name="isPlaced">Whether it is decided where records go; without that it shows which there are, but nothing can be written.</param>
    public Differentiation(IrProgram program, ReverseOptions options, bool isPlaced = true)
    {
        _prepared = new PreparedProgram(program, options, seesThrough: false);
        _options = options;
        _refusals.AddRange(_prepared.Refusals);
        if (Saves.In(new IrProgram(program.Root, [])))
            _refusals.Add(new Refusal($"{program.Root.Name} was written by reverse mode and keeps records; differentiate it in forward mode.", default));
        else if (Saves.In(_prepared.Analysed))
            _refusals.Add(new Refusal("It calls 'Pushforward' of a method that calls 'Gradient' itself, and reverse mode does not go through both; call 'Gradient' of that method.", default));
        if (_refusals.Count > 0)
            return;
        _refusals.AddRange(_prepared.Facts.Values.SelectMany(RuleAdjoint.Refusals));
        _refusals.AddRange(_prepared.Facts.Values.SelectMany(MapAdjoint.Refusals));
        if (_refusals.Count > 0)
            return;
        Plan(Fusion.None);
        if (!options.Selects)
        {
            Fuse();
            if (isPlaced)
                Place();
        }

        _refusals.AddRange(_plans.Values.SelectMany(Records.Refusals));
    }

    private FunctionPlan Root => _plans[_prepared.Program.Root.Id];

    /// <summary>Why there is no pullback.</summary>
    public EquatableArray<Refusal> Refusals() => _refusals.ToEquatableArray();

    /// <summary>Which parameters of the root are arrays that are written.</summary>
    public EquatableArray<bool> WrittenParameters() => _prepared.Program.Root.Parameters.Select(
        parameter => parameter.Local.Type is ArrayType && _prepared.Root.WritesThrough(parameter.Local));

    /// <summary>Where derivatives are lost.</summary>
    public EquatableArray<DerivativeLoss> Losses() => _prepared.Facts.Values.SelectMany(ActiveUses.Losses).ToEquatableArray();

    /// <summary>
    /// Analyses and plans a program whose long loops keep to <see cref="ReverseOptions.MemoryLimit"/>. Which loops record shows when the program is planned as it is.
    /// </summary>
    public static Differentiation Limited(IrProgram program, ReverseOptions options)
    {
        if (options.MemoryLimit is not { } limit)
            return new Differentiation(program, options);
        var first = new Differentiation(program, options, isPlaced: false);
        if (first._refusals.Count > 0)
            return first;
        var outlined = LongLoops.Outlined(program, first._plans, limit);
        var limited = new Differentiation(outlined, options);
        return limited._refusals.Count > 0 && !ReferenceEquals(outlined, program) ? new Differentiation(program, options) : limited;
    }

    /// <summary>The pullback.</summary>
    public IrProgram Write()
    {
        var root = PullbackRoot.Write(Root, _plans, _options);
        var made = new Dictionary<string, Function>();
        foreach (var plan in _plans.Values.Where(static plan => !plan.Facts.IsRoot && plan.IsReversible))
        {
            var (forward, reverse) = plan.Function.Source switch
            {
                { Derivative: not null } => (RuleAdjoint.Forward(plan), RuleAdjoint.Reverse(plan)),
                { Map: not null } => (MapAdjoint.Forward(plan), MapAdjoint.Reverse(plan)),
                { Loop: { } loop } => (LoopForward.Write(plan, _plans[loop.Turns]), LoopReverse.Write(plan, _plans[loop.Turns])),
                _ => (SplitFunctions.Forward(plan, _plans), SplitFunctions.Reverse(plan)),
            };
            made[forward.Id] = forward;
            made[reverse.Id] = reverse;
            foreach (var function in RuleFunctions.Of(plan.Function.Source))
                made[function.Id] = function;
        }

        foreach (var joined in _joined.Values)
            made[joined.Id] = joined;
        foreach (var callee in _prepared.Program.Callees.Append(_prepared.Program.Root))
            made[callee.Id] = callee;
        return new IrProgram(root, CalledFunctions.From(root, made));
    }

    // Which loops and calls gain by one sweep instead of two shows when everything is planned with two; what then has to be restored shows when it is planned with one.
    private void Fuse()
    {
        var mayRunTwice = !WrittenParameters().Contains(true) && !EffectfulCode.Happens(_prepared.Program);
        var numbers = FusedLoops.Candidates(Root, _plans, mayRunTwice).ToList();
        var arrays = JoinedCalls(mayRunTwice).SelectMany(pair => JoinedRootCalls.Arrays((Call)pair.Node.Statement, _plans[((Call)pair.Node.Statement).Function])).OfType<Local>().ToList();
        while (numbers.Count + arrays.Count > 0)
        {
            var lent = FusedLoops.AtTop(Root.Body, []).Where(pair => numbers.Contains(pair.Loop.Number)).SelectMany(pair => Root.TurnOf(pair.Loop).Lent).Concat(arrays).Distinct().ToList();
            Plan(new Fusion(numbers, lent));
            if (numbers.RemoveAll(FusedLoops.Failed(Root).Contains) == 0)
                break;
            if (numbers.Count + arrays.Count == 0)
                Plan(Fusion.None);
        }

        foreach (var (node, after) in JoinedCalls(mayRunTwice))
            node.JoinedBefore = after;
    }

    private List<(ActionNode Node, IReadOnlyList<Node> After)> JoinedCalls(bool mayRunTwice)
    {
        _joined = JoinedFunction.Of(_plans);
        return JoinedRootCalls.Of(Root, _plans, _joined).FindAll(pair => mayRunTwice || !JoinedRootCalls.Arrays((Call)pair.Node.Statement, _plans[((Call)pair.Node.Statement).Function]).Any());
    }

    private void Plan(Fusion fusion)
    {
        _plans.Clear();
        foreach (var facts in _prepared.Facts.Values)
            _plans[facts.Function.Source.Id] = new FunctionPlan(facts, facts.IsRoot ? fusion : Fusion.None);
        foreach (var plan in _plans.Values.Where(static plan => plan.Function.Source.Derivative is not null))
            RuleAdjoint.Need(plan);
        foreach (var plan in _plans.Values.Where(static plan => plan.Function.Source.Map is not null))
            MapAdjoint.Need(plan);
        foreach (var plan in _plans.Values.Where(static plan => plan.Function.Source.Loop is not null))
            LoopState.Need(plan, _plans[plan.Function.Source.Loop!.Turns]);
        PullbackRoot.LendBuffers(Root, _options);
        foreach (var plan in _plans.Values)
        {
            PlanBuilder.Build(plan, _plans);
            Recomputation.Choose(plan);
            FirstStores.Mark(plan);
            foreach (var (loop, _) in FusedLoops.AtTop(plan.Body, []).Where(static pair => pair.Loop.IsFused))
                plan.EarlyAdjoints.UnionWith(plan.TurnOf(loop).Taken.Where(static local => local.Type is ScalarType));
        }

        foreach (var plan in _plans.Values)
        {
            AdjointWriter.Write(plan, _plans);
            ForwardLoops.Choose(plan);
        }

        do
        {
            FindNeeds();
            foreach (var plan in _plans.Values)
                Pruning.Run(plan);
        }
        while (_plans.Values.Aggregate(false, static (any, plan) => any | RepeatedRecords.Choose(plan)));
    }

    // What a reverse sweep needs of its arguments is needed by its callers in turn.
    private void FindNeeds()
    {
        bool news;
        do
        {
            news = false;
            foreach (var plan in _plans.Values)
            {
                AdjointWriter.WriteCalls(plan, _plans);
                var read = plan.LevelsRead.Count;
                news |= ReverseNeeds.Find(plan, _plans);
                news |= plan.LevelsRead.Count != read;
                if (plan.Function.Source.Map is not null)
                    news |= MapAdjoint.NeedKept(plan);
                for (var i = 0; i < plan.Function.Parameters.Count; i++)
                    news |= plan.Needed.Contains(plan.Function.Parameters[i]) && plan.NeededParameters.Add(i);
            }
        }
        while (news);
    }

    // Where what is recorded goes, if not on a stack one by one. (Code for several rows keeps a stack of lanes, and no arrays.)
    private void Place()
    {
        foreach (var plan in _plans.Values)
        {
            TurnRows.Choose(plan);
            KnownContents.Choose(plan);
            SavedStretches.Choose(plan);
            Columns.Choose(plan);
        }
    }
}
