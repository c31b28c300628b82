using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>The arrays that a function rents and that go by one name alone: nothing else in it, and no caller, can reach their elements.</summary>
internal sealed class RentedArrays : Walker
{
    private readonly Dictionary<Local, ArrayRent> _rents = [];
    private readonly HashSet<Local> _named = [];

    /// <summary>Finds the arrays of a function.</summary>
    public RentedArrays(Function function) => Visit(function);

    /// <summary>What makes an array, or null where it is none of these.</summary>
    public ArrayRent? Of(Local array) => !_named.Contains(array) && _rents.TryGetValue(array, out var rent) ? rent : null;

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        var (target, value) = statement switch
        {
            Declare s => (s.Local, s.Value),
            Assign { Target: LocalPlace { Local: var local } } s => (local, s.Value),
            _ => (null, null),
        };
        if (target is { Type: ArrayType } && value is not null)
        {
            if (value is ArrayRent rent && !_rents.ContainsKey(target))
                _rents[target] = rent;
            else
                _named.Add(target);
        }
        else if (statement is Call call)
        {
            foreach (var place in call.Targets)
            {
                if (place is LocalPlace { Local: { Type: ArrayType } given })
                    _named.Add(given);
            }
        }
        else if (statement is Pop { Target: LocalPlace { Local: { Type: ArrayType } popped } })
        {
            _named.Add(popped);
        }

        base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        switch (expression)
        {
            case Element { Array: LocalRead } element:
                Visit(element.Index);
                break;
            case Length { Array: LocalRead }:
                break;
            case LocalRead { Local: { Type: ArrayType } local }:
                _named.Add(local);
                break;
            default:
                base.Visit(expression);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Visit(Place place)
    {
        if (place is ElementPlace { Array: LocalRead } element)
            Visit(element.Index);
        else
            base.Visit(place);
    }
}
