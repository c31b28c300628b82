using System;
using System.Linq;
using LearnSharp.Generators.Tests.Corpus;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Every construct that has a number to differentiate, differentiated twice: compiled, and held against differences of its own gradient (see <see cref="SecondOrderCheck"/>).</summary>
public sealed class ConstructSecondOrderTests(ConstructSecondOrderTests.World world) : IClassFixture<ConstructSecondOrderTests.World>
{
    public static TheoryData<string> Names => new(ConstructGradientTests.Differentiable.Where(IsDouble).Select(static one => one.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_second_derivatives(string name)
    {
        var index = ConstructGradientTests.Differentiable.Where(IsDouble).Select(static one => one.Name).ToList().IndexOf(name);
        world.Batch.Said(index).ShouldBeEmpty();
        foreach (var arguments in ConstructGradientTests.Differentiable.Where(IsDouble).ElementAt(index).Arguments)
            SecondOrderCheck.Find(world.Batch.Code(index)!, ConstructGradientTests.Complete(world.Batch.Code(index)!, arguments)).ShouldBeNull($"on {string.Join(", ", arguments)}");
    }

    // Functions whose derivatives are written by hand, those of the runtime among them, have no second ones.
    private static bool IsDouble(ConstructCase one) => !one.Source.Contains("float", StringComparison.Ordinal) && !one.Source.Contains("[Learnable(", StringComparison.Ordinal)
        && one.Name is not ("functions with derivatives of their own" or "inverse functions in half turns" or "neighbours and chosen numbers");

    /// <summary>All cases, compiled together.</summary>
    public sealed class World
    {
        internal CorpusBatch Batch { get; } = new([.. ConstructGradientTests.Differentiable.Where(IsDouble).Select(static one => ConstructGradientTests.Learnable(one).Twice())]);
    }
}
