using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LearnSharp.Generators.Tests.Pipeline;

/// <summary>A project in memory that the generator runs in, edit after edit, as in an IDE.</summary>
internal sealed class GeneratorHost
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private readonly LearnableGenerator _generator = new();
    private readonly Dictionary<string, SyntaxTree> _trees = [];
    private GeneratorDriver _driver;

    private GeneratorHost(IReadOnlyList<(string Path, string Text)> artefacts, IReadOnlyDictionary<string, string> properties)
    {
        _driver = CSharpGeneratorDriver.Create(
            [_generator.AsSourceGenerator()],
            artefacts.Select(static artefact => (AdditionalText)new Artefact(artefact.Path, artefact.Text)),
            Parse,
            new Properties(properties),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Compilation = CSharpCompilation.Create(
            "Shop",
            [],
            Net100.References.All
                .Append(MetadataReference.CreateFromFile(typeof(LearnableAttribute).Assembly.Location))
                .Append(MetadataReference.CreateFromFile(typeof(ProgramInfo).Assembly.Location))
                .Append(MetadataReference.CreateFromFile(typeof(Ir.IrProgram).Assembly.Location)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
    }

    /// <summary>The project's code, without what is generated.</summary>
    public CSharpCompilation Compilation { get; private set; }

    /// <summary>The project's code with what is generated.</summary>
    public Compilation Output { get; private set; } = null!;

    /// <summary>What the generator reported.</summary>
    public ImmutableArray<Diagnostic> Reported { get; private set; }

    /// <summary>The last run.</summary>
    public GeneratorRunResult Result => _driver.GetRunResult().Results[0];

    /// <summary>How many bodies were bound since the project was opened.</summary>
    public int Translations => _generator.Translations;

    /// <summary>Opens a project of one file and runs the generator.</summary>
    public static GeneratorHost Open(string source, params (string Path, string Text)[] artefacts) => Open(source, new Dictionary<string, string>(), artefacts);

    /// <summary>Opens a project with MSBuild properties.</summary>
    public static GeneratorHost Open(string source, IReadOnlyDictionary<string, string> properties, params (string Path, string Text)[] artefacts)
    {
        var host = new GeneratorHost(artefacts, properties);
        host.Edit("Program.cs", source);
        return host;
    }

    /// <summary>Gives a file a new text and runs the generator again.</summary>
    public void Edit(string path, string source)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), Parse, path);
        Compilation = _trees.TryGetValue(path, out var old) ? Compilation.ReplaceSyntaxTree(old, tree) : Compilation.AddSyntaxTrees(tree);
        _trees[path] = tree;
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compilation, out var output, out var reported);
        (Output, Reported) = (output, reported);
        Result.Exception.ShouldBeNull();
    }

    /// <summary>The text of the generated file whose name ends in <paramref name="ending"/>.</summary>
    public string Generated(string ending) => Result.GeneratedSources.Single(source => source.HintName.EndsWith(ending, StringComparison.Ordinal)).SourceText.ToString();

    /// <summary>What the compiler says about the project with what is generated; documentation included.</summary>
    public string[] Problems() => Output.GetDiagnostics()
        .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Select(static diagnostic => diagnostic.ToString())
        .ToArray();

    /// <summary>Loads the project with what is generated.</summary>
    public System.Reflection.Assembly Load()
    {
        Problems().ShouldBeEmpty();
        using var image = new MemoryStream();
        Output.Emit(image).Success.ShouldBeTrue();
        return System.Reflection.Assembly.Load(image.ToArray());
    }

    private sealed class Artefact(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    private sealed class Properties(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key.Replace("build_property.", "", StringComparison.Ordinal), out value);
        }
    }
}
