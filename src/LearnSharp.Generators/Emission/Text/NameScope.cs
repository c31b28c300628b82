using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp;

namespace LearnSharp.Generators.Emission;

/// <summary>Hands out the names of one generated method's parameters and locals: a name that is taken gets <c>Value</c> appended.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = [];

    /// <summary>The name itself, or with <c>Value</c> appended until it is free, escaped where it is a keyword; taken from now on.</summary>
    public string Claim(string name)
    {
        while (!_taken.Add(name))
            name += "Value";
        return Escape(name);
    }

    /// <summary>The name as an identifier: a keyword gets its <c>@</c>.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
