namespace LearnSharp.Ir;

/// <summary>What training learned, as a file holds it: a build input that people review and diff.</summary>
/// <param name="Program">Full name of the learnable: <c>Shop.Pricing.Price</c>.</param>
/// <param name="Signature">Its signature when it was trained, for people.</param>
/// <param name="SignatureHash">Hash of the signature, weights and choices.</param>
/// <param name="BodyHash">Hash of the code.</param>
/// <param name="Weights">The weights in declaration order; values are finite.</param>
/// <param name="Choices">The choices in declaration order.</param>
/// <param name="Metrics">How well training went, or null for values that were written by hand.</param>
public sealed record Artefact(
    string Program,
    string Signature,
    string SignatureHash,
    string BodyHash,
    EquatableArray<ArtefactWeight> Weights,
    EquatableArray<ArtefactChoice> Choices,
    ArtefactMetrics? Metrics)
{
    /// <summary>The version of the file format that this code writes, and the newest that it reads.</summary>
    public const int SchemaVersion = 1;

    /// <summary>
    /// The version of the rules of arithmetic that losses were computed by: exact variants, compensated sums over fixed chunks of rows.
    /// </summary>
    public const int NumericPolicyVersion = 1;

    /// <summary>The ending of an artefact's file name.</summary>
    public const string FileExtension = ".learned.json";

    /// <summary>The version of the rules of arithmetic behind the values.</summary>
    public int NumericPolicy { get; init; } = NumericPolicyVersion;
}
