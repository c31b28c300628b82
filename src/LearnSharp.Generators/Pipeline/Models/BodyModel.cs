using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>A learnable method with its code.</summary>
/// <param name="Method">Its signature.</param>
/// <param name="Program">Its code with everything it calls, weights and choices; null where the analyzer reports an error.</param>
/// <param name="Callees">The callees that generated code can call as they stand.</param>
/// <param name="Text">
/// A hash of the source read. Programs are equal when they compute the same, whatever their locals are called; the printed code shows names, so that a
/// renamed local is printed anew.
/// </param>
internal sealed record BodyModel(MethodModel Method, LearnableProgram? Program, EquatableArray<CalleeModel> Callees, string Text)
{
    /// <summary>The weight sets of types in the program; that of the type that declares the method comes first.</summary>
    public EquatableArray<LinkedSet> Sets { get; init; } = [];

    /// <summary>Whether its assembly brings the program for methods of other assemblies.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>What the method reads of its object besides weights and choices.</summary>
    public EquatableArray<LinkedState> State { get; init; } = [];
}
