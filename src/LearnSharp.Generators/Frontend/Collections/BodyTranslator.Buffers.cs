using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

// Where a sequence's elements are put.
internal sealed partial class BodyTranslator
{
    private const int FirstCapacity = 4;

    /// <summary>Emits what evaluates a sequence into an array; the array may be longer than the count of elements.</summary>
    private (Local Items, Local Count) Buffer(Sequence sequence)
    {
        var type = new ArrayType(sequence.Element, ArrayKind.Array);
        if (sequence.Indexed is { } indexed)
        {
            // The count of a list may be another once the elements are computed.
            var all = Spill(indexed.Count(), "count");
            var made = NewLocal(type, "items");
            Emit(new Declare(made, new ArrayNew(type, new LocalRead(all))));
            _stable.Add(made);
            Counting(new LocalRead(all), index => Emit(new Assign(new ElementPlace(new LocalRead(made), index), indexed.At(index))));
            return (made, all);
        }

        var enumeration = sequence.Start(false);
        var limit = sequence.Bound?.Invoke();
        var items = NewLocal(type, "items");
        var count = NewLocal(ScalarType.Int, "count");
        Emit(new Declare(items, new ArrayNew(type, limit ?? Constant.Of(FirstCapacity))));
        Emit(new Declare(count, Constant.Of(0)));
        enumeration(
            element =>
            {
                if (limit is null)
                {
                    element = Keep(element);
                    Grow(items, count);
                }

                Emit(new Assign(new ElementPlace(new LocalRead(items), new LocalRead(count)), element));
                Increment(count);
            },
            NewLabel());
        _stable.Add(items);
        _stable.Add(count);
        return (items, count);
    }

    /// <summary>Emits what evaluates a sequence into an array of just its elements.</summary>
    private LocalRead ArrayOf(Sequence sequence)
    {
        var (items, count) = Buffer(sequence);
        if (sequence.Indexed is not null)
            return new LocalRead(items);
        var type = (ArrayType)items.Type;
        var result = NewLocal(type, "array");
        Emit(new Declare(result, new ArrayNew(type, new LocalRead(count))));
        _stable.Add(result);
        Counting(new LocalRead(count), index => Emit(new Assign(new ElementPlace(new LocalRead(result), index), new Element(new LocalRead(items), index))));
        return new LocalRead(result);
    }

    /// <summary>Emits that an array that is full moves to a longer one.</summary>
    private void Grow(Local items, Local count) => Grow(new LocalPlace(items), new LocalPlace(count));

    private void Grow(Place items, Place count)
    {
        var type = (ArrayType)items.Type;
        var grow = BlockOf(() =>
        {
            var grown = NewLocal(type, "grown");
            var length = new Binary(BinaryOperator.Add, new Binary(BinaryOperator.Multiply, count.Read, Constant.Of(2)), Constant.Of(FirstCapacity));
            Emit(new Declare(grown, new ArrayNew(type, length)));
            Counting(count.Read, index => Emit(new Assign(new ElementPlace(new LocalRead(grown), index), new Element(items.Read, index))));
            Emit(new Assign(items, new LocalRead(grown)));
        });
        Emit(new If(new Binary(BinaryOperator.Equal, count.Read, new Length(items.Read)), grow, Block.Empty));
    }

    private void Increment(Local counter) => Emit(Incremented(counter));

    private void Increment(Place counter) => Set(counter, new Binary(BinaryOperator.Add, counter.Read, Constant.Of(1)));

    private Assign Incremented(Local counter) =>
        new(new LocalPlace(counter), new Binary(BinaryOperator.Add, new LocalRead(counter), Constant.Of(1))) { Origin = _origin };

    /// <summary>Emits a loop from 0 up to a count that does not change.</summary>
    private void Counting(Expression count, System.Action<Expression> body)
    {
        var index = NewLocal(ScalarType.Int, "index");
        Emit(new Declare(index, Constant.Of(0)));
        _stable.Add(index);
        var turn = BlockOf(() => body(new LocalRead(index)));
        Emit(new Loop(NewLabel(), NewLabel(), new Binary(BinaryOperator.Less, new LocalRead(index), count), turn, new Block([Incremented(index)]), null));
    }
}
