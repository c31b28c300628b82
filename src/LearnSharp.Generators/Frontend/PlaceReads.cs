using System.Collections.Generic;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>What it takes to find a place: the locals and the elements that its array and its indices are read from.</summary>
internal sealed class PlaceReads : Walker
{
    private readonly HashSet<Local> _locals = [];
    private bool _elements;

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

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        if (expression is LocalRead read)
            _locals.Add(read.Local);
        _elements |= expression is Element;
        base.Visit(expression);
    }
}
