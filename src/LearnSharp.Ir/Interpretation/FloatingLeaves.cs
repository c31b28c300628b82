using System;
using System.Collections.Generic;
using System.Globalization;

namespace LearnSharp.Ir;

/// <summary>Walks the doubles and floats inside values of a run in a fixed order: elements and fields in order, each array once.</summary>
/// <param name="visit">Takes the path and the leaf, returns what takes its place.</param>
internal sealed class FloatingLeaves(Func<string, Dual, Dual> visit)
{
    private readonly HashSet<IrArray> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>Visits the leaves of a value.</summary>
    /// <returns>The value with its leaves replaced; arrays are changed in place.</returns>
    public object? Visit(object? value, IrType type, string path)
    {
        switch (type, value)
        {
            case (ScalarType { IsFloating: true }, Dual number):
                return visit(path, number);
            case (StructType structure, IrStruct fields):
            {
                var replaced = new object?[fields.Fields.Length];
                for (var i = 0; i < replaced.Length; i++)
                    replaced[i] = Visit(fields.Fields[i], structure.Fields[i].Type, $"{path}.{structure.Fields[i].Name}");
                return new IrStruct(replaced);
            }

            case (ArrayType array, IrArray items):
                if (!_seen.Add(items))
                    return value;
                for (var i = 0; i < items.Items.Length; i++)
                    items.Items[i] = Visit(items.Items[i], array.Element, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
                return value;
            default:
                return value;
        }
    }
}
