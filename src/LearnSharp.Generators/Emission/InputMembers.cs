using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits <c>FindNonFinite</c> and <c>GetInput</c>: the trainer's look at a row.</summary>
internal static class InputMembers
{
    /// <summary>Writes both.</summary>
    public static void Write(CodeWriter code, ProgramShape shape)
    {
        using (code.Gap().Braces($"static string? {shape.Interface}.FindNonFinite(in Input input, out double value)"))
        {
            foreach (var input in shape.Inputs)
                Find(code, input);
            code.Line("value = 0;");
            code.Line("return null;");
        }

        using (code.Gap().Braces($"static T {shape.Interface}.GetInput<T>(in Input input, int index) => index switch", ";"))
        {
            for (var i = 0; i < shape.Inputs.Count; i++)
                code.Line($"{i} => (T)(object)input.{shape.Inputs[i].Name}!,");
            code.Line(
                "_ => throw new global::System.ArgumentOutOfRangeException(nameof(index), index, "
                + $"{CSharpLiteral.Of($"{shape.Method.Name} has {shape.Inputs.Count} inputs.")}),");
        }
    }

    private static void Find(CodeWriter code, InputMember input)
    {
        if (input.Type is not ArrayType array)
        {
            foreach (var leaf in Leaf.Of(input.Type).Where(static leaf => leaf.Type is ScalarType { IsFloating: true }))
                Test(code, leaf.Read($"input.{input.Name}", code.Fields), CSharpLiteral.Of(input.Name + leaf.Path));
            foreach (var leaf in Leaf.Of(input.Type).Where(static leaf => leaf.Type is ArrayType { Element: ScalarType { IsFloating: true } }))
                FindInMember(code, leaf.Read($"input.{input.Name}", code.Fields), input.Name + leaf.Path);
            return;
        }

        if (input.Parameter.IsRectangular)
        {
            FindInDimensions(code, input, array);
            return;
        }

        if (array.Element is ArrayType row)
        {
            FindInRows(code, input, row);
            return;
        }

        var leaves = Leaf.Of(array.Element).Where(static leaf => leaf.Type is ScalarType { IsFloating: true }).ToArray();
        if (leaves.Length == 0)
            return;
        var elements = input.IsSpan ? $"input.{input.Name}.Span" : input.IsSequence ? "elements" : $"input.{input.Name}";
        var length = input.IsSpan || input.IsSequence ? $"{elements}.Length" : $"({elements}?.Length ?? 0)";
        using var scope = input.IsSequence ? (System.IDisposable)code.Braces($"if (input.{input.Name} is not null)") : null;
        if (input.IsSequence)
            code.Line($"var elements = {BufferChecks.Sequences}Elements<{array.Element.CSharpName}>(input.{input.Name});");
        using (code.Braces($"for (var i = 0; i < {length}; i++)"))
        {
            foreach (var leaf in leaves)
            {
                var name = $"string.Create(global::System.Globalization.CultureInfo.InvariantCulture, $\"{input.Name}[{{i}}]{leaf.Path}\")";
                Test(code, leaf.Read($"{elements}{(input.IsSpan || input.IsSequence ? "" : "!")}[i]", code.Fields), name);
            }
        }
    }

    // An array in a struct.
    private static void FindInMember(CodeWriter code, string array, string name)
    {
        using (code.Braces($"for (var i = 0; i < ({array}?.Length ?? 0); i++)"))
            Test(code, $"{array}![i]", $"string.Create(global::System.Globalization.CultureInfo.InvariantCulture, $\"{name}[{{i}}]\")");
    }

    private static void FindInRows(CodeWriter code, InputMember input, ArrayType row)
    {
        var leaves = Leaf.Of(row.Element).Where(static leaf => leaf.Type is ScalarType { IsFloating: true }).ToArray();
        if (leaves.Length == 0)
            return;
        using (code.Braces($"for (var i = 0; i < (input.{input.Name}?.Length ?? 0); i++)"))
        using (code.Braces($"for (var j = 0; j < (input.{input.Name}![i]?.Length ?? 0); j++)"))
        {
            foreach (var leaf in leaves)
            {
                var name = $"string.Create(global::System.Globalization.CultureInfo.InvariantCulture, $\"{input.Name}[{{i}}][{{j}}]{leaf.Path}\")";
                Test(code, leaf.Read($"input.{input.Name}![i]![j]", code.Fields), name);
            }
        }
    }

    private static void FindInDimensions(CodeWriter code, InputMember input, ArrayType elements)
    {
        var leaves = Leaf.Of(elements.Element).Where(static leaf => leaf.Type is ScalarType { IsFloating: true }).ToArray();
        if (leaves.Length == 0)
            return;
        var indices = Enumerable.Range(0, input.Parameter.Rank).Select(static dimension => $"i{dimension}").ToArray();
        var open = new System.Collections.Generic.Stack<System.IDisposable>();
        for (var dimension = 0; dimension < indices.Length; dimension++)
            open.Push(code.Braces($"for (var i{dimension} = 0; i{dimension} < (input.{input.Name}?.GetLength({dimension}) ?? 0); i{dimension}++)"));
        foreach (var leaf in leaves)
        {
            var name = "string.Create(global::System.Globalization.CultureInfo.InvariantCulture, "
                + $"$\"{input.Name}[{string.Join(", ", indices.Select(static index => "{" + index + "}"))}]{leaf.Path}\")";
            Test(code, leaf.Read($"input.{input.Name}![{string.Join(", ", indices)}]", code.Fields), name);
        }

        while (open.Count > 0)
            open.Pop().Dispose();
    }

    private static void Test(CodeWriter code, string value, string name)
    {
        using (code.Braces($"if (!double.IsFinite({value}))"))
        {
            code.Line($"value = {value};");
            code.Line($"return {name};");
        }
    }
}
