using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// The levels of an array of arrays. Each has a local that stands for it in the analyses: the array's own for the array itself, made-up ones for all of its rows together, and for the rows
/// of those. No program declares or reads the made-up ones.
/// </summary>
internal static class ArrayLevels
{
    // Ids of a function's locals stay below: a function of sixteen million locals does not compile.
    private const int Depth = 1 << 24;

    /// <summary>The local that stands for the rows of an array of arrays.</summary>
    public static Local Rows(Local array) => new(array.Id + Depth, ((ArrayType)array.Type).Element, array.Name);

    /// <summary>Whether an array's elements are arrays.</summary>
    public static bool IsJagged(IrType type) => type is ArrayType { Element: ArrayType };

    /// <summary>Whether a local stands for one level of another one.</summary>
    public static bool IsRows(Local local) => local.Id >= Depth;

    /// <summary>The id of the local that a level belongs to.</summary>
    public static int OwnerId(Local level) => level.Id % Depth;

    /// <summary>An array and its levels, outermost first.</summary>
    public static IEnumerable<Local> Of(Local array)
    {
        yield return array;
        while (IsJagged(array.Type))
        {
            array = Rows(array);
            yield return array;
        }
    }

    /// <summary>The levels of an array parameter, each with the caller's level that it is handed: null where that is no local's. None for other parameters.</summary>
    public static IEnumerable<(Local Taken, Local? Given)> Handed(Local parameter, Expression argument)
    {
        if (parameter.Type is not ArrayType)
            return [];
        return Reads.Root(argument) is { } root
            ? Of(parameter).Zip(Of(root), static (taken, given) => (taken, (Local?)given))
            : Of(parameter).Select(static taken => (taken, (Local?)null));
    }

    /// <summary>The level that holds no arrays any more.</summary>
    public static Local Innermost(Local array)
    {
        while (IsJagged(array.Type))
            array = Rows(array);
        return array;
    }

    /// <summary>A loop over the indexes below a length.</summary>
    public static Block ForEach(FreshIds ids, Expression length, Func<Expression, Statement> body)
    {
        var index = ids.Local(ScalarType.Int, "i");
        var read = new LocalRead(index);
        return new Block(
        [
            new Declare(index, Constant.Of(0)),
            new Loop(
                ids.Label(),
                ids.Label(),
                new Binary(BinaryOperator.Less, read, length),
                new Block([body(read)]),
                new Block([new Assign(new LocalPlace(index), new Binary(BinaryOperator.Add, read, Constant.Of(1)))]),
                null),
        ]);
    }

    /// <summary>Gives an array of arrays, itself just made, rows of zeros in the shape of another one's; nothing for an array of numbers.</summary>
    /// <param name="ids">Free ids.</param>
    /// <param name="shape">The array whose shape it takes.</param>
    /// <param name="target">The array that is filled.</param>
    /// <param name="isRented">Whether the rows come from the workspace.</param>
    public static IEnumerable<Statement> Rows(FreshIds ids, Expression shape, Expression target, bool isRented)
    {
        if (!IsJagged(shape.Type))
            yield break;
        yield return ForEach(ids, new Length(shape), index =>
        {
            var type = (ArrayType)((ArrayType)target.Type).Element;
            var row = ids.Local(type, "row");
            var of = new Element(shape, index);
            var length = new Length(of);
            return new Block(
            [
                new Declare(row, isRented ? new ArrayRent(type, length) : new ArrayNew(type, length)),
                new Assign(new ElementPlace(target, index), new LocalRead(row)),
                .. Rows(ids, of, new LocalRead(row), isRented),
            ]);
        });
    }
}
