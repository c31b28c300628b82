using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Whether the arrays that a loop assigns to locals declared before it only change places: <c>(now, next) = (next, now)</c>. Which they are is then known at every turn, and so are their shadows.
/// </summary>
internal sealed class MovedArrays : Walker
{
    private readonly HashSet<Local> _carriers;
    private readonly HashSet<Local> _inside;
    private bool _fails;
    private bool _news;

    private MovedArrays(IEnumerable<Local> assigned, HashSet<Local> inside)
    {
        _carriers = [.. assigned];
        _inside = inside;
    }

    /// <summary>Whether a loop moves arrays only.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="assigned">The array locals that it assigns and that are declared before it.</param>
    /// <param name="inside">The locals declared in it.</param>
    /// <param name="function">The function that it stands in.</param>
    public static bool Only(Loop loop, IReadOnlyCollection<Local> assigned, HashSet<Local> inside, Function function)
    {
        if (assigned.Count == 0)
            return true;
        if (assigned.Any(static local => local.Type is not ArrayType { Kind: ArrayKind.Array, Element: not ArrayType }) || !assigned.All(local => StartsAsArray(local, function)))
            return false;
        var moves = new MovedArrays(assigned, inside);
        do
        {
            moves._news = false;
            moves.Visit(loop);
        }
        while (moves._news && !moves._fails);
        return !moves._fails;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        switch (statement)
        {
            case Declare s when _carriers.Contains(s.Local):
                Flow(s.Value);
                break;
            case Assign { Target: LocalPlace target } s when _carriers.Contains(target.Local):
                Flow(s.Value);
                break;
            case Call s:
                _fails |= s.Targets.Any(target => target is LocalPlace place && _carriers.Contains(place.Local));
                break;
        }

        base.Visit(statement);
    }

    // Nothing that is made or found in the loop; a local of the loop holds what it is given there.
    private void Flow(Expression? value)
    {
        if (value is LocalRead read && read.Type is ArrayType { Kind: ArrayKind.Array })
            _news |= _inside.Contains(read.Local) && _carriers.Add(read.Local);
        else
            _fails |= value is not null;
    }

    private static bool StartsAsArray(Local local, Function function) =>
        function.Parameters.Any(parameter => parameter.Local.Equals(local)) || Declarations.Of(local, function) is { } value and not Default;

    private sealed class Declarations(Local local) : Walker
    {
        private Expression? _value;

        public static Expression? Of(Local local, Function function)
        {
            var declarations = new Declarations(local);
            declarations.Visit(function);
            return declarations._value;
        }

        public override void Visit(Statement statement)
        {
            if (statement is Declare s && s.Local.Equals(local))
                _value = s.Value;
            base.Visit(statement);
        }
    }
}
