using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits <c>Input</c>, <c>Weights</c> and <c>Choices</c>.</summary>
internal static class RecordsEmitter
{
    /// <summary>Writes the three records.</summary>
    public static void Write(CodeWriter code, ProgramShape shape)
    {
        Input(code, shape);
        Weights(code, shape);
        Choices(code, shape);
    }

    /// <summary>Writes the two of what is learned.</summary>
    public static void WriteWeights(CodeWriter code, ProgramShape shape)
    {
        Weights(code, shape);
        Choices(code, shape);
    }

    private static void Input(CodeWriter code, ProgramShape shape)
    {
        code.Gap().Summary($"The data of one row of <c>{CodeWriter.Xml(shape.Method.Name)}</c>.");
        foreach (var input in shape.Inputs)
            code.Line($"/// <param name=\"{input.Name}\">The parameter <c>{CodeWriter.Xml(input.Parameter.Name)}</c>.</param>");
        var header = $"public readonly record struct Input({string.Join(", ", shape.Inputs.Select(static input => $"{input.MemberType} {input.Name}"))})";
        using (code.Braces(header))
        {
            Print(code, shape.Inputs.Select(static input => input.Name));
            if (Conversion(shape) is not { } source)
                return;
            code.Gap().Summary("The columns in order, so that a tuple can stand for a row.");
            code.Line("/// <param name=\"row\">The columns.</param>");
            var values = shape.Inputs.Count == 1 ? "row" : string.Join(", ", shape.Inputs.Select(static (_, index) => $"row.Item{index + 1}"));
            code.Line($"public static implicit operator Input({source} row) => new({values});");
        }
    }

    // What a record prints by itself follows the culture of the thread: 0,5 in one, 0.5 in another.
    private static void Print(CodeWriter code, IEnumerable<string> names)
    {
        var all = names.ToArray();
        if (all.Length == 0)
            return;
        var text = string.Join(", ", all.Select(static name => $"{name} = {{{name}}}"));
        using (code.Braces("private bool PrintMembers(global::System.Text.StringBuilder builder)"))
        {
            code.Line($"builder.Append(global::System.Globalization.CultureInfo.InvariantCulture, $\"{text}\");");
            code.Line("return true;");
        }
    }

    // C# allows no conversion from an interface or from object, and a tuple needs two elements.
    private static string? Conversion(ProgramShape shape) => shape.Inputs.Count switch
    {
        0 => null,
        1 => shape.Inputs[0].Type is Ir.OpaqueType || shape.Inputs[0].Parameter.IsSequenceInterface ? null : shape.Inputs[0].MemberType,
        _ => $"({string.Join(", ", shape.Inputs.Select(static input => $"{input.MemberType} {input.Name}"))})",
    };

    private static void Weights(CodeWriter code, ProgramShape shape)
    {
        code.Gap().Summary($"The continuous weights of <c>{CodeWriter.Xml(shape.Method.Name)}</c>; a new one holds the starting values.");
        Record(code, "Weights", "The starting values.", shape.Weights.Select(static weight =>
            (weight.Name, $"The weight <c>{weight.Name}</c>{Range(weight)}.", weight.Type.CSharpName, weight.Start)));
    }

    private static void Record(CodeWriter code, string record, string start, EquatableArray<(string Name, string Summary, string Type, string Start)> members)
    {
        using (code.Braces($"public readonly record struct {record}"))
        {
            Constructor(code, record, start);
            foreach (var member in members.Where(static member => MemberSets.SetOf(member.Name) is null))
                Property(code, member);
            foreach (var set in members.Where(static member => MemberSets.SetOf(member.Name) is not null).GroupBy(static member => MemberSets.SetOf(member.Name)!))
            {
                var type = MemberSets.TypeOf(record, set.Key, members.Select(static member => member.Name));
                Property(code, (set.Key, $"The {record.ToLowerInvariant()} of <c>{set.Key}</c>, which the method calls.", type, "new()"));
                code.Gap().Summary($"The {record.ToLowerInvariant()} of <c>{set.Key}</c>, shared by all its calls; a new one holds the start.");
                using (code.Braces($"public readonly record struct {type}"))
                {
                    Constructor(code, type, start);
                    foreach (var member in set)
                        Property(code, (MemberSets.NameIn(member.Name), member.Summary, member.Type, member.Start));
                    Print(code.Gap(), set.Select(static member => MemberSets.NameIn(member.Name)));
                }
            }

            Print(code.Gap(), members.Select(static member => MemberSets.SetOf(member.Name) ?? member.Name).Distinct());
        }
    }

    private static void Constructor(CodeWriter code, string type, string start)
    {
        code.Summary(start);
        code.Line($"public {type}()");
        code.Line("{");
        code.Line("}");
    }

    private static void Property(CodeWriter code, (string Name, string Summary, string Type, string Start) member)
    {
        code.Gap().Summary(member.Summary);
        code.Line($"public {member.Type} {member.Name} {{ get; init; }} = {member.Start};");
    }

    private static string Range(WeightMember weight)
    {
        var spec = weight.Spec;
        var text = (double.IsNegativeInfinity(spec.Min), double.IsPositiveInfinity(spec.Max)) switch
        {
            (true, true) => "",
            (false, true) => $", at least {Bound(spec.Min)}",
            (true, false) => $", at most {Bound(spec.Max)}",
            _ => $", from {Bound(spec.Min)} to {Bound(spec.Max)}",
        };
        if (spec.Above is not null)
            text += $", at or above <c>{spec.Above}</c>";
        return spec.Fixed ? text + ", never trained" : text;
    }

    private static string Bound(double value)
    {
        var text = CSharpLiteral.Of(value);
        return text.EndsWith(".0", System.StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text;
    }

    private static void Choices(CodeWriter code, ProgramShape shape)
    {
        code.Gap().Summary($"The discrete choices of <c>{CodeWriter.Xml(shape.Method.Name)}</c>; a new one holds the starting options.");
        Record(code, "Choices", "The starting options.", shape.Choices.Select(static choice =>
        {
            var options = string.Join(", ", choice.Spec.Options.Select(static option => OptionText.Of(option)));
            return (choice.Name, $"The choice <c>{choice.Name}</c>: {CodeWriter.Xml(options)}.", choice.Type.CSharpName, choice.Start);
        }));
    }
}
