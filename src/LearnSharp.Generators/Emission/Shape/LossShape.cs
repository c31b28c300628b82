using System.Linq;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>A learnable method that can be a loss: <c>double Cost(R predicted, T actual, …rest)</c>, without weights and choices of its own.</summary>
/// <param name="Predicted">The prediction.</param>
/// <param name="Actual">What was observed.</param>
/// <param name="Rest">Further columns, bound to the program's input by name.</param>
internal sealed record LossShape(InputMember Predicted, InputMember Actual, EquatableArray<InputMember> Rest)
{
    /// <summary>The method as a loss, or null when its signature is another.</summary>
    public static LossShape? Find(ProgramShape shape)
    {
        if (shape.ScalarResult is not { Kind: ScalarKind.Double } || shape.Inputs.Count < 2 || !shape.Method.IsStatic || shape.Method.Declared is not null || shape.Inputs.Count < shape.Root.Parameters.Count)
            return null;
        var (predicted, actual) = (shape.Inputs[0], shape.Inputs[1]);

        // No method returns lists, and none arrays of arrays or of structs.
        return predicted.IsSpan || actual.IsSpan || shape.IsSequence(predicted.Index) || predicted.Type is ArrayType { Element: not ScalarType } ? null : new(predicted, actual, shape.Inputs.Skip(2).ToEquatableArray());
    }

    /// <summary>The type of the loss.</summary>
    public string LossType => $"global::LearnSharp.Loss<{Predicted.Parameter.TypeName}, {Actual.Parameter.TypeName}>";
}
