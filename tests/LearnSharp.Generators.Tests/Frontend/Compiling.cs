using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Compiles C# texts in memory.</summary>
internal static class Compiling
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    /// <summary>A compilation of the texts, with today's framework, LearnSharp and its attributes.</summary>
    public static CSharpCompilation Of(string assembly, IEnumerable<(string Path, string Text)> sources, params MetadataReference[] more) => CSharpCompilation.Create(
        assembly,
        sources.Select(static source => CSharpSyntaxTree.ParseText(SourceText.From(source.Text, Encoding.UTF8), Parse, source.Path)),
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(LearnableAttribute).Assembly.Location), MetadataReference.CreateFromFile(typeof(ProgramInfo).Assembly.Location), .. more],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The bytes of a compilation that has to compile.</summary>
    public static byte[] Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        var errors = result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            var text = errors[0].Location.SourceTree?.GetText();
            var line = text is null ? "" : text.Lines[errors[0].Location.GetLineSpan().StartLinePosition.Line].ToString();
            throw new InvalidOperationException($"{string.Join("\n", errors.Take(10))}\n{line}");
        }

        return stream.ToArray();
    }

    /// <summary>Loads an assembly beside those of the test.</summary>
    public static Assembly Load(AssemblyLoadContext context, byte[] bytes) => context.LoadFromStream(new MemoryStream(bytes));
}
