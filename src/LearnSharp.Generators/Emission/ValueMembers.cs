using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits the passage between the typed <c>Weights</c> and <c>Choices</c> and the trainer's numbers.</summary>
internal static class ValueMembers
{
    /// <summary>Writes <c>Flatten</c>, <c>CreateWeights</c>, <c>IndexOptions</c> and <c>CreateChoices</c>.</summary>
    public static void Write(CodeWriter code, ProgramShape shape)
    {
        using (code.Gap().Braces($"static void {shape.Interface}.Flatten(in Weights weights, global::System.Span<double> values)"))
        {
            for (var i = 0; i < shape.Weights.Count; i++)
                code.Line($"values[{i}] = weights.{shape.Weights[i].Name};");
        }

        var weights = shape.Weights.Select(static (weight, index) => (weight.Name, $"{(weight.Type == ScalarType.Float ? "(float)" : "")}values[{index}]"));
        code.Gap().Line(
            $"static Weights {shape.Interface}.CreateWeights(global::System.ReadOnlySpan<double> values) => {MemberSets.New("Weights", weights)};");

        using (code.Gap().Braces($"static void {shape.Interface}.IndexOptions(in Choices choices, global::System.Span<int> options)"))
        {
            for (var i = 0; i < shape.Choices.Count; i++)
            {
                using (code.Braces($"options[{i}] = choices.{shape.Choices[i].Name} switch", ";"))
                {
                    var literals = shape.Choices[i].Spec.Options.Select(static option => CSharpLiteral.Of(option));
                    for (var option = 0; option < literals.Count; option++)
                        code.Line($"{literals[option]} => {option},");
                    if (!(shape.Choices[i].Type == ScalarType.Bool && literals.Count == 2))
                        code.Line("_ => -1,");
                }
            }
        }

        var choices = shape.Choices.Select(static (choice, index) => (choice.Name, FromIndex(choice, index)));
        code.Gap().Line(
            $"static Choices {shape.Interface}.CreateChoices(global::System.ReadOnlySpan<int> options) => {MemberSets.New("Choices", choices)};");
    }

    private static string FromIndex(ChoiceMember choice, int index)
    {
        var options = choice.Spec.Options.Select(static (option, at) => $"{at} => {CSharpLiteral.Of(option)}");
        return $"options[{index}] switch {{ {string.Join(", ", options)}, _ => throw new global::System.ArgumentOutOfRangeException(nameof(options), "
            + $"options[{index}], {CSharpLiteral.Of($"The choice {choice.Name} has {choice.Spec.Options.Count} options.")}) }}";
    }
}
