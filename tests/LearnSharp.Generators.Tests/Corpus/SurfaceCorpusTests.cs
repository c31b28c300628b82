namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Random methods with an array as their result, whose Jacobians, pullbacks and pushforwards are held against one another.</summary>
public sealed class SurfaceCorpusTests
{
    [Fact]
    public void Random_methods_have_the_same_derivatives_whatever_member_gives_them() => CorpusTests.Check(CorpusTests.Setting("LEARNSHARP_CORPUS", 100) / 2, MethodWriter.WriteVector, SurfaceCheck.Find);
}
