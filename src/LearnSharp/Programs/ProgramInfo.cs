using System.Collections.Generic;

namespace LearnSharp;

/// <summary>What a generated program says about itself.</summary>
public sealed class ProgramInfo
{
    /// <summary>
    /// The full name of the learnable: <c>Shop.Pricing.Price</c>. Also the stem of its artefact's file name after the last namespace dot:
    /// <c>Pricing.Price</c>.
    /// </summary>
    public required string FullName { get; init; }

    /// <summary>The stem of the artefact's file name: <c>Pricing.Price</c>.</summary>
    public required string ArtefactName { get; init; }

    /// <summary>The method's signature as the artefact records it: <c>double Price(double km, double kg, [Weight] double perKm)</c>.</summary>
    public required string Signature { get; init; }

    /// <summary>Hash of the signature, weights and choices by name and type; a change means values are matched by name.</summary>
    public required string SignatureHash { get; init; }

    /// <summary>Hash of the code of the method and its callees; a change means the weights were trained for another body.</summary>
    public required string BodyHash { get; init; }

    /// <summary>The data columns, in the order of <c>Input</c>'s constructor.</summary>
    public required IReadOnlyList<InputInfo> Inputs { get; init; }

    /// <summary>The weights in declaration order, arrays element by element.</summary>
    public required IReadOnlyList<WeightInfo> Weights { get; init; }

    /// <summary>The choices in declaration order.</summary>
    public required IReadOnlyList<ChoiceInfo> Choices { get; init; }

    /// <summary>The weight sets of types among the weights and choices.</summary>
    public IReadOnlyList<WeightSetInfo> Sets { get; init; } = [];

    /// <summary>
    /// Whether <see cref="IProgram{TInput, TWeights, TChoices, TResult}.Pullback"/> exists: the result is differentiable and the body was analysed.
    /// </summary>
    public required bool HasGradient { get; init; }

    /// <summary>The program's code, serialized (<c>LearnSharp.Ir.IrText</c>); empty when the body was not analysed.</summary>
    public required string Ir { get; init; }
}
