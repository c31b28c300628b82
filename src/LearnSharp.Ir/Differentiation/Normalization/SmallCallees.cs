using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Puts the bodies of small functions in the places of their calls before anything is planned: what their reverse needs is then at hand in locals of the caller instead of on a stack, loops in
/// them are seen with the loops around them, and nothing is handed over in tuples.
/// </summary>
/// <remarks>Left alone is what calls itself, what has a derivative of its own, what makes or takes anything but numbers and plain arrays of them, and what nothing is differentiated in.</remarks>
internal sealed class SmallCallees
{
    // A function this small goes wherever it is called; one that is called in one place may be larger.
    private const int Small = 40;
    private const int CalledOnce = 160;
    private const int LargestCaller = 600;

    private readonly Dictionary<string, FlatFunction> _functions;
    private readonly IReadOnlyDictionary<string, FunctionFacts> _facts;
    private readonly Dictionary<string, int> _calls = [];
    private readonly HashSet<string> _done = [];
    private readonly bool _keepsLoops;
    private bool _changed;

    private SmallCallees(List<FlatFunction> functions, IReadOnlyDictionary<string, FunctionFacts> facts, bool keepsLoops)
    {
        _keepsLoops = keepsLoops;
        _functions = functions.ToDictionary(static function => function.Source.Id);
        _facts = facts;
        foreach (var function in functions)
            new CallCount(_calls).Visit(function.Body);
    }

    /// <summary>Rewrites the bodies of flat functions and drops those that nothing calls any more; returns whether anything changed.</summary>
    /// <param name="functions">The functions, the root first.</param>
    /// <param name="facts">What is active in them.</param>
    /// <param name="keepsLoops">Whether functions with loops stay functions: a loop that may run with checkpoints is known by its function.</param>
    public static bool Run(List<FlatFunction> functions, IReadOnlyDictionary<string, FunctionFacts> facts, bool keepsLoops)
    {
        var inlining = new SmallCallees(functions, facts, keepsLoops);
        inlining.Visit(functions[0]);
        if (!inlining._changed)
            return false;
        var reached = new HashSet<string>();
        inlining.Reach(functions[0], reached);
        functions.RemoveAll(function => !reached.Contains(function.Source.Id));
        return true;
    }

    private void Reach(FlatFunction function, HashSet<string> reached)
    {
        if (!reached.Add(function.Source.Id))
            return;
        foreach (var id in CalledFunctions.Ids(function.Body))
            Reach(_functions[id], reached);
    }

    // Callees first: their bodies are final when they are put somewhere else.
    private void Visit(FlatFunction function)
    {
        if (!_done.Add(function.Source.Id))
            return;
        foreach (var id in CalledFunctions.Ids(function.Body))
            Visit(_functions[id]);
        if (function.IsClosed || function.Source.Loop is not null)
            return;
        var before = function.Body;
        function.Body = new Splicing(this, function).Visit(function.Body);
        if (ReferenceEquals(before, function.Body))
            return;
        _changed = true;
        function.Body = Copies.Run(function.Body, function.Results);
    }

    private bool Fits(Call call, int callerSize)
    {
        var callee = _functions[call.Function];
        if (callee.IsClosed || callee.Source.Loop is not null || (_keepsLoops && LoopSearch.Finds(callee.Body))
            || CalledFunctions.IsRecursive(callee.Source.Id, id => CalledFunctions.Ids(_functions[id].Body)) || !callee.Parameters.Any(_facts[call.Function].IsActive))
        {
            return false;
        }

        var size = Size.Of(callee.Body);
        if (size > (_calls[call.Function] == 1 ? CalledOnce : Small) || callerSize + size > LargestCaller || !Plain.Holds(callee))
            return false;
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var (parameter, argument) = (callee.Parameters[i], call.Arguments[i]);
            if (!argument.Type.Equals(parameter.Type) || (parameter.Type is ArrayType && argument is not LocalRead))
                return false;
        }

