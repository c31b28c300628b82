using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Finds the locals declared without a value that C# would not accept as definitely assigned wherever they are read: they need their default spelled
/// out. Careful
/// rather than exact: what it clears, C# clears too.
/// </summary>
internal sealed class DefiniteAssignment
{
    private readonly HashSet<int> _tracked = [];
    private readonly HashSet<int> _needed = [];
    private readonly Dictionary<int, HashSet<int>?> _exits = [];
    private readonly Reader _reader;

    private DefiniteAssignment() => _reader = new(this);

    /// <summary>The ids of the locals that need a value where they are declared.</summary>
    public static HashSet<int> Needed(Function function)
    {
        var analysis = new DefiniteAssignment();
        analysis.Run(function.Body, []);
        return analysis._needed;
    }

    /// <summary>Follows a statement. The state is what is assigned on every way here; null where there is no way.</summary>
    private HashSet<int>? Run(Statement statement, HashSet<int>? state)
    {
        switch (statement)
        {
            case Block s:
                foreach (var inner in s.Statements)
                    state = Run(inner, state);
                return state;
            case Labelled s:
                return Join(Run(s.Body, state), Leave(s.Label));
            case Declare { Value: null } s:
                _tracked.Add(s.Local.Id);
                return state is not null && state.Contains(s.Local.Id) ? [.. state.Where(id => id != s.Local.Id)] : state;
            case Declare s:
                Read(s.Value!, state);
                return state;
            case Assign s:
                Read(s.Target, state);
                Read(s.Value, state);
                return Assigned(s.Target, state);
            case Call s:
                foreach (var argument in s.Arguments)
                    Read(argument, state);
                foreach (var target in s.Targets)
                {
                    if (target is null)
                        continue;
                    Read(target, state);
                    state = Assigned(target, state);
                }

                return state;
            case Pop s:
                Read(s.Target, state);
                return Assigned(s.Target, state);
            case If s:
                Read(s.Condition, state);
                return Join(Run(s.Then, state), Run(s.Else, state));
            case Loop s:
                return RunLoop(s, state);
            case Exit s:
                _exits[s.Target.Id] = _exits.TryGetValue(s.Target.Id, out var other) ? Join(other, state) : state;
                return null;
            case Return s:
                foreach (var value in s.Values)
                    Read(value, state);
                return null;
            case Throw s:
                Read(s.Exception, state);
                return null;
            case Evaluate s:
                Read(s.Value, state);
                return state;
            case Push s:
                Read(s.Value, state);
                return state;
            case PushElements s:
                Read(s.Array, state);
                Read(s.Start, state);
                Read(s.End, state);
                return state;
            case PopElements s:
                Read(s.Array, state);
                Read(s.Start, state);
                Read(s.End, state);
                return state;
            default:
                return state;
        }
    }

    private HashSet<int>? RunLoop(Loop loop, HashSet<int>? state)
    {
        if (loop.Condition is not null)
            Read(loop.Condition, state);
        var skipped = loop.Condition is null ? null : state;
        var turned = Join(Run(loop.Body, state), Leave(loop.Continue));
        turned = Run(loop.Step, turned);
        if (loop.While is not null)
            Read(loop.While, turned);
        var last = loop.While is null ? null : turned;
        return Join(Join(skipped, last), Leave(loop.Break));
    }

    private HashSet<int>? Leave(Label label)
    {
        if (!_exits.TryGetValue(label.Id, out var state))
            return null;
        _exits.Remove(label.Id);
        return state;
    }

    private static HashSet<int>? Join(HashSet<int>? first, HashSet<int>? second)
    {
        if (first is null || second is null)
            return first ?? second;
        return ReferenceEquals(first, second) ? first : [.. first.Where(second.Contains)];
    }

    private HashSet<int>? Assigned(Place target, HashSet<int>? state) =>
        target is LocalPlace { Local.Id: var id } && _tracked.Contains(id) && state is not null && !state.Contains(id) ? [.. state, id] : state;

    private void Read(Place place, HashSet<int>? state)
    {
        switch (place)
        {
            case ElementPlace p:
                Read(p.Array, state);
                Read(p.Index, state);
                break;
            case FieldPlace p:
                // C# follows structs field by field; here writing a field asks for a whole.
                Read(p.Read, state);
                break;
        }
    }

    private void Read(Expression expression, HashSet<int>? state)
    {
        if (state is null)
            return;
        _reader.State = state;
        _reader.Visit(expression);
    }

    /// <summary>Notes the locals that an expression reads before they are assigned.</summary>
    private sealed class Reader(DefiniteAssignment analysis) : Walker
    {
        public HashSet<int> State { get; set; } = [];

        public override void Visit(Expression expression)
        {
            if (expression is LocalRead { Local.Id: var id })
            {
                if (analysis._tracked.Contains(id) && !State.Contains(id))
                    analysis._needed.Add(id);
            }
            else
            {
                base.Visit(expression);
            }
        }
    }
}
