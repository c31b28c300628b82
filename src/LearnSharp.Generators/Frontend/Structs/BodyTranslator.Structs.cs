using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Structs whose constructors and setters have code: it runs on a local that holds the struct.
internal sealed partial class BodyTranslator
{
    /// <summary>Runs a constructor that does more than to store its parameters.</summary>
    private Local Constructed(IObjectCreationOperation creation, StructType type)
    {
        var constructor = Resolve(creation.Constructor ?? throw Silent());
        var given = BindArguments(constructor, creation.Arguments, null, out _);
        var made = NewLocal(type, MemberNames.Camel(creation.Type!.Name));
        Emit(new Declare(made, new Default(type)));
        Construct(creation, constructor, new PlaceBinding(new LocalPlace(made)), given);
        _stable.Add(made);
        return made;
    }

    /// <summary>Whether a constructor only stores its parameters: then the struct is made at once.</summary>
    private bool StoresAtOnce(IOperation call, IMethodSymbol constructor, Binding made, Binding[] given)
    {
        if (made is not PlaceBinding { Place: { Type: StructType { Form: StructForm.Positional } type } place }
            || !SymbolEqualityComparer.Default.Equals(_types.Layout(type).Constructor?.OriginalDefinition, constructor.OriginalDefinition))
        {
            return false;
        }

        Emit(new Assign(place, new StructNew(type, given.Select((value, index) => Coerce(ReadBinding(call, value), type.Fields[index].Type)).ToEquatableArray())));
        return true;
    }

    /// <summary>A struct with members set one after another, by setters with code where they have some.</summary>
    private Local Stepwise(IObjectOrCollectionInitializerOperation initializer, StructType type, Expression original)
    {
        var made = NewLocal(type, "made");
        Emit(new Declare(made, original));
        Initialize(new PlaceBinding(new LocalPlace(made)), initializer);
        _stable.Add(made);
        return made;
    }

    private void StoreField(IOperation operation, Place owner, StructType type, IFieldSymbol field, Binding value)
    {
        var place = new FieldPlace(owner, IndexOfField(type, field));
        var stored = Coerce(ReadBinding(operation, value), place.Type);
        CheckStored(operation, stored);
        Store(operation, place, [], stored);
    }

    private int IndexOfField(StructType type, IFieldSymbol field) =>
        _types.Layout(type).IndexOf(field) is var index and >= 0 ? index : _types.Layout(type).IndexOf(field.AssociatedSymbol ?? throw Silent());

    /// <summary>Whether setting members in an initializer is no more than storing to fields.</summary>
    private bool OnlyStores(IObjectOrCollectionInitializerOperation initializer, StructType type) => initializer.Initializers.All(change =>
        change is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } }
        && _types.Layout(type).IndexOf(member) >= 0 && !(member is IPropertySymbol property && HasSetter(property)));

    /// <summary>Stores the parameters of a primary constructor that the struct remembers.</summary>
    private void StoreRemembered(IOperation call, Binding made, IMethodSymbol constructor)
    {
        if (made is not PlaceBinding { Place: { Type: StructType type } owner })
            return;
        foreach (var parameter in constructor.OriginalDefinition.Parameters)
        {
            if (_types.Layout(type).IndexOfCaptured(parameter.Name) is not (var index and >= 0))
                continue;
            var place = new FieldPlace(owner, index);
            Emit(new Assign(place, Coerce(ReadBinding(call, _scope.Find(parameter)!), place.Type)));
            _scope.Set(parameter, new PlaceBinding(place), _region);
        }
    }

    /// <summary>What the struct that the body runs on remembers of a parameter of its primary constructor.</summary>
    private Binding? Remembered(ISymbol symbol)
    {
        if (symbol is not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.IsValueType: true } })
            return null;
        var (place, value) = Receiver switch
        {
            LocalBinding { Local: var local } => (new LocalPlace(local), null),
            PlaceBinding known => (known.Place, null),
            ValueBinding known => ((Place?)null, known.Value),
            _ => (null, null),
        };
        if ((place?.Type ?? value?.Type) is not StructType type || _types.Layout(type).IndexOfCaptured(symbol.Name) is not (var index and >= 0))
            return null;
        return place is null ? new ValueBinding(new FieldRead(value!, index)) : new PlaceBinding(new FieldPlace(place, index));
    }
}
