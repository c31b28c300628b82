using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>
/// Gives every method a file name of its own (the compiler compares them without regard to case) and drops methods whose generated names another one has:
/// the analyzer asks for <c>[Learnable(Name = …)]</c> there.
/// </summary>
internal static class HintNames
{
    /// <summary>The methods with their hints, in the order of their ids.</summary>
    public static EquatableArray<MethodModel> Assign(IEnumerable<MethodModel> methods)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var hints = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return methods.OrderBy(static method => method.Id, StringComparer.Ordinal)
            .Where(method => names.Add(method.FullName))
            .Select(method => method with { Hint = Unique(hints, method.FullName) })
            .ToEquatableArray();
    }

    /// <summary>The learned methods with their hints, in the order of their ids.</summary>
    public static EquatableArray<LearnedModel> Assign(IEnumerable<LearnedModel> methods)
    {
        var hints = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return methods.OrderBy(static method => method.Id, StringComparer.Ordinal)
            .Select(method => method with { Hint = Unique(hints, method.TypeId.Substring(2) + "." + method.Name) })
            .ToEquatableArray();
    }

    private static string Unique(HashSet<string> taken, string name)
    {
        var hint = new string([.. name.Where(static c => char.IsLetterOrDigit(c) || c is '.' or '_')]);
        for (var number = 2; !taken.Add(hint); number++)
            hint = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return hint;
    }
}
