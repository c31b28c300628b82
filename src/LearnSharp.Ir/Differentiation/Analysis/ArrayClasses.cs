using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Which array locals of a function may name the same elements: classes of locals connected by assignments and calls. Locals of different classes never share an element.
/// </summary>
internal sealed class ArrayClasses
{
    private readonly Dictionary<Local, Local> _parents = [];

    /// <summary>The local that stands for the class of an array local.</summary>
    public Local Of(Local array)
    {
        while (_parents.TryGetValue(array, out var parent))
            array = parent;
        return array;
    }

    /// <summary>The class of an array expression, or null when it is not a local's (a fresh array, an extern value).</summary>
    public Local? Of(Expression array) => array is Conditional ? null : Reads.Root(array) is { } root ? Of(root) : null;

    /// <summary>Joins two classes, and those of their rows; returns whether they were different.</summary>
    public bool Join(Local first, Local second)
    {
        var news = JoinLevel(first, second);
        return ArrayLevels.IsJagged(first.Type) ? news | Join(ArrayLevels.Rows(first), ArrayLevels.Rows(second)) : news;
    }

    private bool JoinLevel(Local first, Local second)
    {
        var a = Of(first);
        var b = Of(second);
        if (a.Equals(b))
            return false;
        _parents[b] = a;
        return true;
    }

    /// <summary>The array locals that an array expression may yield.</summary>
    public static IEnumerable<Local> Sources(Expression array) => array switch
    {
        Conditional e => Sources(e.WhenTrue).Concat(Sources(e.WhenFalse)),
        _ => Reads.Root(array) is { } root ? [root] : [],
    };

    /// <summary>The parameters of a function, and the levels of those, that are arrays of the given element type.</summary>
    public static IEnumerable<Local> ParametersOf(FlatFunction function, IrType element) =>
        function.Parameters.Where(static parameter => parameter.Type is ArrayType).SelectMany(ArrayLevels.Of)
            .Where(level => ((ArrayType)level.Type).Element.Equals(element));
}
