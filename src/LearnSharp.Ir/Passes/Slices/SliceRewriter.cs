using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Replaces the parts of arrays in one function.</summary>
internal sealed partial class SliceRewriter : Rewriter
{
    private readonly Function _function;
    private readonly SlicedLocals _all;
    private readonly IReadOnlyDictionary<string, Function> _functions;
    private readonly HashSet<Local> _sliced;
    private readonly Dictionary<Local, Part> _parts = [];
    private readonly LocalDefinitions _definitions;
    private readonly FixedBases _bases;
    private readonly HashSet<Local> _fixed = [];
    private readonly HashSet<Local> _declared = [];
    private readonly FreshIds _ids;
    private readonly CounterBounds _counters;

    /// <summary>Prepares the change of a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="sliced">Which locals of the program may be parts.</param>
    /// <param name="functions">The functions of the program as they were, by their ids.</param>
    public SliceRewriter(Function function, SlicedLocals sliced, IReadOnlyDictionary<string, Function> functions)
    {
        (_function, _all, _functions) = (function, sliced, functions);
        _sliced = sliced.In(function);
        _definitions = new LocalDefinitions(function);
        _bases = new FixedBases(function, _sliced, _definitions);
        _ids = new FreshIds(function);
        _counters = new CounterBounds(_definitions, IsFixed);
    }

    /// <summary>The function without parts.</summary>
    /// <param name="isRoot">Whether it keeps its parameters: they are whole when it starts.</param>
    public Function Run(bool isRoot)
    {
        var added = new List<Parameter>();
        var first = new List<Statement>();
        foreach (var parameter in _function.Parameters)
            _declared.Add(parameter.Local);
        foreach (var parameter in _function.Parameters.Where(parameter => _sliced.Contains(parameter.Local)))
        {
            var (array, isFixed) = (new LocalRead(parameter.Local), _definitions.IsFixed(parameter.Local));
            var (start, count) = (Named(parameter.Local, "Start", isFixed), Named(parameter.Local, "Count", isFixed));
            _parts[parameter.Local] = new(array, new LocalRead(start), new LocalRead(count));
            if (isRoot)
            {
                first.Add(new Declare(start, Constant.Of(0)));
                first.Add(new Declare(count, new Length(array)));
            }
            else
            {
                added.Add(new(start));
                added.Add(new(count));
            }
        }

        var body = Visit(_function.Body);
        return _function with { Parameters = [.. _function.Parameters, .. added], Body = first.Count == 0 ? body : new Block([.. first, .. body.Statements]) };
    }

