using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using LearnSharp.Generators.Tests.Diagnostics;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary><c>docs/constructs.md</c> is made from the cases that these tests run: what it says is what was checked. <c>LEARNSHARP_WRITE_DOCS=1</c> writes it anew.</summary>
public sealed class ConstructPageTests
{
    [Fact]
    public void The_page_of_constructs_lists_what_the_tests_run()
    {
        var path = Repository.PathOf("docs", "constructs.md");
        var page = Page();
        if (Environment.GetEnvironmentVariable("LEARNSHARP_WRITE_DOCS") == "1")
            File.WriteAllText(path, page);
        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(page, "run this test with LEARNSHARP_WRITE_DOCS=1, and look at the difference");
    }

    private static string Page()
    {
        var text = new StringBuilder();
        text.Append("""
            # What a learnable method may be made of

            This page is made from the tests. Every construct below is compiled and run; *value* says that its translation gives what C# gives, printed as C# and, where no other C# is called, interpreted; *derivative*
            says that its gradient (reverse mode) and its tangent (forward mode) agree with each other, with dual numbers and with differences of the method. A dash stands where there is no number to differentiate.


            """.ReplaceLineEndings("\n"));
        var differentiated = ConstructGradientTests.Differentiable.Select(static one => one.Name).ToHashSet();
        foreach (var (title, cases) in Groups())
        {
            text.Append("## ").Append(title).Append("\n\n| Construct | Value | Derivative | |\n| --- | --- | --- | --- |\n");
            foreach (var one in cases)
                text.Append($"| {Cell(one.Name)} | yes | {(differentiated.Contains(one.Name) ? "both modes" : "–")} | {Code(one.Source)} |\n");
            text.Append('\n');
        }

        text.Append("## What is refused\n\nEach of these is an error on the exact span, with the way out in its message.\n\n| Rule | Message | |\n| --- | --- | --- |\n");
        foreach (var one in DiagnosticCases.All.DistinctBy(static one => (one.Id, one.Message)).OrderBy(static one => one.Id, StringComparer.Ordinal))
            text.Append($"| [{one.Id}](rules/{one.Id}.md) | {Cell(one.Message)} | {Code(Flagged(one.Source))} |\n");
        return text.ToString();
    }

    /// <summary>The lists of cases, each with the name of its class as words, in the order in which the tests run them.</summary>
    private static IEnumerable<(string Title, IReadOnlyList<ConstructCase> Cases)> Groups() =>
        typeof(ConstructCases).Assembly.GetTypes()
            .Where(static type => type.Name.EndsWith("Cases", StringComparison.Ordinal) && type != typeof(ConstructCases))
            .Select(static type => (type.Name, Cases: type.GetProperty("All", BindingFlags.Static | BindingFlags.Public)?.GetValue(null) as IReadOnlyList<ConstructCase>))
            .Where(static group => group.Cases is { Count: > 0 })
            .OrderBy(static group => ConstructCases.All.TakeWhile(one => one != group.Cases![0]).Count())
            .Select(static group => (Words(group.Name[..^"Cases".Length]), group.Cases!));

    private static string Words(string name) => string.Concat(name.Select(static (letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    private static string Flagged(string source) =>
        source.Contains("[|", StringComparison.Ordinal) ? source.Split("[|")[1].Split("|]")[0] : source;

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);

    private static string Code(string code) => code.Contains('`', StringComparison.Ordinal) ? Cell(code) : $"`{Cell(code)}`";
}
