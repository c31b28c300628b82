using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Which array parameters of the root may be written to, and which may come back in the result: an over-approximation that follows references through
/// locals, calls and results, regardless of the order of statements.
/// </summary>
internal sealed class WrittenParameters
{
    private readonly HashSet<int> _written;
    private readonly HashSet<int> _returned;

    private WrittenParameters(IEnumerable<int> written, IEnumerable<int> returned) => (_written, _returned) = (new(written), new(returned));

    /// <summary>Whether the elements of the root's parameter <paramref name="index"/> may be written.</summary>
    public bool IsWritten(int index) => _written.Contains(index);

    /// <summary>Whether the result may hold the array of the root's parameter <paramref name="index"/>.</summary>
    public bool IsReturned(int index) => _returned.Contains(index);

    /// <summary>Everything may happen: for a method whose body is not analysed.</summary>
    public static WrittenParameters Unknown(Function root)
    {
        var all = Enumerable.Range(0, root.Parameters.Count);
        return new(all, root.Results.Any(Holds) ? all : []);
    }

    /// <summary>Analyses a program to a fixed point over its calls.</summary>
    public static WrittenParameters Of(IrProgram program)
    {
        var functions = new[] { program.Root }.Concat(program.Callees).ToDictionary(static function => function.Id, static function => new Flow(function));
        bool changed;
        do
        {
            changed = false;
            foreach (var flow in functions.Values)
                changed |= flow.Update(functions);
        }
        while (changed);

        var root = functions[program.Root.Id];
        return new(root.Written, root.Returned);
    }

    private static bool Holds(IrType type) => type switch
    {
        ArrayType or OpaqueType => true,
        StructType s => s.Fields.Any(static field => Holds(field.Type)),
        _ => false,
    };

    // What one function does with the arrays it is handed: sources of a local are the parameters whose elements it may name.
    private sealed class Flow : Walker
    {
        private readonly Function _function;
        private readonly Dictionary<int, HashSet<int>> _sources = [];
        private Dictionary<string, Flow> _functions = [];
        private bool _changed;

        public Flow(Function function)
        {
            _function = function;
            for (var i = 0; i < function.Parameters.Count; i++)
                _sources[function.Parameters[i].Local.Id] = [i];
        }

        public HashSet<int> Written { get; } = [];

        public HashSet<int> Returned { get; } = [];

        public bool Update(Dictionary<string, Flow> functions)
        {
            (_functions, _changed) = (functions, false);
            Visit(_function);
            return _changed;
        }

        public override void Visit(Statement statement)
        {
            switch (statement)
            {
                case Declare { Value: { } value } declare:
                    Hold(declare.Local, Sources(value));
                    break;
                case Assign assign:
                    Store(assign.Target, Sources(assign.Value));
                    break;
                case Return @return:
                    foreach (var value in @return.Values)
                        Note(Returned, Sources(value));
                    break;
                case Call call when _functions.TryGetValue(call.Function, out var callee):
                    foreach (var index in callee.Written.Where(index => index < call.Arguments.Count).ToArray())
                        Note(Written, Sources(call.Arguments[index]));
                    var returned = callee.Returned.Where(index => index < call.Arguments.Count).SelectMany(index => Sources(call.Arguments[index])).ToArray();
                    foreach (var target in call.Targets)
                    {
                        if (target is not null)
                            Store(target, returned);
                    }

                    break;
            }

            base.Visit(statement);
        }

        public override void Visit(Expression expression)
        {
            // C# that the program does not look into may write to an array it is handed.
            if (expression is Extern { Purity: Purity.Effectful } call)
            {
                foreach (var operand in call.Operands)
                    Note(Written, Sources(operand));
            }

            base.Visit(expression);
        }

        private void Store(Place target, IEnumerable<int> sources)
        {
            switch (target)
            {
                case LocalPlace place:
                    Hold(place.Local, sources);
                    break;
                case FieldPlace place:
                    Store(place.Struct, sources);
                    break;
                case ElementPlace place:
                    Note(Written, Sources(place.Array));
                    var array = place.Array;
                    while (array is Element { Array: var outer })
                        array = outer;
                    if (array is LocalRead { Local: var holder })
                        Hold(holder, sources);
                    break;
            }
        }

        private void Hold(Local local, IEnumerable<int> sources)
        {
            if (!_sources.TryGetValue(local.Id, out var held))
                _sources[local.Id] = held = [];
            Note(held, sources);
        }

        private void Note(HashSet<int> set, IEnumerable<int> items)
        {
            foreach (var item in items.ToArray())
                _changed |= set.Add(item);
        }

        // Only references travel: a number read from an array does not name its elements any more.
        private IEnumerable<int> Sources(Expression expression) => Holds(expression.Type) ? expression switch
        {
            LocalRead e => _sources.TryGetValue(e.Local.Id, out var held) ? held : [],
            Conditional e => Sources(e.WhenTrue).Concat(Sources(e.WhenFalse)),
            Convert e => Sources(e.Operand),
            FieldRead e => Sources(e.Struct),
            Element e => Sources(e.Array),
            StructNew e => e.Fields.SelectMany(Sources),
            ArrayLiteral e => e.Elements.SelectMany(Sources),
            Extern e => e.Operands.SelectMany(Sources),
            _ => [],
        } : [];
    }
}
