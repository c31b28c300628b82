using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Diagnostics;

/// <summary>Every rule of the frontend. Each has a page, <c>docs/rules/{id}.md</c>, and a line in the analyzer releases.</summary>
internal static class Rules
{
    private const string Category = "LearnSharp";
    private const string Pages = "https://learnsharp.dev/rules/";

    /// <summary>A type that contains a learnable method is not partial.</summary>
    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = new(
        "LS0001",
        "A type that contains a learnable method is not partial",
        "'{0}' is learnable, but the type '{1}' that contains it is not partial; add the modifier 'partial' to '{1}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0001");

    /// <summary>A construct is not supported in a learnable method.</summary>
    public static readonly DiagnosticDescriptor UnsupportedConstruct = new(
        "LS0002",
        "A construct is not supported in a learnable method",
        "{0} is not supported in a learnable method; {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0002");

    /// <summary>A type is not supported in a learnable method.</summary>
    public static readonly DiagnosticDescriptor UnsupportedType = new(
        "LS0003",
        "A type is not supported in a learnable method",
        "The type '{0}' is not supported in a learnable method: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0003");

    /// <summary>A call takes a value that carries a derivative and has no derivative itself.</summary>
    public static readonly DiagnosticDescriptor NoDerivative = new(
        "LS0004",
        "A call takes a value that carries a derivative and has no derivative itself",
        "'{0}' takes a value that carries a derivative, but has neither source in this compilation nor a derivative rule; {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0004");

    /// <summary>A learnable method passes by reference.</summary>
    public static readonly DiagnosticDescriptor ReferenceParameter = new(
        "LS0005",
        "A learnable method passes by reference",
        "{0} passes by reference (ref, out), which is not supported in a learnable method; return the value instead, several as a tuple",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0005");

    /// <summary>A learnable method uses state outside itself.</summary>
    public static readonly DiagnosticDescriptor OutsideState = new(
        "LS0006",
        "A learnable method uses state outside itself",
        "{0} is state outside the method; {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0006");

    /// <summary>This kind of method or type cannot be learnable.</summary>
    public static readonly DiagnosticDescriptor UnsupportedMethod = new(
        "LS0007",
        "This kind of method or type cannot be learnable",
        "'{0}' cannot be learnable: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0007");

    /// <summary>Two learnable methods have the same name.</summary>
    public static readonly DiagnosticDescriptor DuplicateLearnable = new(
        "LS0008",
        "Two learnable methods have the same name",
        "'{0}' is the name of another learnable method of '{1}'; give one of them [Learnable(Name = \"…\")]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0008");

    /// <summary>[Learned] names no learnable method.</summary>
    public static readonly DiagnosticDescriptor LearnedTargetUnknown = new(
        "LS0009",
        "[Learned] names no learnable method",
        "'{0}' names no learnable method of '{1}'; use nameof of a method of this type that is marked [Learnable]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0009");

    /// <summary>The signature of a [Learned] method does not fit.</summary>
    public static readonly DiagnosticDescriptor LearnedSignature = new(
        "LS0010",
        "The signature of a [Learned] method does not fit",
        "'{0}' cannot be the learned face of '{1}': {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0010");

    /// <summary>[Weight] or [Choice] stands on something that cannot be learned.</summary>
    public static readonly DiagnosticDescriptor WeightOrChoiceTarget = new(
        "LS0011",
        "[Weight] or [Choice] stands on something that cannot be learned",
        "'{0}' cannot be a {1}: {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0011");

    /// <summary>The bounds and the starting value of a weight contradict each other.</summary>
    public static readonly DiagnosticDescriptor WeightBounds = new(
        "LS0012",
        "The bounds and the starting value of a weight contradict each other",
        "The weight '{0}' contradicts itself: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0012");

    /// <summary>The weight that another stays above is wrong.</summary>
    public static readonly DiagnosticDescriptor WeightAbove = new(
        "LS0013",
        "The weight that another stays above is wrong",
        "The weight '{0}' cannot stay above '{1}': {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0013");

    /// <summary>The options of a choice are wrong.</summary>
    public static readonly DiagnosticDescriptor ChoiceOptions = new(
        "LS0014",
        "The options of a choice are wrong",
        "The choice '{0}' has wrong options: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0014");

    /// <summary>A weight or choice in the body is not declared as a local of constants.</summary>
    public static readonly DiagnosticDescriptor MarkerPosition = new(
        "LS0015",
        "A weight or choice in the body is not declared as a local of constants",
        "'Learn.{0}' {1}; write 'var name = Learn.{0}(…);' with constants",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0015");

    /// <summary>A called method has weights or choices of its own.</summary>
    public static readonly DiagnosticDescriptor CalleeWeights = new(
        "LS0016",
        "A called method's weights or choices cannot be a set of their own",
        "'{0}' has a weight or choice of its own, '{1}'; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0016");

    /// <summary>A derivative is lost.</summary>
    public static readonly DiagnosticDescriptor LostDerivative = new(
        "LS0017",
        "A derivative is lost",
        "The derivative of '{0}' is lost here: {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0017");

    /// <summary>A called method uses private members of another type.</summary>
    public static readonly DiagnosticDescriptor InaccessibleMember = new(
        "LS0018",
        "A called method uses private members of another type",
        "'{0}' uses private members of '{1}', which code generated into '{2}' cannot reach; make them internal, or move the learnable method into '{1}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0018");

    /// <summary>A learnable method cannot be differentiated as a whole.</summary>
    public static readonly DiagnosticDescriptor NotDifferentiable = new(
        "LS0019",
        "A learnable method cannot be differentiated",
        "'{0}' cannot be differentiated: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0019");

    /// <summary>A hand-written derivative does not fit what it is a derivative of.</summary>
    public static readonly DiagnosticDescriptor DerivativeSignature = new(
        "LS0020",
        "A hand-written derivative does not fit its method",
        "'{0}' is no derivative of '{1}': {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "LS0020");
}
