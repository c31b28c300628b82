using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Frontend;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits <c>Info</c>: what the program says about itself.</summary>
internal static class InfoEmitter
{
    /// <summary>Writes the member and the field behind it.</summary>
    public static void Write(CodeWriter code, ProgramShape shape, BodyModel body, bool hasGradient)
    {
        var method = shape.Method;
        code.Gap().Line($"static global::LearnSharp.ProgramInfo {shape.Interface}.Info => ProgramDescription;");
        code.Gap();
        using (code.Braces("private static readonly global::LearnSharp.ProgramInfo ProgramDescription = new()", ";"))
        {
            code.Line($"FullName = {CSharpLiteral.Of(method.FullName)},");
            code.Line($"ArtefactName = {CSharpLiteral.Of(method.ArtefactName)},");
            code.Line($"Signature = {CSharpLiteral.Of(SignatureText.Of(method))},");
            code.Line($"SignatureHash = {CSharpLiteral.Of(Hashes.Signature(body))},");
            code.Line($"BodyHash = {CSharpLiteral.Of(Hashes.Body(body))},");
            List(code, "Inputs", "global::LearnSharp.InputInfo", shape.Inputs.Select(static input =>
                $"new(\"{input.Name}\", {CSharpLiteral.Of(input.MemberType)})"));
            List(code, "Weights", "global::LearnSharp.WeightInfo", shape.Weights.Select(weight => Weight(shape, weight)));
            List(code, "Choices", "global::LearnSharp.ChoiceInfo", shape.Choices.Select(Choice));
            if (!body.Sets.IsEmpty)
                List(code, "Sets", "global::LearnSharp.WeightSetInfo", body.Sets.Select(set => Set(shape, set)));
            code.Line($"HasGradient = {CSharpLiteral.Of(hasGradient)},");
            Ir(code, method.Gradients ? IrText.Write(shape.Program) : "");
        }
    }

    private static void List(CodeWriter code, string name, string type, IEnumerable<string> items)
    {
        var all = items.ToArray();
        if (all.Length == 0)
        {
            code.Line($"{name} = global::System.Array.Empty<{type}>(),");
            return;
        }

        using (code.Braces($"{name} = new {type}[]", ","))
        {
            foreach (var item in all)
                code.Line(item + ",");
        }
    }

    private static string Weight(ProgramShape shape, WeightMember weight)
    {
        var spec = weight.Spec;
        var text = $"new(\"{weight.Name}\", {CSharpLiteral.Of(spec.Start)}";
        if (!double.IsNegativeInfinity(spec.Min))
            text += $", Min: {CSharpLiteral.Of(spec.Min)}";
        if (!double.IsPositiveInfinity(spec.Max))
            text += $", Max: {CSharpLiteral.Of(spec.Max)}";
        if (spec.Log)
            text += ", Log: true";
        if (spec.Above is not null)
            text += $", Above: {shape.Weights.ToList().FindIndex(other => other.Name == spec.Above)}";
        if (spec.Fixed)
            text += ", Fixed: true";
        return text + ")";
    }

    private static string Set(ProgramShape shape, LinkedSet set)
    {
        string Entries(IEnumerable<(string Name, int Index)> entries)
        {
            var all = string.Join(", ", entries.Select(static entry => $"new global::LearnSharp.WeightSetEntry(\"{entry.Name}\", {entry.Index})"));
            return all.Length == 0 ? "global::System.Array.Empty<global::LearnSharp.WeightSetEntry>()" : $"new global::LearnSharp.WeightSetEntry[] {{ {all} }}";
        }

        var weights = set.Set.Weights.Select(weight => (weight.Name, shape.Weights.ToList().FindIndex(member => member.Spec.Parameter == set.Parameters[weight.Parameter])));
        var choices = set.Set.Choices.Select(choice => (choice.Name, shape.Choices.ToList().FindIndex(member => member.Spec.Parameter == set.Parameters[choice.Parameter])));
        return $"new({CSharpLiteral.Of(set.Type.FullName)}, {CSharpLiteral.Of(set.Type.ArtefactName)}, {CSharpLiteral.Of(SignatureText.Of(set.Set))}, "
            + $"{CSharpLiteral.Of(Hashes.Set(set.Set))}, {Entries(weights)}, {Entries(choices)})";
    }

    private static string Choice(ChoiceMember choice)
    {
        var options = string.Join(", ", choice.Spec.Options.Select(static option => CSharpLiteral.Of(OptionText.Of(option))));
        var ordered = CSharpLiteral.Of(choice.Type is ScalarType { Kind: not ScalarKind.Bool });
        return $"new(\"{choice.Name}\", new[] {{ {options} }}, {choice.Spec.Start}, {ordered})";
    }

    private static void Ir(CodeWriter code, string text) => ProgramLiteral.Write(code, "Ir = ", text, ",");
}
