using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Structs made from their fields, as C#.</summary>
internal static class StructText
{
    /// <summary>An expression that makes a value of <paramref name="type"/>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="fields">One expression per field, in order.</param>
    /// <param name="accessors">The accessors of the file.</param>
    public static string Of(StructType type, IReadOnlyList<string> fields, StructFields accessors) => type.Form switch
    {
        StructForm.Accessed => $"{accessors.Maker(type)}({string.Join(", ", fields)})",
        StructForm.Tuple => $"({string.Join(", ", fields)})",
        StructForm.Positional => $"new {type.CSharpName}({string.Join(", ", fields)})",
        _ => $"new {type.CSharpName} {{ {string.Join(", ", type.Fields.Select((field, index) => $"{NameScope.Escape(field.Name)} = {fields[index]}"))} }}",
    };
}
