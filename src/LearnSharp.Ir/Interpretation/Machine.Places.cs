using System;

namespace LearnSharp.Ir;

internal sealed partial class Machine<T>
{
    /// <summary>A place whose array and index have been evaluated.</summary>
    private abstract class ResolvedPlace
    {
        public abstract object? Read();

        public abstract void Write(object? value);
    }

    /// <param name="place">The place.</param>
    /// <param name="isPartOf">
    /// Whether only a field inside it is stored to: C# then takes the element's address, and checks array and index, before it evaluates the value.
    /// The store to a whole array element checks after; a span's indexer checks before.
    /// </param>
    private ResolvedPlace Resolve(Place place, bool isPartOf = false)
    {
        switch (place)
        {
            case LocalPlace p:
                return new LocalSlot(this, p.Local.Id);
            case FieldPlace p:
                return new FieldSlot(Resolve(p.Struct, isPartOf: true), p.Index);
            case ElementPlace p:
            {
                var array = (IrArray?)Evaluate(p.Array);
                var slot = new ElementSlot(array, (int)Evaluate(p.Index)!);
                if (isPartOf || TypeRules.IsSpan(p.Array.Type))
                    slot.Read();
                return slot;
            }

            default:
                throw new InvalidOperationException($"The interpreter does not know {place.GetType().Name}.");
        }
    }

    /// <summary>The element; a null array and an index outside throw of themselves what C# throws.</summary>
    private static object? ElementOf(IrArray? array, int index) => array!.Items[index];

    private sealed class LocalSlot(Machine<T> machine, int id) : ResolvedPlace
    {
        public override object? Read() => machine._locals[id];

        public override void Write(object? value) => machine._locals[id] = value;
    }

    private sealed class ElementSlot(IrArray? array, int index) : ResolvedPlace
    {
        public override object? Read() => ElementOf(array, index);

        public override void Write(object? value)
        {
            ElementOf(array, index);
            array!.Items[index] = value;
        }
    }

    private sealed class FieldSlot(ResolvedPlace owner, int index) : ResolvedPlace
    {
        public override object? Read() => ((IrStruct)owner.Read()!).Fields[index];

        public override void Write(object? value) => owner.Write(((IrStruct)owner.Read()!).With(index, value));
    }
}
