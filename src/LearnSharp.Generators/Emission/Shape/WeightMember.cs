using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>A property of <c>Weights</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Spec">What is known of it.</param>
/// <param name="Type">double or float.</param>
internal sealed record WeightMember(string Name, WeightSpec Spec, IrType Type)
{
    /// <summary>The starting value as C#.</summary>
    public string Start => CSharpLiteral.Of(Type, Spec.Start);
}
