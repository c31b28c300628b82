using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// Hands the locals of a body to the functions that belong to it: as further parameters, and those that they store to as further results, which every call
/// stores back.
/// </summary>
internal sealed class SharedLocals : Rewriter
{
    private readonly Dictionary<string, List<Local>> _taken = [];
    private readonly Dictionary<string, List<Local>> _given = [];
    private readonly Dictionary<string, HashSet<int>> _own = [];

    /// <summary>What the function being rewritten gives back, and where its returns go; null in a function that has results of its own.</summary>
    private (List<Local> Given, Label? End) _current = ([], null);

    /// <summary>Finds what each function shares with the body.</summary>
    /// <param name="functions">The functions.</param>
    public SharedLocals(IReadOnlyList<Function> functions)
    {
        foreach (var function in functions)
        {
            var used = FreeLocals.Of(function.Body);
            HashSet<int> own = [.. function.Parameters.Select(static parameter => parameter.Local.Id), .. used.Declared];
            var free = used.Free.Where(one => !own.Contains(one.Local.Id)).ToList();
            _own.Add(function.Id, own);
            _taken.Add(function.Id, free.ConvertAll(static one => one.Local));
            _given.Add(function.Id, [.. free.Where(static one => one.IsWritten).Select(static one => one.Local)]);
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var function in functions)
            {
                foreach (var callee in CalledFunctions.Ids(function).Where(_taken.ContainsKey))
                    changed |= Join(_taken, function.Id, callee) | Join(_given, function.Id, callee);
            }
        }

        foreach (var locals in _taken.Values.Concat(_given.Values))
            locals.Sort(static (first, second) => first.Id.CompareTo(second.Id));
    }

    /// <summary>What a function is handed of the locals around it, itself or for the functions that it calls.</summary>
    public IReadOnlyList<Local> Taken(string function) => _taken[function];

    /// <summary>Those among them that are stored to.</summary>
    public IReadOnlyList<Local> Given(string function) => _given[function];

    /// <summary>The body with what its calls hand over.</summary>
    public Block Calling(Block body)
    {
        _current = ([], null);
        return Visit(body);
    }

    /// <summary>A function with what it takes and gives.</summary>
    /// <param name="function">The function.</param>
    /// <param name="end">A label that it does not have.</param>
    public Function Shared(Function function, Label end)
    {
        var given = _given[function.Id];
        _current = (given, function.Results.IsEmpty && given.Count > 0 ? end : null);
        var body = Visit(function.Body);
        if (_current.End is not null)
        {
            var whole = ExitFinder.LeavesTo(body, end) ? [new Labelled(end, body)] : body.Statements;
            body = new Block([.. whole, new Return(Given(given))]);
        }

        return function with
        {
            Parameters = [.. function.Parameters, .. _taken[function.Id].Select(static local => new Parameter(local))],
            Results = [.. function.Results, .. given.Select(static local => local.Type)],
            Body = body,
        };
    }

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement) => statement switch
    {
        Call call when _taken.TryGetValue(call.Function, out var taken) =>
        [
            call with
            {
                Targets = [.. call.Targets, .. _given[call.Function].Select(static local => (Place?)new LocalPlace(local))],
                Arguments = [.. call.Arguments, .. taken.Select(static local => new LocalRead(local))],
            },
        ],
        Return leaving when _current.Given.Count > 0 => [_current.End is { } end ? new Exit(end) { Origin = leaving.Origin } : leaving with { Values = [.. leaving.Values, .. Given(_current.Given)] }],
        _ => base.Visit(statement),
    };

    private static EquatableArray<Expression> Given(List<Local> locals) => locals.Select(static local => (Expression)new LocalRead(local)).ToEquatableArray();

    private bool Join(Dictionary<string, List<Local>> shared, string caller, string callee)
    {
        var fresh = shared[callee].Where(local => !_own[caller].Contains(local.Id) && !shared[caller].Contains(local)).ToList();
        shared[caller].AddRange(fresh);
        return fresh.Count > 0;
    }
}
