using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using LearnSharp.Generators.Analyzers;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Tests.Diagnostics;

/// <summary>The documentation of rules and the rules themselves say the same.</summary>
public sealed class RulePagesTests
{
    private static readonly IReadOnlyList<DiagnosticDescriptor> All =
    [
        .. typeof(LearnableAnalyzer).Assembly.GetTypes()
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(static field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(static field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal),
    ];

    [Fact]
    public void The_table_lists_every_rule_with_its_severity_and_title()
    {
        var rows = File.ReadLines(Repository.PathOf("docs", "rules", "README.md")).Where(static line => line.StartsWith("| [LS", StringComparison.Ordinal));
        rows.ShouldBe(All.Select(static rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity} | {rule.Title} |"));
    }

    [Fact]
    public void Every_rule_has_a_page_with_its_parts()
    {
        foreach (var rule in All)
        {
            var page = File.ReadAllText(Repository.PathOf("docs", "rules", rule.Id + ".md"));
            page.ShouldStartWith($"# {rule.Id}: {rule.Title}\n");
            foreach (var part in (string[])["## Flagged", "## Why", "## Fix", "## Or"])
                page.ShouldContain(part);
        }
    }

    [Fact]
    public void The_release_file_lists_every_rule()
    {
        var lines = File.ReadAllLines(Repository.PathOf("src", "LearnSharp.Generators", "AnalyzerReleases.Unshipped.md"));
        foreach (var rule in All)
            lines.ShouldContain(line => line.StartsWith($"{rule.Id} | LearnSharp | {rule.DefaultSeverity} | ", StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_have_ids_of_their_own_and_links_to_their_pages()
    {
        All.Select(static rule => rule.Id).ShouldBeUnique();
        All.ShouldAllBe(static rule => rule.HelpLinkUri == "https://learnsharp.dev/rules/" + rule.Id);
    }
}
