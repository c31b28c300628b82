using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>Something marked as a weight or choice: an optional parameter, a field or property with an initializer, or an element of such an array.</summary>
/// <param name="Symbol">What is marked.</param>
/// <param name="Name">Its name in the source; that of an array with the element's index behind it.</param>
/// <param name="Index">Its position in its set: a parameter's ordinal, or a place among the marked ones.</param>
/// <param name="Type">Its type; that of an array's element.</param>
/// <param name="HasStart">Whether it says where learning starts.</param>
/// <param name="Start">The starting value, a constant.</param>
/// <param name="Element">The element of the array that is marked; -1 for no array.</param>
internal sealed record LearnedMember(ISymbol Symbol, string Name, int Index, ITypeSymbol Type, bool HasStart, object? Start, int Element = -1)
{
    /// <summary>A parameter with its default.</summary>
    public static LearnedMember Of(IParameterSymbol parameter) => new(
        parameter, parameter.Name, parameter.Ordinal, parameter.Type, parameter.HasExplicitDefaultValue, parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue : null);
}