        return call.Targets.All(static target => target is null or LocalPlace);
    }

    private sealed class Splicing(SmallCallees owner, FlatFunction caller) : Rewriter
    {
        private int _size = Size.Of(caller.Body);

        public override Block Visit(Block block)
        {
            var written = new List<Statement>();
            var isNew = false;
            foreach (var statement in block.Statements)
            {
                if (statement is Call call && owner.Fits(call, _size))
                {
                    _size += Size.Of(owner._functions[call.Function].Body);
                    Splice(call, written);
                    isNew = true;
                    continue;
                }

                var visited = statement is Call ? statement : VisitChildren(statement);
                isNew |= !ReferenceEquals(visited, statement);
                written.Add(visited);
            }

            return isNew ? block with { Statements = written.ToEquatableArray() } : block;
        }

        private void Splice(Call call, List<Statement> written)
        {
            var callee = owner._functions[call.Function];
            var copy = new Copy(caller.Ids);
            var declared = new HashSet<Local>();
            // The targets of a call are declared right before it.
            while (written.Count > 0 && written[written.Count - 1] is Declare { Value: null } target && call.Targets.Any(place => place is LocalPlace local && local.Local.Equals(target.Local)))
            {
                declared.Add(target.Local);
                written.RemoveAt(written.Count - 1);
            }

            for (var i = 0; i < call.Arguments.Count; i++)
            {
                var (parameter, argument) = (callee.Parameters[i], call.Arguments[i]);
                if (argument is LocalRead or Constant)
                {
                    copy.Values[parameter] = argument;
                    continue;
                }

                written.Add(new Declare(copy.New(parameter), argument) { Origin = call.Origin });
            }

            for (var k = 0; k < call.Targets.Count; k++)
            {
                if (call.Targets[k] is LocalPlace { Local: var named })
                    copy.Names[callee.Results[k]] = named.Name;
            }

            written.AddRange(copy.Visit(callee.Body).Statements);
            for (var k = 0; k < call.Targets.Count; k++)
            {
                if (call.Targets[k] is not LocalPlace { Local: var target })
                    continue;
                var value = copy.Visit(new LocalRead(callee.Results[k]));
                written.Add((declared.Remove(target) ? (Statement)new Declare(target, value) : new Assign(new LocalPlace(target), value)) with { Origin = call.Origin });
            }
        }
    }

    /// <summary>A flat body with locals and labels of the caller.</summary>
    private sealed class Copy(FreshIds ids) : Rewriter
    {
        private readonly Dictionary<Label, Label> _labels = [];

        public Dictionary<Local, Expression> Values { get; } = [];

        /// <summary>The names of the results in the caller.</summary>
        public Dictionary<Local, string> Names { get; } = [];

        public Local New(Local local)
        {
            var made = ids.Local(local.Type, Names.TryGetValue(local, out var name) ? name : local.Name);
            Values[local] = new LocalRead(made);
            return made;
        }

        public override Expression Visit(Expression expression) => expression is LocalRead read ? Values[read.Local] : base.Visit(expression);

        public override Place Visit(Place place) => place is LocalPlace target ? new LocalPlace(((LocalRead)Values[target.Local]).Local) : base.Visit(place);

        public override EquatableArray<Statement> Visit(Statement statement)
        {
            switch (statement)
            {
                case Declare s:
                {
                    var value = s.Value is null ? null : Visit(s.Value);
                    return [s with { Local = New(s.Local), Value = value }];
                }

                case Labelled s:
                    _labels[s.Label] = ids.Label();
                    return [s with { Label = _labels[s.Label], Body = Visit(s.Body) }];
                case Loop s:
                    (_labels[s.Break], _labels[s.Continue]) = (ids.Label(), ids.Label());
                    return [VisitChildren(s with { Break = _labels[s.Break], Continue = _labels[s.Continue] })];
                case Exit s:
                    return [s with { Target = _labels[s.Target] }];
                default:
                    return base.Visit(statement);
            }
        }
    }

    private sealed class CallCount(Dictionary<string, int> calls) : Walker
    {
        public override void Visit(Statement statement)
        {
            if (statement is Call call)
                calls[call.Function] = calls.TryGetValue(call.Function, out var count) ? count + 1 : 1;
            base.Visit(statement);
        }
    }

    private sealed class LoopSearch : Walker
    {
        private bool _found;

        public static bool Finds(Block block)
        {
            var search = new LoopSearch();
            search.Visit(block);
            return search._found;
        }

        public override void Visit(Statement statement)
        {
            _found |= statement is Loop;
            base.Visit(statement);
        }
    }

    /// <summary>How much code a body is: its stores, branches and operations.</summary>
    private sealed class Size : Walker
    {
        private int _size;

        public static int Of(Block block)
        {
            var size = new Size();
            size.Visit(block);
            return size._size;
        }

        public override void Visit(Statement statement)
        {
            _size += statement is Assign or Call or If or Loop or Exit or Evaluate or Throw ? 1 : 0;
            base.Visit(statement);
        }

        public override void Visit(Expression expression)
        {
            _size += expression is LocalRead or Constant or Default ? 0 : 1;
            base.Visit(expression);
        }
    }

    /// <summary>Whether a function takes, makes and keeps nothing but numbers, and arrays of them that it is handed.</summary>
    private sealed class Plain : Walker
    {
        private bool _fails;

        public static bool Holds(FlatFunction function)
        {
            if (!function.Parameters.All(static parameter => parameter.Type is ScalarType or EnumType or ArrayType { Kind: ArrayKind.Array, Element: ScalarType }))
                return false;
            if (!function.Results.All(static result => result.Type is ScalarType or EnumType))
                return false;
            var plain = new Plain();
            plain.Visit(function.Body);
            return !plain._fails;
        }

        public override void Visit(Statement statement)
        {
            _fails |= statement is Push or Pop or PushElements or PopElements or Declare { Local.Type: not (ScalarType or EnumType) };
            base.Visit(statement);
        }
    }
}
