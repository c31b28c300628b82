using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// The accessors that a text needs for fields that only the structs' own code may name (<see cref="StructForm.Accessed"/>), in a class of their own. The runtime
/// fills them in: they cost nothing, and survive trimming and ahead-of-time compilation.
/// </summary>
/// <param name="name">The name of the class.</param>
/// <param name="within">The ids of the types that the text stands in, whose private members it may name; null where it is not known where it will stand.</param>
public sealed class StructFields(string name, IReadOnlyCollection<string>? within = null)
{
    private readonly List<(HiddenStatic Field, string Type, string Name)> _statics = [];
    private const string Attribute = "global::System.Runtime.CompilerServices.UnsafeAccessor";

    private readonly List<Struct> _structs = [];
    private readonly HashSet<string> _makers = new(StringComparer.Ordinal);

    /// <summary>Whether the text needs none.</summary>
    public bool IsEmpty => _structs.Count == 0 && _statics.Count == 0;

    /// <summary>The C# that reads a field of a value.</summary>
    /// <param name="type">The struct.</param>
    /// <param name="index">The field's position.</param>
    /// <param name="value">The C# of the value, which may stand before a dot and between commas.</param>
    public string Read(StructType type, int index, string value) => type.Hides(index) ? $"{Accessor(type, index)}({value})" : $"{value}.{Identifiers.Escape(type.Fields[index].Name)}";

    /// <summary>The C# that reads a static field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="type">Its type.</param>
    public string Read(HiddenStatic field, IrType type)
    {
        if (within is null || within.Contains(field.Owner))
            return field.Text;
        var found = _statics.FirstOrDefault(known => known.Field == field).Name;
        if (found is null)
        {
            found = Identifiers.Unique(Pascal(field.Text.Substring(field.Text.LastIndexOf('.') + 1)), taken => taken == name || _statics.Any(known => known.Name == taken));
            _statics.Add((field, type.CSharpName, found));
        }

        return $"{name}.{found}(default)";
    }

    /// <summary>The accessor of a hidden field: it takes the struct by read-only reference, and gives a reference to the field.</summary>
    /// <param name="type">The struct.</param>
    /// <param name="index">The field's position.</param>
    public string Accessor(StructType type, int index)
    {
        var found = Find(type);
        found.Used.Add(index);
        return $"{Holder(found, type)}.{found.Names[index]}";
    }

    /// <summary>The method that makes a struct from its fields.</summary>
    /// <param name="type">The struct.</param>
    public string Maker(StructType type)
    {
        var found = Find(type);
        if (found.Maker is null)
        {
            found.Maker = Identifiers.Unique("New" + found.Simple, _makers.Contains);
            _makers.Add(found.Maker);
            found.Used.UnionWith(Enumerable.Range(0, type.Fields.Count).Where(type.Hides));
        }

        return $"{Holder(found, type)}.{found.Maker}";
    }

    /// <summary>The class with the accessors that were asked for, private to the type that it stands in.</summary>
    /// <param name="indentation">Levels of indentation before every line.</param>
    public string Print(int indentation = 0)
    {
        var writer = new CodeWriter(indentation);
        writer.Line($"private static class {name}");
        writer.Open();
        var isFirst = true;
        foreach (var found in _structs)
        {
            Separate(writer, ref isFirst);
            Print(writer, found);
        }

        foreach (var (field, type, accessor) in _statics)
        {
            Separate(writer, ref isFirst);
            var owner = field.Class.Length > 0 ? field.Class : $"[global::System.Runtime.CompilerServices.UnsafeAccessorType(\"{field.Reflection}\")] object?";
            writer.Line($"[{Attribute}({Attribute}Kind.StaticField, Name = \"{field.Field}\")]");
            writer.Line($"public static extern ref {type} {accessor}({owner} owner);");
        }

        writer.Close();
        return writer.ToString();
    }

    private static void Separate(CodeWriter writer, ref bool isFirst)
    {
        if (!isFirst)
            writer.Blank();
        isFirst = false;
    }

