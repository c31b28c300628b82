using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Which span locals of a program may name only a part of an array: those that are given a part, and those that are given the value of one of these, also by a call.</summary>
internal sealed class SlicedLocals
{
    private readonly Dictionary<string, HashSet<Local>> _locals = [];
    private readonly Dictionary<string, Function> _functions = [];

    /// <summary>Searches a program.</summary>
    public SlicedLocals(IrProgram program)
    {
        foreach (var function in program.Callees.Add(program.Root))
        {
            _functions[function.Id] = function;
            _locals[function.Id] = [];
        }

        // Calls go in circles: until nothing new is found.
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var function in _functions.Values)
            {
                var search = new Search(this, _locals[function.Id]);
                search.Visit(function);
                changed |= search.Found;
            }
        }
    }

    /// <summary>Whether any local is one.</summary>
    public bool Any => _locals.Values.Any(static locals => locals.Count > 0);

    /// <summary>Those of one function.</summary>
    public HashSet<Local> In(Function function) => _locals[function.Id];

    /// <summary>Whether a parameter of a function is one.</summary>
    public bool IsParameter(string function, int index) => _locals[function].Contains(_functions[function].Parameters[index].Local);

    /// <summary>Whether the value of an expression may be a part of an array.</summary>
    public static bool MayBePart(Expression value, HashSet<Local> known) => value switch
    {
        Slice => true,
        LocalRead read => known.Contains(read.Local),
        Convert convert => MayBePart(convert.Operand, known),
        Conditional choice => MayBePart(choice.WhenTrue, known) || MayBePart(choice.WhenFalse, known),
        _ => false,
    };

    /// <summary>The body of a function whose derivative is written by hand is other code: it gets a copy of a part.</summary>
    private bool TakesParts(string function) => _functions[function].Derivative is null;

    private sealed class Search(SlicedLocals all, HashSet<Local> known) : Walker
    {
        public bool Found { get; private set; }

        public override void Visit(Statement statement)
        {
            switch (statement)
            {
                case Declare { Value: { } value } s when MayBePart(value, known):
                    Found |= known.Add(s.Local);
                    break;
                case Assign { Target: LocalPlace { Local: var local } } s when MayBePart(s.Value, known):
                    Found |= known.Add(local);
                    break;
                case Call s when all.TakesParts(s.Function):
                    for (var i = 0; i < s.Arguments.Count; i++)
                    {
                        if (MayBePart(s.Arguments[i], known))
                            Found |= all._locals[s.Function].Add(all._functions[s.Function].Parameters[i].Local);
                    }

                    break;
            }

            base.Visit(statement);
        }
    }
}
