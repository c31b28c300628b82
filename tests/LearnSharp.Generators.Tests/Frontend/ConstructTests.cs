using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Every construct: its translation is well formed and means what C# means, interpreted and printed.</summary>
public sealed class ConstructTests(ConstructWorld world) : IClassFixture<ConstructWorld>
{
    public static TheoryData<string> Names => new(ConstructCases.All.Select(static c => c.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Translates_to_a_program_that_verifies(string name)
    {
        var program = world.Program(Case(name));
        Verifier.Verify(program.Program).ShouldBeEmpty();
        Verifier.Verify(program).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Means_the_same_interpreted(string name)
    {
        var one = Case(name);
        if (ExternSearch.Has(world.Program(one).Program))
            return;
        foreach (var arguments in one.Arguments)
            world.RunInterpreted(one, arguments).ShouldBe(world.RunOriginal(one, arguments), $"on {string.Join(", ", arguments)}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Means_the_same_printed(string name)
    {
        var one = Case(name);
        foreach (var arguments in one.Arguments)
            world.RunPrinted(one, arguments).ShouldBe(world.RunOriginal(one, arguments), $"on {string.Join(", ", arguments)}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Means_the_same_learned(string name)
    {
        var one = Case(name);
        foreach (var arguments in one.Arguments)
            world.RunLearned(one, arguments).ShouldBe(world.RunOriginal(one, arguments), $"on {string.Join(", ", arguments)}");
    }

    [Fact]
    public void Case_names_differ() => ConstructCases.All.Select(static c => c.Name).ShouldBeUnique();

    private static ConstructCase Case(string name) => ConstructCases.All.Single(c => c.Name == name);
}
