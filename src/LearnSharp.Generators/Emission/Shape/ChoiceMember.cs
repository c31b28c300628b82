using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>A property of <c>Choices</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Spec">What is known of it.</param>
/// <param name="Type">bool, an enum or a number.</param>
internal sealed record ChoiceMember(string Name, ChoiceSpec Spec, IrType Type)
{
    /// <summary>The starting option as C#.</summary>
    public string Start => CSharpLiteral.Of(Spec.Options[Spec.Start]);
}
