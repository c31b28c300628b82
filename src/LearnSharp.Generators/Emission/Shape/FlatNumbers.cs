using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// The numbers that several values hold, laid out in a row: values in their order, the fields of structs and the elements of arrays in theirs. What rows and columns of matrices stand for.
/// </summary>
internal static class FlatNumbers
{
    /// <summary>Whether a value can be laid out: its numbers are its own, or the elements of one array.</summary>
    public static bool Has(IrType type) => type is ArrayType array ? array.Element is ScalarType : Leaf.Of(type).All(static leaf => leaf.Type is not ArrayType);

    /// <summary>The number of all numbers, and for each value the place of its first, as C#.</summary>
    /// <param name="values">The values, by an index.</param>
    /// <param name="typeOf">Their types.</param>
    /// <param name="nameOf">Their C#.</param>
    public static (string Size, Dictionary<int, string> Offsets) Lay(IEnumerable<int> values, Func<int, IrType> typeOf, Func<int, string> nameOf)
    {
        var offsets = new Dictionary<int, string>();
        var (numbers, arrays) = (0, "");
        string Sum() => numbers == 0 && arrays.Length > 0 ? arrays.Substring(3) : Text(numbers) + arrays;
        foreach (var value in values)
        {
            offsets[value] = Sum();
            if (typeOf(value) is ArrayType)
                arrays += $" + {nameOf(value)}.Length";
            else
                numbers += Numbers(typeOf(value)).Count();
        }

        return (Sum(), offsets);
    }

    /// <summary>Writes a value with a one at one place and zeros elsewhere: a new local, or an array that is there.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="target">Its name.</param>
    /// <param name="place">The place, as C#.</param>
    /// <param name="offset">The place of its first number.</param>
    public static void Direction(CodeWriter code, IrType type, string target, string place, string offset)
    {
        if (type is not ArrayType)
        {
            var position = 0;
            code.Line($"var {target} = {Unit(type, place, offset, ref position, code.Fields)};");
            return;
        }

        var local = offset == "0" ? place : $"{place} - ({offset})";
        code.Line($"global::System.Array.Clear({target});");
        using (code.Braces($"if ({local} >= 0 && {local} < {target}.Length)"))
            code.Line($"{target}[{local}] = 1;");
    }

    /// <summary>Writes the numbers of a value into the cells at their places.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="scope">The names of the method.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="value">Its C#.</param>
    /// <param name="cell">The cell at a place.</param>
    /// <param name="offset">The place of its first number.</param>
    public static void Fill(CodeWriter code, NameScope scope, IrType type, string value, Func<string, string> cell, string offset)
    {
        if (type is ArrayType)
        {
            var index = scope.Claim("element");
            using (code.Braces($"for (var {index} = 0; {index} < {value}.Length; {index}++)"))
                code.Line($"{cell(offset == "0" ? index : $"{offset} + {index}")} = {value}[{index}];");
            return;
        }

        var position = 0;
        foreach (var leaf in Numbers(type))
            code.Line($"{cell(At(offset, position++))} = {leaf.Read(value, code.Fields)};");
    }

    private static IEnumerable<Leaf> Numbers(IrType type) => Leaf.Of(type).Where(static leaf => leaf.Type is ScalarType { IsFloating: true });

    private static string Unit(IrType type, string place, string offset, ref int position, StructFields accessors)
    {
        if (type is StructType structure)
        {
            var fields = new List<string>();
            foreach (var field in structure.Fields)
                fields.Add(Unit(field.Type, place, offset, ref position, accessors));
            return StructText.Of(structure, fields, accessors);
        }

        if (type is not ScalarType { IsFloating: true } scalar)
            return $"default({type.CSharpName})!";
        return $"{place} == {At(offset, position++)} ? {CSharpLiteral.Of(scalar, 1)} : {CSharpLiteral.Of(scalar, 0)}";
    }

    private static string At(string offset, int position) => int.TryParse(offset, out var number)
        ? Text(number + position)
        : position == 0 ? offset : $"{offset} + {Text(position)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
