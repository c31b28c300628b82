using System.Collections.Generic;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

// Lists and other sequences that the caller hands over: their elements, which are only read.
internal sealed partial class BodyTranslator
{
    /// <summary>The elements of what the caller handed over.</summary>
    private readonly HashSet<Local> _given = [];

    /// <summary>The type of the elements of a parameter that is a list or another sequence of what may carry a derivative; null for any other.</summary>
    private IrType? ElementOfGiven(ITypeSymbol type) =>
        (ListKindOf(type) == ListKind.List || IsListInterface(type)) && ElementOfList(type) is { IsDifferentiable: true } element and not ArrayType ? element : null;

    private Local DeclareGiven(IParameterSymbol parameter, IrType element)
    {
        var items = NewLocal(new ArrayType(element, ArrayKind.ReadOnlySpan), parameter.Name);
        var list = new ListBinding(ListKind.View, items, null);
        _given.Add(items);
        _stable.Add(items);
        _scope.Set(parameter, list, _region);

        // The body of a partial method names the parameters of the part that has it.
        if (_method.PartialImplementationPart is { } implementation)
            _scope.Set(implementation.Parameters[parameter.Ordinal], list, _region);
        return items;
    }

    /// <summary>The elements of a passive collection, as they are where it starts to be gone through; null for what is none.</summary>
    private Sequence? PassiveElements(IOperation source)
    {
        if (source.Type is not INamedTypeSymbol type || Resolve(type) is not INamedTypeSymbol collection || SequenceInterface(collection) is not { } sequence
            || _types.Map(collection, out _) is not OpaqueType || Stored(sequence.TypeArguments[0]) is not { } element)
        {
            return null;
        }

        var value = Keep(Value(source));
        return new Sequence(element, resumable =>
        {
            var elements = new LocalRead(Spill(
                new Extern(new ArrayType(element, ArrayKind.Array), "global::System.Linq.Enumerable.ToArray({0})", [value], Purity.Effectful) { Origin = _origin },
                "elements"));
            return Count(new Indexed(() => new Length(elements), index => new Element(elements, index)), resumable);
        });
    }

    private static INamedTypeSymbol? SequenceInterface(INamedTypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            return type;
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                return implemented;
        }

        return null;
    }
}
