using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>
/// The locals and arrays that may hold different values in different turns of a loop. All others have one value in all turns at the same place of their code: turns side by side share them, and a
/// condition made of them leads all turns the same way.
/// </summary>
internal sealed class VaryingLocals : Walker
{
    private readonly TurnRoles _roles;
    private readonly HashSet<Local> _varying;
    private bool _underCondition;

    private VaryingLocals(Local counter, TurnRoles roles) => (_roles, _varying) = (roles, [counter]);

    /// <summary>Finds them: at first only the counter, then all that depends on one of them, until there are no more.</summary>
    public static HashSet<Local> Of(Block turn, Local counter, TurnRoles roles)
    {
        var locals = new VaryingLocals(counter, roles);
        int known;
        do
        {
            known = locals._varying.Count;
            locals.Visit(turn);
        }
        while (locals._varying.Count > known);
        return locals._varying;
    }

    /// <summary>Whether an expression may differ from turn to turn. (An array's length does not.)</summary>
    public static bool Varies(Expression? expression, HashSet<Local> varying)
    {
        if (expression is null)
            return false;
        var search = new Search(varying);
        search.Visit(expression);
        return search.IsFound;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        switch (statement)
        {
            case Declare s:
                Note(s.Local, s.Value);
                break;
            case Assign { Target: LocalPlace { Local: var local } } s when !_roles.Sums.Contains(local):
                Note(local, s.Value);
                break;
            case Assign { Target: ElementPlace { Array: LocalRead { Local: var array }, Index: var index } } s when _roles.Own.Contains(array):
                Note(array, index);
                Note(array, s.Value);
                break;
            case If s:
                Under(Varies(s.Condition, _varying), s);
                break;
            case Loop s:
                Under(Varies(s.Condition, _varying) || Varies(s.While, _varying), s);
                break;
            default:
                base.Visit(statement);
                break;
        }
    }

    private void Under(bool condition, Statement statement)
    {
        var outer = _underCondition;
        _underCondition |= condition;
        base.Visit(statement);
        _underCondition = outer;
    }

    private void Note(Local local, Expression? value)
    {
        if (_underCondition || Varies(value, _varying))
            _varying.Add(local);
    }

    private sealed class Search(HashSet<Local> varying) : Walker
    {
        public bool IsFound { get; private set; }

        public override void Visit(Expression expression)
        {
            if (expression is Length)
                return;
            IsFound |= expression is LocalRead read && varying.Contains(read.Local);
            if (!IsFound)
                base.Visit(expression);
        }
    }
}
