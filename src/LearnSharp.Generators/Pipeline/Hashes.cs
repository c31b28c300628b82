using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>The hashes by which an artefact recognises its program; the same in <c>Info</c> and when baking.</summary>
internal static class Hashes
{
    /// <summary>Hash of the signature, weights and choices.</summary>
    public static string Signature(BodyModel body) => ProgramHash.Signature(body.Program!);

    /// <summary>Hash of the weight set of a type.</summary>
    public static string Set(LearnedSet set) => ProgramHash.Set(set.Locals, set.Weights, set.Choices);

    /// <summary>Hash of the code; empty when the body is not analysed.</summary>
    public static string Body(BodyModel body) => body.Method.Gradients ? ProgramHash.Body(body.Program!) : "";
}
