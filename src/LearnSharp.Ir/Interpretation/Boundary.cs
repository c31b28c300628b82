using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace LearnSharp.Ir;

/// <summary>
/// Takes the host's values into a run and out again. Outside, a floating value is a double or float, an enum its underlying long (or the enum
/// itself on the way in), an array or span an array, a struct a <see cref="StructValue"/> (or a tuple on the way in). One array of the host is one
/// array of the run, however often it is handed in.
/// </summary>
internal sealed class Boundary<T>(IAlgebra<T> algebra)
    where T : notnull
{
    private readonly Dictionary<Array, IrArray> _imported = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IrArray, Array> _hosts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The values of operands, outside.</summary>
    public static object?[] Export(object?[] values, EquatableArray<Expression> operands, IAlgebra<T> algebra)
    {
        var boundary = new Boundary<T>(algebra);
        var exported = new object?[values.Length];
        for (var i = 0; i < values.Length; i++)
            exported[i] = boundary.Export(values[i], operands[i].Type);
        return exported;
    }

    /// <summary>A value of the host as the run holds it.</summary>
    /// <exception cref="ArgumentException">The value is not of the type.</exception>
    public object? Import(object? value, IrType type)
    {
        switch (type, value)
        {
            case (ScalarType { Kind: ScalarKind.Bool }, bool):
            case (ScalarType { Kind: ScalarKind.Int }, int):
            case (ScalarType { Kind: ScalarKind.Long }, long):
                return value;
            case (ScalarType { Kind: ScalarKind.Double }, double number):
                return algebra.Passive(number);
            case (ScalarType { Kind: ScalarKind.Float }, float number):
                return algebra.Passive(number);
            case (EnumType, Enum or long or int):
                return System.Convert.ToInt64(value, CultureInfo.InvariantCulture);
            case (StructType structure, StructValue fields) when fields.Fields.Count == structure.Fields.Count:
                return new IrStruct(Fields(structure, index => fields.Fields[index]));
            case (StructType structure, ITuple tuple) when tuple.Length == structure.Fields.Count:
                return new IrStruct(Fields(structure, index => tuple[index]));
            case (ArrayType, null):
                return TypeRules.IsSpan(type) ? new IrArray([]) : null;
            case (ArrayType array, Array host):
                return ImportArray(array, host);
            case (OpaqueType, _):
                return value;
            default:
                throw new ArgumentException(
                    $"A value of type {type} is needed, not {value ?? "null"} ({value?.GetType().Name ?? "null"}).", nameof(value));
        }
    }

    /// <summary>A value of the run as the host sees it. An array that came from the host is the host's own, brought up to date.</summary>
    public object? Export(object? value, IrType type)
    {
        switch (type, value)
        {
            case (ScalarType { Kind: ScalarKind.Double }, T number):
                return algebra.Value(number);
            case (ScalarType { Kind: ScalarKind.Float }, T number):
                return (float)algebra.Value(number);
            case (StructType structure, IrStruct fields):
            {
                var exported = new object?[fields.Fields.Length];
                for (var i = 0; i < exported.Length; i++)
                    exported[i] = Export(fields.Fields[i], structure.Fields[i].Type);
                return new StructValue(exported.ToEquatableArray());
            }

            case (ArrayType array, IrArray items):
            {
                if (!_hosts.TryGetValue(items, out var host))
                {
                    _hosts[items] = host = NewHostArray(array.Element, items.Items.Length);
                    _imported[host] = items;
                }

                WriteBack(array, items, host);
                return host;
            }

            default:
                return value;
        }
    }

    private object?[] Fields(StructType structure, Func<int, object?> field)
    {
        var fields = new object?[structure.Fields.Count];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = Import(field(i), structure.Fields[i].Type);
        return fields;
    }

    private IrArray ImportArray(ArrayType type, Array host)
    {
        if (_imported.TryGetValue(host, out var known))
            return known;
        var items = new object?[host.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = Import(host.GetValue(i), type.Element);
        var array = new IrArray(items);
        _imported[host] = array;
        _hosts[array] = host;
        return array;
    }

    private void WriteBack(ArrayType type, IrArray items, Array host)
    {
        var element = host.GetType().GetElementType()!;
        for (var i = 0; i < items.Items.Length; i++)
        {
            var value = Export(items.Items[i], type.Element);
            host.SetValue(element.IsEnum ? Enum.ToObject(element, value!) : value, i);
        }
    }

    private static Array NewHostArray(IrType element, int length) => element switch
    {
        ScalarType { Kind: ScalarKind.Bool } => new bool[length],
        ScalarType { Kind: ScalarKind.Int } => new int[length],
        ScalarType { Kind: ScalarKind.Long } or EnumType => new long[length],
        ScalarType { Kind: ScalarKind.Float } => new float[length],
        ScalarType { Kind: ScalarKind.Double } => new double[length],
        StructType => new StructValue[length],
        _ => new object?[length],
    };
}
