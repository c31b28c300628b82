using System.Linq;
using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>A learnable method as its signature shows it: read from symbols only, so that it stays equal while a body is edited.</summary>
/// <param name="Id">The documentation id of the method; unique in the compilation.</param>
/// <param name="Namespace">The namespace, empty for the global one.</param>
/// <param name="Types">The types around it, outermost first.</param>
/// <param name="Name">The method's identifier, not escaped.</param>
/// <param name="Stem">What generated names start with: the method's name, or the one that <c>[Learnable(Name = …)]</c> gives.</param>
/// <param name="Accessibility">The method's accessibility, as C# writes it.</param>
/// <param name="IsStatic">Whether it is static.</param>
/// <param name="Parameters">The parameters that something is handed over in, in order.</param>
/// <param name="ResultName">The type of what comes back, fully qualified, parameters by reference included (<see cref="RootSignature"/>); <c>void</c> for nothing.</param>
/// <param name="Gradients">Whether its body is analysed.</param>
internal sealed record MethodModel(
    string Id,
    string Namespace,
    EquatableArray<ContainingType> Types,
    string Name,
    string Stem,
    string Accessibility,
    bool IsStatic,
    EquatableArray<ParameterModel> Parameters,
    string ResultName,
    bool Gradients)
{
    /// <summary>All parameters of the method itself; null where <see cref="Parameters"/> are all and none gives something back.</summary>
    public EquatableArray<ParameterModel>? Declared { get; init; }

    /// <summary>What the method itself returns, where that is not all that comes back.</summary>
    public string ReturnName { get => field ?? ResultName; init; }

    /// <summary>Whether second derivatives are wanted.</summary>
    public bool SecondOrder { get; init; }

    /// <summary>The bytes that the records of a gradient may take; null for no limit.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>The stem of the names of the generated files.</summary>
    public string Hint { get; init; } = "";

    /// <summary>The innermost type, as an expression: <c>global::Shop.Pricing</c>.</summary>
    public string TypeName => "global::" + (Namespace.Length == 0 ? "" : Namespace + ".") + string.Join(".", Types.Select(static type => type.Name));

    /// <summary>The name that artefacts bear inside: <c>Shop.Pricing.Price</c>.</summary>
    public string FullName => (Namespace.Length == 0 ? "" : Namespace + ".") + ArtefactName;

    /// <summary>The stem of the artefact's file name: <c>Pricing.Price</c>.</summary>
    public string ArtefactName => string.Join(".", Types.Select(static type => type.Name.TrimStart('@'))) + "." + Stem;

    /// <summary>The method as what an artefact holds the values of.</summary>
    public ArtefactOwner Owner => new(Id, FullName, ArtefactName, Accessibility is not ("private" or "internal" or "private protected"));

    /// <summary>The name of the generated program.</summary>
    public string ProgramName => Stem + "Program";

    /// <summary>The name of the generated shorthand for the learned method.</summary>
    public string LearnedName => Stem + "Learned";
}
