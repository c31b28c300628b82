using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>A value inside a value: the value itself, or a field of a struct at any depth.</summary>
/// <param name="Access">What follows the outer value to reach it: nothing, or <c>.Position.X</c>.</param>
/// <param name="Type">Its type: never a struct.</param>
internal sealed record Leaf(string Access, IrType Type)
{
    /// <summary>The leaves of a value of type <paramref name="type"/>, in order.</summary>
    public static IEnumerable<Leaf> Of(IrType type, string access = "") => type is StructType structure
        ? structure.Fields.SelectMany(field => Of(field.Type, $"{access}.{NameScope.Escape(field.Name)}"))
        : [new Leaf(access, type)];

    /// <summary>Whether a type is a struct or tuple with an array in it that carries derivatives: no derivative by it has that form.</summary>
    public static bool HoldsNumbers(IrType type) => type is StructType && Of(type).Any(static leaf => leaf.Type is ArrayType { IsDifferentiable: true });

    /// <summary>Whether a struct has arrays in it.</summary>
    public static bool HoldsArrays(IrType type) => type is StructType && Of(type).Any(static leaf => leaf.Type is ArrayType);

    /// <summary>Whether the leaf is one of the numeric outputs of a result: anything but an opaque value.</summary>
    public bool IsOutput => Type is ScalarType or EnumType or ArrayType { Element: ScalarType or EnumType };

    /// <summary>The leaf as a double, given the C# that reads it.</summary>
    public static string AsDouble(IrType type, string value) => type switch
    {
        ScalarType { Kind: ScalarKind.Bool } => $"{value} ? 1.0 : 0.0",
        ScalarType { Kind: ScalarKind.Long } or EnumType => $"(double){value}",
        _ => value,
    };
}
