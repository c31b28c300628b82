using LearnSharp.Generators.Tests.Pipeline;

namespace LearnSharp.Generators.Tests.Emission;

public sealed class ProgramTextTests
{
    [Theory]
    [InlineData(Sources.Pricing)]
    [InlineData(Sources.Filter)]
    public void Generated_code_compiles_without_a_warning(string source)
    {
        var host = GeneratorHost.Open(source);
        foreach (var s in host.Result.GeneratedSources) System.IO.File.WriteAllText("/tmp/gen_" + s.HintName, s.SourceText.ToString());
        host.Problems().ShouldBeEmpty();
    }
}
