using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// The names that parameters have as members of <c>Input</c>, <c>Weights</c> and <c>Choices</c>: PascalCase, <c>_greed</c> becomes <c>Greed</c>, and
/// <c>Value</c> is appended where a name is taken.
/// </summary>
internal static class MemberNames
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "Input", "Weights", "Choices", "Model", "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize", "Deconstruct",
        "PrintMembers", "EqualityContract", "Clone",

        // Rows are tuples as well, whose elements may not have these names.
        "Rest", "CompareTo",
    };

    /// <summary>The member name of each of a root's parameters, in order; all differ.</summary>
    /// <param name="names">The parameters' own names, in order, those of the body last.</param>
    public static EquatableArray<string> Assign(IReadOnlyList<string> names)
    {
        var result = new string?[names.Count];
        var taken = new HashSet<string>(Reserved, StringComparer.Ordinal);

        // A parameter that already has its member's name keeps it, wherever it stands.
        for (var i = 0; i < names.Count; i++)
        {
            if (Pascal(names[i]) == names[i] && !IsNumbered(names[i]) && taken.Add(names[i]))
                result[i] = names[i];
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (result[i] is not null)
                continue;
            var name = Pascal(names[i]);
            while (IsNumbered(name) || !taken.Add(name))
                name += "Value";
            result[i] = name;
        }

        return Array.ConvertAll(result, static name => name!).ToEquatableArray();
    }

    // Item1 and the like name a tuple's elements by position.
    private static bool IsNumbered(string name) => name.StartsWith("Item", StringComparison.Ordinal) && name.Length > 4 && name.Skip(4).All(char.IsDigit);

    /// <summary>camelCase of an identifier: what a local for a method's result is called.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>PascalCase of an identifier: leading underscores go, the first letter becomes upper case; <c>Value</c> where nothing is left that can begin a name.</summary>
    public static string Pascal(string name)
    {
        var trimmed = name.TrimStart('_');
        if (trimmed.Length == 0 || !char.IsLetter(trimmed[0]))
            return "Value" + trimmed;
        return char.ToUpperInvariant(trimmed[0]) + trimmed.Substring(1);
    }
}
