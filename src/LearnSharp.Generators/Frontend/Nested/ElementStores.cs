using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Whether statements store to elements of certain arrays by their names.</summary>
internal sealed class ElementStores : Walker
{
    private readonly EquatableArray<Local> _arrays;
    private bool _found;

    private ElementStores(EquatableArray<Local> arrays) => _arrays = arrays;

    /// <summary>Looks at the statements of a block.</summary>
    public static bool To(EquatableArray<Local> arrays, Block block)
    {
        var stores = new ElementStores(arrays);
        stores.Visit(block);
        return stores._found;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        _found |= statement is Assign { Target: ElementPlace { Array: LocalRead { Local: var array } } } && _arrays.Contains(array);
        base.Visit(statement);
    }
}
