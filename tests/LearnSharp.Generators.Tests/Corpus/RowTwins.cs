using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Methods compiled without the generator and against <see cref="LaneMath"/>.</summary>
internal sealed class RowTwins
{
    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(LearnableAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(LaneMath).Assembly.Location),
    ];

    private readonly Assembly _assembly;

    /// <summary>Compiles methods.</summary>
    public RowTwins(IReadOnlyList<CorpusMethod> methods)
    {
        var compilation = CSharpCompilation.Create(
            "Twins",
            methods.Select(static (method, i) => CSharpSyntaxTree.ParseText(Source(method, i), new CSharpParseOptions(LanguageVersion.Latest))),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        emitted.Success.ShouldBeTrue(string.Join('\n', emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(3)));
        _assembly = new AssemblyLoadContext("twins", isCollectible: true).LoadFromStream(new MemoryStream(image.ToArray()));
    }

    /// <summary>The method at an index.</summary>
    public MethodInfo this[int index] => _assembly.GetType($"Case{index}.Code")!.GetMethod("M")!;

    private static string Source(CorpusMethod method, int index) =>
        method.Source(index).Replace(
            $"namespace Case{index};\n",
            $"namespace Case{index};\nusing Math = {typeof(LaneMath).FullName};\nusing MathF = {typeof(LaneMathF).FullName};\n",
            StringComparison.Ordinal);
}
