using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>One run of the passes over a program.</summary>
internal sealed class Differentiation
{
    private readonly IrProgram _program;
    private readonly ReverseOptions _options;
    private readonly List<FlatFunction> _functions = [];
    private readonly IReadOnlyDictionary<string, FunctionFacts> _facts;
    private readonly Dictionary<string, FunctionPlan> _plans = [];
    private readonly List<Refusal> _refusals = [];

    /// <summary>Analyses and plans a program.</summary>
    public Differentiation(IrProgram program, ReverseOptions options)
    {
        if (options.Independent.Count != program.Root.Parameters.Count)
        {
            throw new System.ArgumentException(
                $"{program.Root.Id} has {program.Root.Parameters.Count} parameters; the options say of {options.Independent.Count} whether they are independent.", nameof(options));
        }

        _program = RecursiveRoot.Wrapped(program);
        _options = options;
        _functions.Add(StructFlattening.Flatten(_program.Root, _program));
        foreach (var callee in _program.Callees)
            _functions.Add(StructFlattening.Flatten(callee, _program));
        foreach (var function in _functions)
            function.Body = Spliced(ExitElimination.Run(function.Body));

        var first = ProgramAnalysis.Run(_functions, options);
        foreach (var function in _functions)
            function.Body = Linearization.Run(first[function.Source.Id]);
        _facts = ProgramAnalysis.Run(_functions, options);
        _refusals.AddRange(_functions.SelectMany(static function => function.Refusals));
        _refusals.AddRange(_facts.Values.SelectMany(ActiveUses.Refusals));
        _refusals.AddRange(PullbackRoot.Refusals(_functions[0], options));
        if (_refusals.Count > 0)
            return;
        Plan();
        _refusals.AddRange(_plans.Values.SelectMany(Records.Refusals));
    }

    private FunctionPlan Root => _plans[_program.Root.Id];

    /// <summary>Why there is no pullback.</summary>
    public EquatableArray<Refusal> Refusals() => _refusals.ToEquatableArray();

    /// <summary>Which parameters of the root are arrays that are written.</summary>
    public EquatableArray<bool> WrittenParameters() => _program.Root.Parameters.Select(
        parameter => parameter.Local.Type is ArrayType && _facts[_program.Root.Id].WritesThrough(parameter.Local));

    /// <summary>Where derivatives are lost.</summary>
    public EquatableArray<DerivativeLoss> Losses() => _facts.Values.SelectMany(ActiveUses.Losses).ToEquatableArray();

    /// <summary>The pullback.</summary>
    public IrProgram Write()
    {
        var root = PullbackRoot.Write(Root, _plans, _options);
        var made = new Dictionary<string, Function>();
        foreach (var plan in _plans.Values.Where(static plan => !plan.Facts.IsRoot && plan.IsReversible))
        {
            foreach (var function in new[] { SplitFunctions.Forward(plan, _plans), SplitFunctions.Reverse(plan) })
                made[function.Id] = function;
        }

        foreach (var callee in _program.Callees)
            made[callee.Id] = callee;
        return new IrProgram(root, CalledFunctions.From(root, made));
    }

    // What stands at the top level of the root stays in reach of its reverse sweep.
    private static Block Spliced(Block body)
    {
        var statements = body.Statements;
        while (!statements.IsEmpty && statements[statements.Count - 1] is Block last)
            statements = [.. statements.Take(statements.Count - 1), .. last.Statements];
        return body with { Statements = statements };
    }

    private void Plan()
    {
        foreach (var facts in _facts.Values)
            _plans[facts.Function.Source.Id] = new FunctionPlan(facts);
        PullbackRoot.LendBuffers(Root, _options);
        foreach (var plan in _plans.Values)
        {
            PlanBuilder.Build(plan, _plans);
            Recomputation.Choose(plan);
            FirstStores.Mark(plan);
        }

        // What a reverse sweep needs of its arguments is needed by its callers in turn.
        bool news;
        do
        {
            news = false;
            foreach (var plan in _plans.Values)
            {
                AdjointWriter.Write(plan, _plans);
                var read = plan.ParametersRead.Count;
                ReverseNeeds.Find(plan);
                news |= plan.ParametersRead.Count != read;
                for (var i = 0; i < plan.Function.Parameters.Count; i++)
                    news |= plan.Needed.Contains(plan.Function.Parameters[i]) && plan.NeededParameters.Add(i);
            }
        }
        while (news);
        foreach (var plan in _plans.Values)
            ToBeRecorded.Run(plan);
    }
}
