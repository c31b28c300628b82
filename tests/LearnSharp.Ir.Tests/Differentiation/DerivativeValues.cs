using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>Arguments, seeds and tangents for the interpreter, and the numbers in what comes back.</summary>
internal static class DerivativeValues
{
    /// <summary>The program with parameters p0, p1, …</summary>
    public static IrProgram WithDistinctNames(IrProgram program)
    {
        var parameters = Enumerable.Range(0, program.Root.Parameters.Count).Select(i =>
        {
            var parameter = program.Root.Parameters[i];
            return parameter with { Local = new Local(parameter.Local.Id, parameter.Local.Type, FormattableString.Invariant($"p{i}")) };
        });
        return program with { Root = program.Root with { Parameters = parameters.ToEquatableArray() } };
    }

    /// <summary>A number between 0.5 and 1.5 that depends on a path alone: what a seed or tangent there counts.</summary>
    public static double WeightOf(string path)
    {
        var hash = 17;
        foreach (var character in path)
            hash = unchecked((hash * 31) + character);
        return 0.5 + ((hash & 0xff) / 256.0);
    }

    /// <summary>A value of a type in the shape of another, with given numbers in it.</summary>
    public static object Filled(IrType type, object? shape, Func<double> value)
    {
        switch (type)
        {
            case ScalarType { Kind: ScalarKind.Double }:
                return value();
            case ScalarType { Kind: ScalarKind.Float }:
                return (float)value();
            case StructType structure:
                return new StructValue(Enumerable.Range(0, structure.Fields.Count)
                    .Select(i => (object?)Filled(structure.Fields[i].Type, ((StructValue)shape!).Fields[i], value)).ToEquatableArray());
            case ArrayType array:
            {
                var filled = (Array)((Array)shape!).Clone();
                for (var i = 0; i < filled.Length; i++)
                    filled.SetValue(Filled(array.Element, filled.GetValue(i), value), i);
                return filled;
            }

            default:
                return shape!;
        }
    }

    /// <summary>Appends the numbers in a value.</summary>
    public static void Flatten(object? value, IrType type, List<double> flat)
    {
        switch (value)
        {
            case double or float:
                flat.Add(System.Convert.ToDouble(value, null));
                break;
            case StructValue structure:
                for (var i = 0; i < structure.Fields.Count; i++)
                {
                    if (((StructType)type).Fields[i].Type.IsDifferentiable)
                        Flatten(structure.Fields[i], ((StructType)type).Fields[i].Type, flat);
                }

                break;
            case Array array:
                foreach (var element in array)
                    Flatten(element, ((ArrayType)type).Element, flat);
                break;
        }
    }

    /// <summary>The values with arrays of their own: no two parameters share one.</summary>
    public static object?[] Copy(object?[] values) => values.Select(static value => value is Array array ? array.Clone() : value).ToArray();
}
