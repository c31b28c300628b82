using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Frontend;

/// <summary>
/// The programs of members of the base library that have neither source here nor a formula: those of <c>System.Numerics.Complex</c>, whose values are two numbers. They are written in C#
/// (<c>Library/Complex.cs</c>), and their translation is a resource.
/// </summary>
internal static class LibraryPrograms
{
    /// <summary>What stands before the id of a program, alone on its line.</summary>
    public const string Mark = "== ";

    private static readonly Lazy<Dictionary<string, Lazy<EmbeddedProgram>>> Programs = new(Read, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Whether a type is one whose members are known.</summary>
    public static bool Knows(ITypeSymbol? type) =>
        type is { Name: "Complex", TypeKind: TypeKind.Struct, ContainingType: null, ContainingNamespace: { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } }
        && type.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>The program of a member; null for any other method.</summary>
    public static EmbeddedProgram? Find(IMethodSymbol method) =>
        Knows(method.ContainingType) && Programs.Value.TryGetValue(MethodIds.Of(method), out var program) ? program.Value : null;

    private static Dictionary<string, Lazy<EmbeddedProgram>> Read()
    {
        var programs = new Dictionary<string, Lazy<EmbeddedProgram>>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(LibraryPrograms).Assembly.GetManifestResourceStream("Complex.ir")!);
        foreach (var part in ("\n" + reader.ReadToEnd().Replace("\r", "")).Split(["\n" + Mark], StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('\n');
            var (id, text) = (part.Substring(0, end), part.Substring(end + 1).TrimEnd('\n'));
            programs.Add(id, new(() => EmbeddedPrograms.Parse(id, text), LazyThreadSafetyMode.PublicationOnly));
        }

        return programs;
    }
}
