using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;

namespace LearnSharp.Ir.Tests.Trees;

public class RewriterTests
{
    [Fact]
    public void What_does_not_change_is_returned_as_it_is()
    {
        // The passes run until nothing changes, and each asks this of every function.
        foreach (var program in Enumerable.Range(0, 100).Select(seed => RandomProgramGenerator.Generate(seed).Program))
        {
            foreach (var function in program.Callees.Append(program.Root))
                new Unchanged().Visit(function).ShouldBeSameAs(function);
        }
    }

    [Fact]
    public void A_changed_statement_is_not_taken_for_the_one_it_was_copied_from()
    {
        var first = new Evaluate(Constant.Of(1.0));
        new Unchanged().Visit((Statement)first)[0].ShouldBeSameAs(first);
        var second = first with { Value = Constant.Of(2.0) };
        new Unchanged().Visit((Statement)second)[0].ShouldBeSameAs(second);
        second.ShouldNotBe(first);
        (second with { Value = Constant.Of(1.0) }).ShouldBe(first);
    }

    private sealed class Unchanged : Rewriter;
}
