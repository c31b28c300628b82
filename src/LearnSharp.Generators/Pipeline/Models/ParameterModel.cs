using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>A parameter of a method as its signature declares it.</summary>
/// <param name="Name">Its identifier, not escaped.</param>
/// <param name="TypeName">Its C# type, fully qualified, with nullable annotations.</param>
/// <param name="Modifier">What stands before the type: <c>params</c>, <c>in</c>, <c>ref</c>, <c>out</c>, <c>scoped</c>, or nothing.</param>
/// <param name="Role">What it is to the trainer.</param>
/// <param name="Default">Its default value as C#, or null.</param>
/// <param name="IsDifferentiable">Whether derivatives by it are wanted where its type allows them: it is not marked <c>[NonDifferentiable]</c>.</param>
internal sealed record ParameterModel(string Name, string TypeName, string Modifier, ParameterRole Role, string? Default, bool IsDifferentiable = true)
{
    /// <summary>The number of dimensions of an array of several; 1 for any other type.</summary>
    public int Rank
    {
        get
        {
            var type = TypeName.TrimEnd('?');
            var open = type.LastIndexOf('[');
            return open > 0 && type.EndsWith(",]", System.StringComparison.Ordinal) && type[open - 1] != ']' ? type.Length - open - 1 : 1;
        }
    }

    /// <summary>Whether it is a list, or an interface of sequences: its elements are taken where they are translated.</summary>
    public bool IsSequence =>
        TypeName.StartsWith(Collections, System.StringComparison.Ordinal)
        && TypeName.IndexOf('<') > Collections.Length
        && TypeName.Substring(Collections.Length, TypeName.IndexOf('<') - Collections.Length) is "List" or "IList" or "IReadOnlyList" or "ICollection" or "IReadOnlyCollection" or "IEnumerable";

    /// <summary>Whether it is an interface of sequences.</summary>
    public bool IsSequenceInterface => IsSequence && TypeName.StartsWith(Collections + "I", System.StringComparison.Ordinal);

    private const string Collections = "global::System.Collections.Generic.";

    /// <summary>Whether it is an array of several dimensions.</summary>
    public bool IsRectangular => Rank > 1;
}
