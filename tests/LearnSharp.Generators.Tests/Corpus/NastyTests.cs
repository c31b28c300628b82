using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Hand-written methods that look for a wrong translation: see <see cref="CorpusCheck"/> for what each is held against.</summary>
public sealed class NastyTests(NastyTests.World world) : IClassFixture<NastyTests.World>
{
    public static TheoryData<string> Names => new(NastyCases.All.Select(static one => one.Name));

    public static TheoryData<string> RefusedNames => new(RefusedCases.All.Select(static one => one.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_the_method_itself_with_its_derivatives(string name)
    {
        var index = NastyCases.All.Select(static one => one.Name).ToList().IndexOf(name);
        world.Right.Said(index).ShouldBeEmpty();
        foreach (var arguments in NastyCases.All[index].Arguments)
            CorpusCheck.Find(world.Right.Code(index)!, arguments).ShouldBeNull($"on {string.Join(", ", arguments)}");
    }

    [Fact]
    public void Integers_are_checked_where_the_project_says_so()
    {
        var checkedCases = NastyNumbers.All;
        var batch = new CorpusBatch(checkedCases, checkOverflow: true);
        var problems = new List<string>();
        for (var i = 0; i < checkedCases.Count; i++)
        {
            problems.AddRange(batch.Said(i));
            foreach (var arguments in checkedCases[i].Arguments)
            {
                if (CorpusCheck.Find(batch.Code(i)!, arguments) is { } problem)
                    problems.Add($"{checkedCases[i].Name} on {string.Join(", ", arguments)}: {problem}");
            }
        }

        problems.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public void Is_refused_on_its_span(string name)
    {
        var index = RefusedCases.All.Select(static one => one.Name).ToList().IndexOf(name);
        var (_, members, id, span) = RefusedCases.All[index];
        var source = CorpusMethod.Of(name, members).Source(index);
        var said = world.Refused.Found(index);
        said.ShouldNotBeEmpty();
        foreach (var diagnostic in said)
        {
            diagnostic.Id.StartsWith("LS00", StringComparison.Ordinal).ShouldBeTrue(diagnostic.ToString());
            diagnostic.GetMessage(null).ShouldContain(";", Case.Sensitive);
        }

        said.Select(diagnostic => $"{diagnostic.Id} {source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}").ShouldContain($"{id} {span}");
    }

    /// <summary>All methods, compiled together.</summary>
    public sealed class World
    {
        internal CorpusBatch Right { get; } = new(NastyCases.All);

        internal CorpusBatch Refused { get; } = new([.. RefusedCases.All.Select(static one => CorpusMethod.Of(one.Name, one.Members))]);
    }
}
