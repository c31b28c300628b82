using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>The arrays of span variables that are parts of one and the same array whatever is assigned to them: <c>s = s[1..]</c> only moves the start.</summary>
internal sealed class FixedBases
{
    private readonly Dictionary<Local, Local> _bases = [];
    private readonly HashSet<Local> _several = [];
    private readonly LocalDefinitions _definitions;
    private readonly HashSet<Local> _sliced;

    /// <summary>Finds them in a function.</summary>
    public FixedBases(Function function, HashSet<Local> sliced, LocalDefinitions definitions)
    {
        (_sliced, _definitions) = (sliced, definitions);
        foreach (var parameter in function.Parameters.Where(parameter => sliced.Contains(parameter.Local)))
            _bases[parameter.Local] = parameter.Local;
        for (var changed = true; changed;)
        {
            var search = new Search(this);
            search.Visit(function);
            changed = search.Changed;
        }
    }

    /// <summary>The local that names the array of a span variable as long as that lives; null where it may be one of several.</summary>
    public Local? Of(Local span) => !_several.Contains(span) && _bases.TryGetValue(span, out var array) ? array : null;

    private bool Note(Local span, Expression value, bool isDeclared)
    {
        if (_several.Contains(span) || IsOpen(value))
            return false;
        var array = Root(value) ?? (isDeclared ? span : null);
        if (array is not null && !_bases.ContainsKey(span))
        {
            _bases[span] = array;
            return true;
        }

        return (array is null || !_bases[span].Equals(array)) && _several.Add(span);
    }

    /// <summary>Whether a value is that of variables of which nothing is known yet.</summary>
    private bool IsOpen(Expression value) => value switch
    {
        Slice e => IsOpen(e.Array),
        Convert e => IsOpen(e.Operand),
        LocalRead e => _sliced.Contains(e.Local) && !_bases.ContainsKey(e.Local) && !_several.Contains(e.Local),
        _ => false,
    };

    private Local? Root(Expression value) => value switch
    {
        Slice e => Root(e.Array),
        Convert { Operand.Type: ArrayType { Kind: not ArrayKind.Array } } e => Root(e.Operand),
        LocalRead e when _sliced.Contains(e.Local) => Of(e.Local),
        LocalRead e when _definitions.IsFixed(e.Local) => e.Local,
        Conditional e when Root(e.WhenTrue) is { } array && array.Equals(Root(e.WhenFalse)) => array,
        _ => null,
    };

    private sealed class Search(FixedBases bases) : Walker
    {
        public bool Changed { get; private set; }

        public override void Visit(Statement statement)
        {
            switch (statement)
            {
                case Declare { Value: { } value } s when bases._sliced.Contains(s.Local):
                    Changed |= bases.Note(s.Local, value, isDeclared: true);
                    break;
                case Assign { Target: LocalPlace { Local: var local } } s when bases._sliced.Contains(local):
                    Changed |= bases.Note(local, s.Value, isDeclared: false);
                    break;
                case Call s:
                    foreach (var target in s.Targets.OfType<LocalPlace>().Where(target => bases._sliced.Contains(target.Local)))
                        Changed |= bases._several.Add(target.Local);
                    break;
            }

            base.Visit(statement);
        }
    }
}
