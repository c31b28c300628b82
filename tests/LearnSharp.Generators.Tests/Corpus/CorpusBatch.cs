using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Basic.Reference.Assemblies;
using LearnSharp.Generators.Analyzers;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Methods compiled together, with what the generator makes of them and with what the analyzer says about them.</summary>
internal sealed class CorpusBatch
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(LearnableAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(ProgramInfo).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(IrProgram).Assembly.Location),
    ];

    private readonly List<string>[] _said;
    private readonly List<Diagnostic>[] _found;
    private readonly Assembly? _assembly;

    /// <summary>Compiles methods.</summary>
    /// <param name="methods">The methods.</param>
    /// <param name="checkOverflow">Whether the project checks integer overflow.</param>
    /// <param name="library">The image of a further assembly that the methods may use; null for none.</param>
    public CorpusBatch(IReadOnlyList<CorpusMethod> methods, bool checkOverflow = false, byte[]? library = null)
    {
        _said = [.. methods.Select(static _ => new List<string>())];
        _found = [.. methods.Select(static _ => new List<Diagnostic>())];
        var compilation = CSharpCompilation.Create(
            "Corpus",
            methods.Select(static (method, i) => CSharpSyntaxTree.ParseText(SourceText.From(method.Source(i), Encoding.UTF8), Parse, $"Case{i}.cs")),
            library is null ? References : References.Append(MetadataReference.CreateFromImage(library)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, checkOverflow: checkOverflow,
                optimizationLevel: OptimizationLevel.Release));
        var driver = CSharpGeneratorDriver.Create([new LearnableGenerator().AsSourceGenerator()], parseOptions: Parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported);
        Sources = driver.GetRunResult().GeneratedTrees;
        var analyzed = compilation.WithAnalyzers([new LearnableAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        using var image = new MemoryStream();
        var emitted = output.Emit(image);
        foreach (var diagnostic in reported.Concat(analyzed).Concat(emitted.Diagnostics.Where(static d => d.Severity >= DiagnosticSeverity.Warning)))
            Note(diagnostic);
        if (!emitted.Success)
            return;
        var context = new AssemblyLoadContext("corpus", isCollectible: true);
        if (library is not null)
            context.LoadFromStream(new MemoryStream(library));
        _assembly = context.LoadFromStream(new MemoryStream(image.ToArray()));
    }

    /// <summary>What was generated.</summary>
    public ImmutableArray<SyntaxTree> Sources { get; }

    /// <summary>Errors and warnings that a method met: of the generator and the analyzer all but LS0017, which says that a derivative is lost and not that it is wrong; of the
    /// compiler every error, and every warning about generated code.</summary>
    public IReadOnlyList<string> Said(int index) => _said[index];

    /// <summary>The same as diagnostics, as far as they stand in the method's own file.</summary>
    public IReadOnlyList<Diagnostic> Found(int index) => _found[index];

    /// <summary>The class of a method; null where the batch did not compile.</summary>
    public Type? Code(int index) => _assembly?.GetType($"Case{index}.Code");

    private void Note(Diagnostic diagnostic)
    {
        var path = diagnostic.Location.SourceTree?.FilePath ?? "";
        var isGenerated = diagnostic.Location.SourceTree is { } tree && Sources.Contains(tree);
        if (diagnostic.Id == "LS0017" || (diagnostic.Severity == DiagnosticSeverity.Warning && !isGenerated && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal) && diagnostic.Id != "CS8785"))
            return;
        var line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
        var name = System.Text.RegularExpressions.Regex.Match(path, @"Case(\d+)\.");
        var text = $"{diagnostic}  «{line}»";
        if (name.Success)
        {
            _said[int.Parse(name.Groups[1].Value, null)].Add(text);
            if (!isGenerated)
                _found[int.Parse(name.Groups[1].Value, null)].Add(diagnostic);
        }
        else
            Array.ForEach(_said, said => said.Add(text));
    }
}
