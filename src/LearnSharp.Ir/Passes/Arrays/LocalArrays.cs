using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>
/// The arrays of a function that a local for each element can stand for: made with a constant, small length, never replaced or handed on, and used element by element. A copy of the reference, or a span
/// over the whole, is another name of the same array.
/// </summary>
internal sealed class LocalArrays : Walker
{
    private const int MostElements = 32;

    private readonly Dictionary<Local, int> _lengths = [];
    private readonly Dictionary<Local, Local> _names = [];
    private readonly HashSet<Local> _others = [];

    private LocalArrays()
    {
    }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _lengths.Count == 0;

    /// <summary>The arrays of a function.</summary>
    public static LocalArrays Of(Function function)
    {
        var arrays = new LocalArrays();
        arrays.Visit(function.Body);
        arrays.Settle();
        return arrays;
    }

    /// <summary>The array that a local names, by the local that it was made in; null for anything else.</summary>
    public Local? Named(Local local)
    {
        while (_names.TryGetValue(local, out var named))
            local = named;
        return _lengths.ContainsKey(local) ? local : null;
    }

    /// <summary>The array that an expression names, or null.</summary>
    public Local? Named(Expression expression) => expression is LocalRead read ? Named(read.Local) : null;

    /// <summary>The number of elements of an array.</summary>
    public int LengthOf(Local array) => _lengths[array];

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        switch (statement)
        {
            case Declare { Local: { Type: ArrayType } local, Value: ArrayNew { Array.Element: ScalarType or EnumType, Length: Constant { AsLong: >= 0 and <= MostElements } length } }:
                _lengths[local] = (int)length.AsLong;
                break;
            case Declare { Local: { Type: ArrayType } local, Value: ArrayLiteral { Array.Element: ScalarType or EnumType, Elements.Count: <= MostElements } made }:
                _lengths[local] = made.Elements.Count;
                foreach (var element in made.Elements)
                    Visit(element);
                break;
            case Declare { Local: { Type: ArrayType } local, Value: LocalRead { Type: ArrayType } read }:
                _names[local] = read.Local;
                break;
            case Declare { Local: { Type: ArrayType } local, Value: Convert { Target: ArrayType, Operand: LocalRead read } }:
                _names[local] = read.Local;
                break;
            case Declare { Local: { Type: ArrayType } local }:
                _others.Add(local);
                base.Visit(statement);
                break;
            default:
                base.Visit(statement);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        switch (expression)
        {
            case Element { Array: LocalRead } e:
                Visit(e.Index);
                break;
            case Length { Array: LocalRead }:
                break;
            default:
                if (expression is LocalRead { Local: { Type: ArrayType } read })
                    _others.Add(read);
                base.Visit(expression);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Visit(Place place)
    {
        switch (place)
        {
            case ElementPlace { Array: LocalRead } p:
                Visit(p.Index);
                break;
            default:
                if (place is LocalPlace { Local: { Type: ArrayType } target })
                    _others.Add(target);
                base.Visit(place);
                break;
        }
    }

    // What goes for one name goes for all.
    private void Settle()
    {
        bool news;
        do
        {
            news = false;
            foreach (var pair in _names)
            {
                if (_others.Contains(pair.Key) || !(_lengths.ContainsKey(pair.Value) || _names.ContainsKey(pair.Value)))
                    news |= _others.Add(pair.Key) | _others.Add(pair.Value);
                else if (_others.Contains(pair.Value))
                    news |= _others.Add(pair.Key);
            }
        }
        while (news);
        foreach (var other in _others)
        {
            _lengths.Remove(other);
            _names.Remove(other);
        }
    }
}
