using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using LearnSharp.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Every rule flags its pattern, on its span, with its message, and nothing else.</summary>
public sealed partial class AnalyzerTests
{
    public static TheoryData<int> Numbers => new(Enumerable.Range(0, DiagnosticCases.All.Count));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Flags_the_span_with_the_message(int number)
    {
        var one = DiagnosticCases.All[number];
        var expected = Marks(one.Source).Select(mark => $"{one.Id} at {mark.Start} '{mark.Text}': {one.Message}");
        var found = Analyze([(Path(number), Plain(one.Source))]).Select(static d =>
            $"{d.Id} at {d.Location.SourceSpan.Start} '{d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}': {d.GetMessage(CultureInfo.InvariantCulture)}");
        found.ShouldBe(expected);
    }

    [Fact]
    public void Every_rule_has_a_case() =>
        DiagnosticCases.All.Select(static c => c.Id).Distinct().Order().ShouldBe(new LearnableAnalyzer().SupportedDiagnostics.Select(static d => d.Id).Order());

    [Fact]
    public void Says_nothing_about_supported_constructs()
    {
        var sources = ConstructCases.All.Where(static c => c.Name is "newton iteration" or "switch expression with when" or "user operators" or "read-only span" or "text in exceptions")
            .Select(static (c, i) => ($"Case{i}.cs", $"using System;\nusing LearnSharp;\nnamespace Case{i};\npublic static partial class Code\n{{\n{c.Source.Replace("public static double M(", "[Learnable] public static double M(", StringComparison.Ordinal)}\n}}\n"));
        Analyze(sources).ShouldBeEmpty();
    }

    [Fact]
    public void Says_nothing_without_the_attributes()
    {
        var compilation = Compiling.Of("Plain", [("Plain.cs", "class C { double M(double x) { try { return x; } finally { } } }")]);
        var without = compilation.WithReferences(compilation.References.Where(static r => r.Display?.Contains("LearnSharp", StringComparison.Ordinal) != true));
        Analyze(without).ShouldBeEmpty();
    }

    private static string Path(int number) => string.Create(CultureInfo.InvariantCulture, $"File{number}.cs");

    private static string Plain(string source) => source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

    private static IEnumerable<(int Start, string Text)> Marks(string source)
    {
        var removed = 0;
        foreach (Match match in Mark().Matches(source))
        {
            yield return (match.Index - removed, match.Groups[1].Value);
            removed += 4;
        }
    }

    private static IEnumerable<Diagnostic> Analyze(IEnumerable<(string Path, string Text)> sources) => Analyze(Compiling.Of("Flagged", sources));

    private static IEnumerable<Diagnostic> Analyze(Compilation compilation) =>
        compilation.WithAnalyzers([new LearnableAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().OrderBy(static d => d.Location.SourceSpan.Start);

    [GeneratedRegex(@"\[\|(.*?)\|\]", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
