using System.Linq;
using LearnSharp.Generators.Frontend;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits <c>Apply</c>: an object of a type with a weight set receives what was learned.</summary>
internal static class ApplyEmitter
{
    /// <summary>Writes one for each type whose objects can receive it.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="shape">The program.</param>
    /// <param name="ofModel">Whether it stands in <c>Model</c>, or in <c>FitResult</c>, which hands on to its model.</param>
    public static void Write(CodeWriter code, ProgramShape shape, bool ofModel)
    {
        foreach (var set in shape.Sets)
        {
            var type = set.Type;
            if (type.Apply == ApplyKind.None || (type.Accessibility == "private" && !set.IsOwn))
                continue;
            var accessibility = set.IsOwn ? "public" : type.Accessibility;
            var copies = type.Apply == ApplyKind.Copy;
            code.Gap().Summary(copies ? "A copy of an object with what was learned." : "Gives an object what was learned.");
            code.Line($"/// <param name=\"instance\">The object{(copies ? ", which stays as it is" : "")}.</param>");
            if (copies)
                code.Line("/// <returns>The copy.</returns>");
            code.Line($"{accessibility} {(copies ? type.TypeName : "void")} Apply({type.TypeName} instance)");
            using (code.Indent())
                code.Line(ofModel ? $"=> {type.TypeName}.{TypeSet.Setter}(instance, {string.Join(", ", set.Parameters.Select(index => Value(shape, index)))});" : "=> Model.Apply(instance);");
        }
    }

    private static string Value(ProgramShape shape, int parameter) => shape.Weights.FirstOrDefault(weight => weight.Spec.Parameter == parameter) is { } weight
        ? "Weights." + weight.Name
        : "Choices." + shape.Choices.First(choice => choice.Spec.Parameter == parameter).Name;
}
