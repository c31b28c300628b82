using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Puts a local in the place of each element of the arrays that <see cref="LocalArrays"/> finds. An element at an index that is not known is chosen among all of them; that is written as the element of
/// an array literal, which throws outside of it like the array does.
/// </summary>
internal sealed class ArrayScalars : Rewriter
{
    private readonly Dictionary<Local, List<Local>> _elements = [];
    private readonly LocalArrays _arrays;
    private readonly FreshIds _ids;

    private ArrayScalars(LocalArrays arrays, FreshIds ids) => (_arrays, _ids) = (arrays, ids);

    /// <summary>Rewrites a function; loops over the elements, whose turns are known, become their turns.</summary>
    public static Function Run(Function function)
    {
        if (LocalArrays.Of(function).IsEmpty)
            return function;
        function = ArrayTurns.Run(Simplifier.Simplify(new Lengths(LocalArrays.Of(function)).Visit(function)));
        return new ArrayScalars(LocalArrays.Of(function), new FreshIds(function)).Visit(function);
    }

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement)
    {
        switch (statement)
        {
            case Declare { Local.Type: ArrayType } s when _arrays.Named(s.Local) is { } array:
                return array.Equals(s.Local) ? Declared(s) : [];
            case Assign { Target: ElementPlace place } s when _arrays.Named(place.Array) is { } array:
                return Stored(array, Visit(place.Index), Visit(s.Value), s.Origin);
            default:
                return base.Visit(statement);
        }
    }

    /// <inheritdoc/>
    public override Expression Visit(Expression expression)
    {
        switch (expression)
        {
            case Element e when _arrays.Named(e.Array) is { } array:
                return At(array, Visit(e.Index)) with { Origin = e.Origin };
            case Length e when _arrays.Named(e.Array) is { } array:
                return Constant.Of(_arrays.LengthOf(array));
            default:
                return base.Visit(expression);
        }
    }

    private EquatableArray<Statement> Declared(Declare s)
    {
        var values = s.Value is ArrayLiteral literal ? literal.Elements.Select(Visit) : [];
        var type = ((ArrayType)s.Local.Type).Element;
        var elements = Enumerable.Range(0, _arrays.LengthOf(s.Local)).Select(i => _ids.Local(type, Name(s.Local, i))).ToList();
        _elements[s.Local] = elements;
        return elements.Select((element, i) => (Statement)new Declare(element, i < values.Count ? values[i] : null) { Origin = s.Origin }).ToEquatableArray();
    }

    private static string Name(Local array, int index) => array.Name + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private Expression At(Local array, Expression index)
    {
        var elements = _elements[array];
        return index is Constant { AsLong: >= 0 } known && known.AsLong < elements.Count
            ? new LocalRead(elements[(int)known.AsLong])
            : new Element(new ArrayLiteral((ArrayType)array.Type, elements.Select(static element => (Expression)new LocalRead(element)).ToEquatableArray()), index);
    }

    private EquatableArray<Statement> Stored(Local array, Expression index, Expression value, Origin origin)
    {
        var elements = _elements[array];
        if (index is Constant { AsLong: >= 0 } known && known.AsLong < elements.Count)
            return [new Assign(new LocalPlace(elements[(int)known.AsLong]), value) { Origin = origin }];
        var at = _ids.Local(index.Type, "at");
        var stored = _ids.Local(value.Type, "stored");
        var place = new LocalRead(at);
        var statements = new List<Statement>
        {
            new Declare(at, index),
            new Declare(stored, value),

            // For what it throws.
            new Declare(_ids.Local(value.Type, "before"), At(array, place)),
        };
        for (var i = 0; i < elements.Count; i++)
        {
            var isHere = new Binary(BinaryOperator.Equal, place, Constant.FromBits(index.Type, i));
            statements.Add(new Assign(new LocalPlace(elements[i]), new Conditional(isHere, new LocalRead(stored), new LocalRead(elements[i]))));
        }

        return statements.Select(statement => statement with { Origin = origin }).ToEquatableArray();
    }

    /// <summary>Lengths as numbers.</summary>
    private sealed class Lengths(LocalArrays arrays) : Rewriter
    {
        public override Expression Visit(Expression expression) =>
            expression is Length e && arrays.Named(e.Array) is { } array ? Constant.Of(arrays.LengthOf(array)) : base.Visit(expression);
    }
}