    /// <inheritdoc/>
    public override Block Visit(Block block)
    {
        var around = _declared.ToList();
        var visited = base.Visit(block);
        _declared.Clear();
        _declared.UnionWith(around);
        return visited;
    }

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement)
    {
        if (statement is Declare { Local: var declared })
            _declared.Add(declared);
        switch (statement)
        {
            case Declare s when _sliced.Contains(s.Local):
                return Located(Declared(s), s.Origin);
            case Assign { Target: LocalPlace { Local: var local } } s when _sliced.Contains(local):
                return Located(Assigned(local, PartOf(s.Value)), s.Origin);
            case Call s:
                return Located(Called(s), s.Origin);
            case Loop s:
            {
                var condition = s.Condition is null ? null : Visit(s.Condition);
                var counter = _counters.Enter(s, condition);
                var body = Visit(s.Body);
                _counters.Leave(counter);
                return [s with { Condition = condition, Body = body, Step = Visit(s.Step), While = s.While is null ? null : Visit(s.While) }];
            }

            default:
                return base.Visit(statement);
        }
    }

    private bool IsFixed(Local local) => _fixed.Contains(local) || _definitions.IsFixed(local);

    private Local Named(Local span, string part, bool isFixed)
    {
        var local = _ids.Local(ScalarType.Int, span.Name + part);
        if (isFixed)
            _fixed.Add(local);
        return local;
    }

    private static EquatableArray<Statement> Located(List<Statement> statements, Origin origin) =>
        statements.Select(statement => statement.Origin.Text is null ? statement with { Origin = origin } : statement).ToEquatableArray();

    /// <summary>A span that never changes goes by the names of what it is given, where these do not change either.</summary>
    private List<Statement> Declared(Declare declare)
    {
        var statements = new List<Statement>();
        var local = declare.Local;
        if (declare.Value is null || _definitions.Stores(local) > 0)
        {
            var part = declare.Value is null ? new Part(new Default(local.Type), Constant.Of(0), Constant.Of(0)) : PartOf(declare.Value);
            var (start, count) = (Named(local, "Start", isFixed: false), Named(local, "Count", isFixed: false));
            var named = _bases.Of(local) is { } array && _declared.Contains(array) ? array : local;
            if (named == local)
            {
                statements.Add(new Declare(local, declare.Value is null ? null : As(part.Array, local.Type)));
                part = part with { Count = CountOf(part, local) };
            }

            statements.Add(new Declare(start, part.Start));
            statements.Add(new Declare(count, part.Count));
            _parts[local] = new(new LocalRead(named), new LocalRead(start), new LocalRead(count));
            return statements;
        }

        var given = PartOf(declare.Value);
        var whole = given.Array;
        if (whole is not LocalRead { Local: var known } || !(IsFixed(known) || known.Equals(_bases.Of(known))))
        {
            statements.Add(new Declare(local, As(whole, local.Type)));
            whole = new LocalRead(local);
            given = given with { Count = CountOf(given, local) };
        }

        Expression Kept(Expression value, string name)
        {
            if (value is Constant || (value is LocalRead read && IsFixed(read.Local)) || (value is Length { Array: LocalRead measured } && IsFixed(measured.Local)))
                return value;
            var kept = Named(local, name, isFixed: true);
            statements.Add(new Declare(kept, value));
            return new LocalRead(kept);
        }

        _parts[local] = new(whole, Kept(given.Start, "Start"), Kept(given.Count, "Count"));
        return statements;
    }

    /// <summary>The count of a part once a local names its array: what is measured is that.</summary>
    private static Expression CountOf(Part part, Local array) => part.Count is Length length && length.Array.Equals(part.Array) ? new Length(new LocalRead(array)) : part.Count;

    private List<Statement> Assigned(Local local, Part value)
    {
        var known = _parts[local];
        var (start, count) = (((LocalRead)known.Start).Local, ((LocalRead)known.Count).Local);
        var statements = new List<Statement>();
        if (!value.Array.Equals(known.Array))
        {
            // What is assigned may be made of what the variable was before.
            var (newStart, newCount) = (_ids.Local(ScalarType.Int, start.Name), _ids.Local(ScalarType.Int, count.Name));
            statements.Add(new Declare(newStart, value.Start));
            statements.Add(new Declare(newCount, value.Count));
            statements.Add(new Assign(new LocalPlace(local), As(value.Array, local.Type)));
            value = new(known.Array, new LocalRead(newStart), new LocalRead(newCount));
        }
        else if (LocalSearch.FindsRead(value.Count, start))
        {
            var newCount = _ids.Local(ScalarType.Int, count.Name);
            statements.Add(new Declare(newCount, value.Count));
            value = value with { Count = new LocalRead(newCount) };
        }

        if (LocalSearch.FindsRead(value.Start, count))
        {
            var newStart = _ids.Local(ScalarType.Int, start.Name);
            statements.Add(new Declare(newStart, value.Start));
            value = value with { Start = new LocalRead(newStart) };
        }

        if (!value.Count.Equals(known.Count))
            statements.Add(new Assign(new LocalPlace(count), value.Count));
        if (!value.Start.Equals(known.Start))
            statements.Add(new Assign(new LocalPlace(start), value.Start));
        return statements;
    }
}
