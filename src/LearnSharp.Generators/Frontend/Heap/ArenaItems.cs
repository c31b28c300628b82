using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>One member of the objects of an arena.</summary>
/// <param name="Member">The field, or the parameter that a primary constructor captures, as it is declared.</param>
/// <param name="Owner">The class that declares it, with its type arguments.</param>
/// <param name="Values">Its values by position; null where a member of its type cannot be kept so.</param>
internal sealed record ArenaItems(ISymbol Member, INamedTypeSymbol Owner, Local? Values)
{
    /// <summary>The lengths by position, of a member that is an array of several dimensions; <see cref="Values"/> are the elements then.</summary>
    public EquatableArray<Local> Lengths { get; init; } = [];
}
