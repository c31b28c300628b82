using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>How a function or a part of it uses arrays of its own: by the names they were made with, element by element.</summary>
internal sealed class ElementUses : Walker
{
    private readonly HashSet<Local> _touched = [];
    private readonly HashSet<Local> _named = [];
    private readonly List<Local> _cleared = [];
    private Element? _allowed;
    private bool _others;

    private ElementUses()
    {
    }

    /// <summary>The arrays of numbers that the function takes from the workspace, where their elements are zero, and that nothing else in it has a name for.</summary>
    public static List<Local> ClearedArrays(Function function)
    {
        var uses = new ElementUses();
        uses.Visit(function);
        return uses._cleared.FindAll(array => !uses._named.Contains(array) && uses._touched.Contains(array));
    }

    /// <summary>Whether a statement reads or stores elements of an array.</summary>
    public static bool Touches(Statement statement, Local array)
    {
        var uses = new ElementUses();
        uses.Visit(statement);
        return uses._touched.Contains(array);
    }

    /// <summary>Whether an expression reads elements of an array.</summary>
    public static bool Touches(Expression expression, Local array)
    {
        var uses = new ElementUses();
        uses.Visit(expression);
        return uses._touched.Contains(array);
    }

    /// <summary>Whether a statement touches no other element of an array than a given one.</summary>
    public static bool TouchesOnly(Statement statement, Element element)
    {
        var uses = new ElementUses { _allowed = element };
        uses.Visit(statement);
        return !uses._others;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is Declare { Value: ArrayRent { Array.Element: ScalarType { IsFloating: true } } } rented)
            _cleared.Add(rented.Local);
        base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        switch (expression)
        {
            case Element { Array: LocalRead { Local: var array } } element:
                Touch(array, element.Index);
                break;
            case Length { Array: LocalRead }:
                break;
            case LocalRead { Local: { Type: ArrayType } named }:
                _named.Add(named);
                break;
            default:
                base.Visit(expression);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Visit(Place place)
    {
        switch (place)
        {
            case ElementPlace { Array: LocalRead { Local: var array } } element:
                Touch(array, element.Index);
                break;
            case LocalPlace { Local: { Type: ArrayType } named }:
                _named.Add(named);
                break;
            default:
                base.Visit(place);
                break;
        }
    }

    private void Touch(Local array, Expression index)
    {
        _touched.Add(array);
        if (_allowed is { Array: LocalRead { Local: var local } } && local.Equals(array))
            _others |= !index.Equals(_allowed.Index);
        Visit(index);
    }
}
