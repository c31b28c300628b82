using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>What generated code knows of a type with a weight set.</summary>
/// <param name="FullName">The name that its artefacts bear inside: <c>Shop.Pid</c>.</param>
/// <param name="ArtefactName">The stem of its artefact's file name: <c>Pid</c>.</param>
/// <param name="TypeName">The type as C#: <c>global::Shop.Pid</c>.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="Places">By position in the set.</param>
/// <param name="Apply">How an object receives what was learned.</param>
/// <param name="Accessibility">Where the type can be named: <c>public</c>, <c>internal</c> or, inside the types around it only, <c>private</c>.</param>
internal sealed record TypeSet(
    string FullName, string ArtefactName, string TypeName, bool IsValueType, EquatableArray<SetPlace> Places, ApplyKind Apply, string Accessibility)
{
    /// <summary>The method of the type, emitted beside it, that gives an object all weights and choices.</summary>
    public const string Setter = "WithLearned";

    /// <summary>The members that are arrays, each with its length.</summary>
    public EquatableArray<(string Member, int Length)> Arrays => Places.Where(static place => place.Element >= 0)
        .GroupBy(static place => place.Member)
        .Select(static places => (places.Key, places.Count()))
        .ToEquatableArray();
}
