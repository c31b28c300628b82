using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits <c>OutputCount</c> and <c>Outputs</c>: a result as a list of numbers.</summary>
internal static class OutputMembers
{
    /// <summary>Writes both.</summary>
    public static void Write(CodeWriter code, ProgramShape shape)
    {
        var leaves = shape.Results.SelectMany(static part => Leaf.Of(part.Type, part.Access)).Where(static leaf => leaf.IsOutput).ToEquatableArray();
        var count = leaves.Count(static leaf => leaf.Type is not ArrayType);
        var arrays = leaves.Where(static leaf => leaf.Type is ArrayType).Select(leaf => leaf.Read("result", code.Fields) + ".Length");
        var terms = (count > 0 || leaves.IsEmpty ? [count.ToString(System.Globalization.CultureInfo.InvariantCulture)] : Enumerable.Empty<string>()).Concat(arrays);

        code.Gap().Line($"static int {shape.Interface}.OutputCount(in {shape.Method.ResultName} result) => {string.Join(" + ", terms)};");

        using (code.Gap().Braces($"static void {shape.Interface}.Outputs(in {shape.Method.ResultName} result, global::System.Span<double> outputs)"))
        {
            if (leaves.All(static leaf => leaf.Type is not ArrayType))
            {
                for (var i = 0; i < leaves.Count; i++)
                    code.Line($"outputs[{i}] = {Leaf.AsDouble(leaves[i].Type, leaves[i].Read("result", code.Fields))};");
                return;
            }

            code.Line("var next = 0;");
            foreach (var leaf in leaves)
            {
                var value = leaf.Read("result", code.Fields);
                if (leaf.Type is not ArrayType array)
                {
                    code.Line($"outputs[next++] = {Leaf.AsDouble(leaf.Type, value)};");
                    continue;
                }

                using (code.Braces($"foreach (var element in {value})"))
                    code.Line($"outputs[next++] = {Leaf.AsDouble(array.Element, "element")};");
            }
        }
    }
}
