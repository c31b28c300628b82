using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>
/// Random methods, each compiled with the generator and held against four oracles. <c>LEARNSHARP_CORPUS</c> sets their number and <c>LEARNSHARP_CORPUS_SEED</c> the first
/// seed: a long run is <c>LEARNSHARP_CORPUS=5000</c>.
/// </summary>
public sealed class CorpusTests
{
    private const int BatchSize = 50;

    [Fact]
    public void Random_methods_are_themselves_with_their_derivatives() => Check(Setting("LEARNSHARP_CORPUS", 200), static seed => MethodWriter.Write(seed));

    // No records fit a byte: whatever loop can run with checkpoints does.
    [Fact]
    public void Random_methods_have_the_same_derivatives_where_nothing_may_be_recorded() => Check(Setting("LEARNSHARP_CORPUS", 100) / 2, static seed => MethodWriter.Write(seed).Limited());

    [Fact]
    public void Random_methods_have_second_derivatives() => Check(Setting("LEARNSHARP_CORPUS", 100) / 2, static seed => MethodWriter.Write(seed, isNumber: true).Twice(), SecondOrderCheck.Find);

    private static void Check(int count, Func<int, CorpusMethod> write) => Check(count, write, static (code, arguments) => CorpusCheck.Find(code, arguments));

    internal static void Check(int count, Func<int, CorpusMethod> write, Func<Type, object?[], string?> find)
    {
        var first = Setting("LEARNSHARP_CORPUS_SEED", 1);
        for (var start = first; start < first + count; start += BatchSize)
        {
            var methods = Enumerable.Range(start, Math.Min(BatchSize, first + count - start)).Select(write).ToList();
            var batch = new CorpusBatch(methods);
            var isCompiled = batch.Code(0) is not null;
            (isCompiled || Enumerable.Range(0, methods.Count).Any(i => batch.Said(i).Count > 0)).ShouldBeTrue("what does not compile is said of a method");
            for (var i = 0; i < methods.Count; i++)
            {
                // Where one method does not compile none of its batch runs: the others say nothing of themselves.
                if (!isCompiled && batch.Said(i).Count == 0 || Problem(methods[i], batch, i, find) is null)
                    continue;
                var small = Shrinker.Shrink(methods[i], method => Problem(method, new CorpusBatch([method]), 0, find) is { } problem && !problem.Contains("error CS", StringComparison.Ordinal));
                Assert.Fail($"{small.Name}: {Problem(small, new CorpusBatch([small]), 0, find)}\n{small.Members}");
            }
        }
    }

    [Fact]
    public void The_check_sees_a_method_that_is_not_its_program()
    {
        var batch = new CorpusBatch([CorpusMethod.Of("right", "[Learnable] public static double M(double x, [Weight] double a = 0.7) => x * a;")]);
        batch.Said(0).ShouldBeEmpty();
        CorpusCheck.Find(batch.Code(0)!, [1.5, 0.7]).ShouldBeNull();
        CorpusCheck.Against(batch.Code(0)!, typeof(Wrong), [1.5, 0.7]).ShouldNotBeNull();
    }

    [Fact]
    public void A_failing_method_is_shrunk_to_the_lines_that_fail()
    {
        var method = MethodWriter.Write(7);
        method = method with { Members = method.Members.Replace("\nreturn ", "\nx += 0.125;\nreturn ", StringComparison.Ordinal) };
        var small = Shrinker.Shrink(method, static one => one.Members.Contains("x += 0.125;", StringComparison.Ordinal));
        small.Members.Split('\n').Length.ShouldBeLessThan(8);
    }

    private static string? Problem(CorpusMethod method, CorpusBatch batch, int index, Func<Type, object?[], string?> find)
    {
        if (batch.Said(index).Count > 0)
            return string.Join("\n", batch.Said(index).Take(3));
        if (batch.Code(index) is not { } code)
            return "another method of the batch does not compile: error CS";
        foreach (var arguments in method.Arguments)
        {
            if (find(code, arguments) is { } problem)
                return $"{problem}, on {string.Join(", ", arguments.Select(static a => a is Array array ? $"[{string.Join(" ", array.Cast<object>())}]" : System.Convert.ToString(a, CultureInfo.InvariantCulture)))}";
        }

        return null;
    }

    internal static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : fallback;

    /// <summary>What <c>x * a</c> is not.</summary>
    public static class Wrong
    {
        public static double M(double x, double a) => x * a * a;
    }
}
