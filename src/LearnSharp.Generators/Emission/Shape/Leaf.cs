using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>A value inside a value: the value itself, or a field of a struct at any depth.</summary>
/// <param name="Start">What follows the outer value to reach the one that the leaf is of: nothing, or <c>.Item1</c>.</param>
/// <param name="Way">The fields on the way from there, outermost first.</param>
/// <param name="Type">Its type: never a struct.</param>
internal sealed record Leaf(string Start, EquatableArray<(StructType Struct, int Field)> Way, IrType Type)
{
    /// <summary>The way as text for people: nothing, or <c>.Position.X</c>.</summary>
    public string Path => Start + string.Concat(Way.Select(static step => "." + step.Struct.Fields[step.Field].Name));

    /// <summary>Whether the leaf is one of the numeric outputs of a result: anything but an opaque value.</summary>
    public bool IsOutput => Type is ScalarType or EnumType or ArrayType { Element: ScalarType or EnumType };

    /// <summary>The leaves of a value of type <paramref name="type"/>, in order.</summary>
    public static IEnumerable<Leaf> Of(IrType type, string start = "") => Of(type, start, []);

    /// <summary>Whether a type is a struct or tuple with an array in it that carries derivatives: no derivative by it has that form.</summary>
    public static bool HoldsNumbers(IrType type) => type is StructType && Of(type).Any(static leaf => leaf.Type is ArrayType { IsDifferentiable: true });

    /// <summary>Whether a struct has arrays in it.</summary>
    public static bool HoldsArrays(IrType type) => type is StructType && Of(type).Any(static leaf => leaf.Type is ArrayType);

    /// <summary>The C# that reads the leaf of a value.</summary>
    /// <param name="value">The C# of the outer value.</param>
    /// <param name="accessors">The accessors of the file.</param>
    public string Read(string value, StructFields accessors) => Way.Aggregate(value + Start, (owner, step) => accessors.Read(step.Struct, step.Field, owner));

    /// <summary>The leaf as a double, given the C# that reads it.</summary>
    public static string AsDouble(IrType type, string value) => type switch
    {
        ScalarType { Kind: ScalarKind.Bool } => $"{value} ? 1.0 : 0.0",
        ScalarType { Kind: ScalarKind.Long } or EnumType => $"(double){value}",
        _ => value,
    };

    private static IEnumerable<Leaf> Of(IrType type, string start, IReadOnlyList<(StructType, int)> way) => type is StructType structure
        ? structure.Fields.SelectMany((field, index) => Of(field.Type, start, [.. way, (structure, index)]))
        : [new Leaf(start, way.ToEquatableArray(), type)];
}