    private static void Print(CodeWriter writer, Struct found)
    {
        var generic = found.Type.Access!.Generic;
        if (generic is not null)
        {
            writer.Line($"public static class {found.Holder}{generic.Parameters}{(generic.Constraints.Length == 0 ? "" : " " + generic.Constraints)}");
            writer.Open();
        }

        var type = generic?.Name ?? found.Type.CSharpName;
        var isFirst = true;
        foreach (var index in found.Used)
        {
            Separate(writer, ref isFirst);
            writer.Line($"[{Attribute}({Attribute}Kind.Field, Name = \"{found.Type.Access.Hidden[index]}\")]");
            writer.Line($"public static extern ref {FieldType(found.Type, index)} {found.Names[index]}(in {type} {found.Variable});");
        }

        if (found.Maker is not null)
        {
            Separate(writer, ref isFirst);
            PrintMaker(writer, found, type);
        }

        if (generic is not null)
            writer.Close();
    }

    private static void PrintMaker(CodeWriter writer, Struct found, string type)
    {
        var taken = new HashSet<string> { "made" };
        var parameters = new List<string>();
        foreach (var accessor in found.Names)
        {
            var parameter = Identifiers.Unique(char.ToLowerInvariant(accessor[0]) + accessor.Substring(1), taken.Contains);
            taken.Add(parameter);
            parameters.Add(Identifiers.Escape(parameter));
        }

        writer.Line($"public static {type} {found.Maker}({string.Join(", ", parameters.Select((parameter, index) => $"{FieldType(found.Type, index)} {parameter}"))})");
        writer.Open();
        writer.Line($"{type} made = default;");
        for (var i = 0; i < parameters.Count; i++)
            writer.Line($"{(found.Type.Hides(i) ? $"{found.Names[i]}(in made)" : $"made.{Identifiers.Escape(found.Type.Fields[i].Name)}")} = {parameters[i]};");
        writer.Line("return made;");
        writer.Close();
    }

    private static string FieldType(StructType type, int index) => type.Access!.Generic?.FieldTypes[index] ?? type.Fields[index].Type.CSharpName;

    private string Holder(Struct found, StructType type) => found.Holder is null ? name : $"{name}.{found.Holder}{type.Access!.Generic!.Arguments}";

    private Struct Find(StructType type)
    {
        var key = type.Access!.Generic?.Name ?? type.Name;
        if (_structs.FirstOrDefault(known => known.Key == key) is { } found)
            return found;
        var simple = Simple(key);
        var holder = type.Access.Generic is null ? null : Identifiers.Unique(simple + "Fields", taken => _structs.Any(known => known.Holder == taken));
        var reserved = new List<string> { name };
        if (holder is not null)
            reserved.AddRange([holder, .. type.Access.Generic!.Parameters.Trim('<', '>').Split([", "], StringSplitOptions.None)]);
        found = new Struct(type, key, simple, NamesOf(type, reserved)) { Holder = holder };
        _structs.Add(found);
        return found;
    }

    // The last part of a name, without type parameters: Box of global::Shop.Box<T>.
    private static string Simple(string name)
    {
        var end = name.IndexOf('<');
        var path = end < 0 ? name : name.Substring(0, end);
        return Identifiers.Sanitize(path.Substring(Math.Max(path.LastIndexOf('.'), path.LastIndexOf(':')) + 1));
    }

    // A member of a class must not be called like the class or one of its type parameters.
    private static string[] NamesOf(StructType type, IReadOnlyCollection<string> reserved)
    {
        var names = new string[type.Fields.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Identifiers.Unique(Pascal(type.Fields[i].Name), name => names.Take(i).Concat(reserved).Contains(name));
        }

        return names;
    }

    private static string Pascal(string name)
    {
        var plain = Identifiers.Sanitize(name).TrimStart('_');
        return plain.Length == 0 || char.IsDigit(plain[0]) ? "Field" + plain : char.ToUpperInvariant(plain[0]) + plain.Substring(1);
    }

    // A struct in use: by which names its fields go, and which of them are asked for.
    private sealed class Struct(StructType type, string key, string simple, string[] names)
    {
        public StructType Type => type;

        public string Key => key;

        public string Simple => simple;

        public string[] Names => names;

        public string Variable { get; } = Identifiers.Escape(char.ToLowerInvariant(simple[0]) + simple.Substring(1));

        public SortedSet<int> Used { get; } = [];

        public string? Maker { get; set; }

        public string? Holder { get; init; }
    }
}
