using System;
using System.Collections.Generic;
using System.Linq;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Basic.Reference.Assemblies;
using LearnSharp.Ir.Tests.RandomPrograms;
using LearnSharp.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearnSharp.Ir.Tests;

/// <summary>Programs printed as C#, compiled together with warnings as errors, loaded where they can be dropped again, and run.</summary>
internal sealed class CompiledPrograms : IDisposable
{
    private static readonly InterpreterOptions Interpreted = new()
    {
        Fuel = 3_000_000,
        Resolve = call => call.Template.Contains("InvalidOperationException", StringComparison.Ordinal) ? _ => new InvalidOperationException("left") : null,
    };

    private readonly AssemblyLoadContext _context = new("printed", isCollectible: true);
    private readonly Assembly _assembly;
    private readonly IReadOnlyList<IrProgram> _programs;

    private CompiledPrograms(IReadOnlyList<IrProgram> programs, Stream image)
    {
        _programs = programs;
        _assembly = _context.LoadFromStream(image);
    }

    /// <summary>Prints and compiles programs.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="options">How to print.</param>
    /// <param name="checkOverflow">Whether the project checks for overflow.</param>
    public static CompiledPrograms Compile(IReadOnlyList<IrProgram> programs, PrintOptions? options = null, bool checkOverflow = false)
    {
        options ??= PrintOptions.Default;
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var trees = programs.Select((program, index) => CSharpSyntaxTree.ParseText(Source(program, index, options), parse, $"Program{index}.cs"));
        var compilation = CSharpCompilation.Create(
            "Printed",
            trees,
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Mode).Assembly.Location), MetadataReference.CreateFromFile(typeof(Workspace).Assembly.Location)],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, checkOverflow: checkOverflow, generalDiagnosticOption: ReportDiagnostic.Error,
                nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            var first = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(12).ToList();
            var text = string.Join("\n", first.Select(d => $"{d.Location.SourceTree?.FilePath}{d.Location.GetLineSpan().Span}: {d.Id} {d.GetMessage()}: "
                + d.Location.SourceTree?.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line]));
            throw new InvalidOperationException($"{text}\n{first[0].Location.SourceTree}");
        }

        image.Position = 0;
        return new(programs, image);
    }

    /// <summary>Runs a printed program; tells its results, the arrays it wrote, and the exception it threw.</summary>
    public string Run(int index, object?[] arguments)
    {
        var parameters = _programs[index].Root.Parameters;
        var arrays = new Dictionary<Array, Array>();
        var host = arguments.Select((a, i) => HostValues.ToHost(a, parameters[i].Local.Type, arrays)).ToArray();
        var outcome = Outcome(() => ((object?[])Method(index).Invoke(null, [host])!).Select(HostValues.FromHost).ToEquatableArray());
        return outcome + Written(host.Select(HostValues.FromHost));
    }

    /// <summary>The same of a program that is interpreted.</summary>
    public static string Interpret(IrProgram program, object?[] arguments)
    {
        var outcome = Outcome(() => Interpreter.Run(program, arguments, Interpreted).Results);
        return outcome + Written(arguments);
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();

    private static string Outcome(Func<EquatableArray<object?>> run)
    {
        try
        {
            return HostValues.Describe(run());
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException!.GetType().Name;
        }
        catch (IrThrownException thrown)
        {
            return thrown.InnerException!.GetType().Name;
        }
        catch (Exception thrown) when (thrown is ArithmeticException or IndexOutOfRangeException or NullReferenceException or ArgumentException)
        {
            return thrown.GetType().Name;
        }
    }

    private static string Written(IEnumerable<object?> arguments) => " | " + string.Join("; ", arguments.OfType<Array>().Select(HostValues.Describe));

    private MethodInfo Method(int index) => _assembly.GetType($"Program{index}")!.GetMethod("Run")!;

    private static string Source(IrProgram program, int index, PrintOptions options)
    {
        var text = new StringBuilder();
        if (!options.QualifyMath)
            text.Append("using System;\n");
        text.Append($"public static class Program{index}\n{{\n");
        text.Append("    public static object?[] Run(object?[] arguments)\n    {\n");
        var arguments = program.Root.Parameters.Select((p, i) => $"({HostType(p.Local.Type)})arguments[{i}]!");
        var workspace = CSharpPrinter.NeedsWorkspace(program) ? new[] { "global::LearnSharp.Runtime.Workspace.Current" } : [];
        var call = $"{CSharpPrinter.NameOf(program, program.Root.Id, options)}({string.Join(", ", workspace.Concat(arguments))})";
        text.Append(program.Root.Results.Count switch
        {
            0 => $"        {call};\n        return [];\n",
            1 => $"        return [{call}];\n",
            var n => $"        var results = {call};\n        return [{string.Join(", ", Enumerable.Range(1, n).Select(i => $"results.Item{i}"))}];\n",
        });
        text.Append("    }\n\n");
        text.Append(CSharpPrinter.PrintFunctions(program, options with { Indentation = 1 }));
        return text.Append("}\n").ToString();
    }

    private static string HostType(IrType type) => type is ArrayType array ? array.Element.CSharpName + "[]" : type.CSharpName;
}
