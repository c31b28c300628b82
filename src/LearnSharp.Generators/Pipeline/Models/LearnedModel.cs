using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>A partial method marked <c>[Learned]</c>, which the generator implements.</summary>
/// <param name="Id">Its documentation id.</param>
/// <param name="TypeId">The documentation id of the type that declares it.</param>
/// <param name="Namespace">The namespace, empty for the global one.</param>
/// <param name="Types">The types around it, outermost first.</param>
/// <param name="Name">Its identifier, not escaped.</param>
/// <param name="Modifiers">Its modifiers as its declaration writes them, without <c>partial</c>.</param>
/// <param name="Parameters">Its parameters, in order.</param>
/// <param name="ResultName">Its return type, fully qualified.</param>
/// <param name="Target">The name of the learnable method.</param>
/// <param name="Variant">Which artefact; null for the one without a variant.</param>
internal sealed record LearnedModel(
    string Id,
    string TypeId,
    string Namespace,
    EquatableArray<ContainingType> Types,
    string Name,
    string Modifiers,
    EquatableArray<ParameterModel> Parameters,
    string ResultName,
    string Target,
    string? Variant)
{
    /// <summary>The stem of the name of the generated file.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Whether this is a face of <paramref name="method"/>: of the same type, named by its method's name or its own.</summary>
    public bool IsFaceOf(MethodModel method) =>
        (Target == method.Stem || Target == method.Name) && Namespace == method.Namespace && Types == method.Types;
}
