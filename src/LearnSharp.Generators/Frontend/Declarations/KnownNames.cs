namespace LearnSharp.Generators.Frontend;

/// <summary>The metadata names of the types that the frontend looks for.</summary>
internal static class KnownNames
{
    /// <summary>The assembly of the attributes.</summary>
    public const string Abstractions = "LearnSharp.Abstractions";

    /// <summary>The attribute of learnable methods.</summary>
    public const string Learnable = "LearnSharp.LearnableAttribute";

    /// <summary>The attribute of weights.</summary>
    public const string Weight = "LearnSharp.WeightAttribute";

    /// <summary>The attribute of choices.</summary>
    public const string Choice = "LearnSharp.ChoiceAttribute";

    /// <summary>The attribute of parameters whose derivatives are not wanted.</summary>
    public const string NonDifferentiable = "LearnSharp.NonDifferentiableAttribute";

    /// <summary>The attribute of learned faces.</summary>
    public const string Learned = "LearnSharp.LearnedAttribute";

    /// <summary>The attribute that brings a program of another assembly.</summary>
    public const string EmbeddedProgram = "LearnSharp.EmbeddedProgramAttribute";

    /// <summary>The attribute of generated code.</summary>
    public const string GeneratedCode = "System.CodeDom.Compiler.GeneratedCodeAttribute";

    /// <summary>The attribute of hand-written derivatives.</summary>
    public const string Derivative = "LearnSharp.DerivativeAttribute";

    /// <summary>The attribute that says where the derivatives of another type's methods stand.</summary>
    public const string DerivativesOf = "LearnSharp.DerivativesOfAttribute";

    /// <summary>The class of the markers in bodies.</summary>
    public const string Learn = "LearnSharp.Learn";
}
