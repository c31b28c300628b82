using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>A type with a weight set, as its declarations show it.</summary>
/// <param name="Id">Its documentation id.</param>
/// <param name="Namespace">The namespace, empty for the global one.</param>
/// <param name="Types">The type and those around it, outermost first.</param>
/// <param name="Set">Its weights and choices.</param>
/// <param name="MemberTypes">By position in the set: the type of the member as C#.</param>
/// <param name="Constructors">The constructors that make an object with what was learned; none where the type cannot be made or has a member of that name.</param>
internal sealed record SetModel(
    string Id, string Namespace, EquatableArray<ContainingType> Types, LearnedSet Set, EquatableArray<string> MemberTypes, EquatableArray<ConstructorModel> Constructors)
{
    /// <summary>The set as what an artefact holds the values of.</summary>
    public ArtefactOwner Owner => new(Id, Set.Type!.FullName, Set.Type.ArtefactName, Set.Type.Accessibility == "public");
}
