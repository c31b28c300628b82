using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Generators.Emission;

/// <summary>Members of <c>Weights</c> or <c>Choices</c> by the set they belong to: <c>Toll.Rate</c> is <c>Rate</c> of the set <c>Toll</c>.</summary>
internal static class MemberSets
{
    /// <summary>The set that a name belongs to; null for the program's own.</summary>
    public static string? SetOf(string name) => name.IndexOf('.') is var dot and >= 0 ? name.Substring(0, dot) : null;

    /// <summary>The name inside its set.</summary>
    public static string NameIn(string name) => name.Substring(name.IndexOf('.') + 1);

    /// <summary>The type of a nested set, itself nested in <c>Weights</c> or <c>Choices</c>.</summary>
    /// <param name="record"><c>Weights</c> or <c>Choices</c>.</param>
    /// <param name="set">The set.</param>
    /// <param name="names">All names of the record.</param>
    public static string TypeOf(string record, string set, IEnumerable<string> names)
    {
        var type = set + record;
        while (names.Any(name => name == type || SetOf(name) == type))
            type += "Set";
        return type;
    }

    /// <summary>An expression that makes a record with all its members, those of nested sets included.</summary>
    /// <param name="record"><c>Weights</c> or <c>Choices</c>.</param>
    /// <param name="all">Every member's name and value.</param>
    public static string New(string record, IEnumerable<(string Name, string Value)> all)
    {
        var members = all.ToArray();
        if (members.Length == 0)
            return $"new {record}()";
        var names = members.Select(static member => member.Name).ToArray();
        var own = members.Where(static member => SetOf(member.Name) is null).Select(static member => $"{member.Name} = {member.Value}");
        var nested = members
            .Where(static member => SetOf(member.Name) is not null)
            .GroupBy(static member => SetOf(member.Name)!)
            .Select(set => $"{set.Key} = new {record}.{TypeOf(record, set.Key, names)} {{ {string.Join(", ", set.Select(static m => $"{NameIn(m.Name)} = {m.Value}"))} }}");
        return $"new {record} {{ {string.Join(", ", own.Concat(nested))} }}";
    }
}
