using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Removes locals that decide nothing: declarations and stores whose values are never used, directly or through other such locals.</summary>
internal sealed class DeadLocals : Rewriter
{
    private readonly HashSet<int> _live;
    private readonly LocalUses? _left;

    private DeadLocals(HashSet<int> live, LocalUses? left = null) => (_live, _left) = (live, left);

    /// <summary>Cleans a function.</summary>
    public static Function Clean(Function function)
    {
        var liveness = new Liveness();
        liveness.Visit(function);
        var live = liveness.Live();
        var stored = new DeadLocals(live).Visit(function);

        // Then declarations of what is not stored to any more.
        return new DeadLocals(live, LocalUses.Of(stored)).Visit(stored);
    }

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement)
    {
        if (_left is not null)
            return statement is Declare { Value: null } d && _left.Total(d.Local) == 0 ? [] : base.Visit(statement);
        switch (statement)
        {
            case Declare { Value: { } value } s when IsDead(s.Local):
                // A store that must stay keeps the declaration, too, until the second round.
                return Effects.CanDrop(value) ? [new Declare(s.Local, null) { Origin = s.Origin }] : [s];
            case Assign s when RootOf(s.Target) is { } root && IsDead(root) && Effects.CanDrop(s.Value):
                return [];
            case Call s when s.Targets.Any(t => t is LocalPlace p && IsDead(p.Local)):
                return [s with { Targets = s.Targets.Select(t => t is LocalPlace p && IsDead(p.Local) ? null : t) }];
            default:
                return base.Visit(statement);
        }
    }

    private bool IsDead(Local local) => !_live.Contains(local.Id);

    private static Local? RootOf(Place place) => place switch
    {
        LocalPlace p => p.Local,
        FieldPlace p => RootOf(p.Struct),
        _ => null,
    };

    /// <summary>Which locals' values are used, and for which others.</summary>
    private sealed class Liveness : Walker
    {
        private readonly HashSet<int> _roots = [];
        private readonly Dictionary<int, HashSet<int>> _sources = [];

        public HashSet<int> Live()
        {
            var live = new HashSet<int>();
            var pending = new Stack<int>(_roots);
            while (pending.Count > 0)
            {
                var id = pending.Pop();
                if (!live.Add(id) || !_sources.TryGetValue(id, out var sources))
                    continue;
                foreach (var source in sources)
                    pending.Push(source);
            }

            return live;
        }

        public override void Visit(Statement statement)
        {
            var (target, value) = statement switch
            {
                Declare s => (s.Local, s.Value),
                Assign s => (RootOf(s.Target), s.Value),
                _ => (null, null),
            };
            if (target is null || value is null || !Effects.CanDrop(value))
            {
                base.Visit(statement);
                return;
            }

            if (!_sources.TryGetValue(target.Id, out var sources))
                _sources.Add(target.Id, sources = []);
            new ReadIds(sources).Visit(value);
        }

        public override void Visit(Expression expression)
        {
            if (expression is LocalRead read)
                _roots.Add(read.Local.Id);
            base.Visit(expression);
        }

        private sealed class ReadIds(HashSet<int> ids) : Walker
        {
            public override void Visit(Expression expression)
            {
                if (expression is LocalRead read)
                    ids.Add(read.Local.Id);
                else
                    base.Visit(expression);
            }
        }
    }
}
