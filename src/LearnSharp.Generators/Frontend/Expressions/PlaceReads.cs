using System.Collections.Generic;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>What it takes to find a place: the locals and the elements that its array and its indices are read from.</summary>
internal sealed class PlaceReads : Walker
{
    private readonly HashSet<Local> _locals = [];
    private bool _elements;
    private Expression? _sought;
    private bool _found;

    private PlaceReads()
    {
    }

    /// <summary>Whether a store to <paramref name="written"/> may change which storage <paramref name="place"/> names.</summary>
    public static bool MayMove(Place place, Place written)
    {
        var reads = new PlaceReads();
        reads.Visit(place);
        return written switch
        {
            LocalPlace local => reads._locals.Contains(local.Local),
            FieldPlace field => MayMove(place, field.Struct),
            _ => reads._elements,
        };
    }

    /// <summary>Whether an expression reads what <paramref name="place"/> names, and throws where it is not there.</summary>
    public static bool Reads(Expression expression, Place place)
    {
        var reads = new PlaceReads { _sought = place.Read };
        reads.Visit(expression);
        return reads._found;
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        if (expression is LocalRead read)
            _locals.Add(read.Local);
        _elements |= expression is Element;
        _found |= expression.Equals(_sought);
        base.Visit(expression);
    }
}
