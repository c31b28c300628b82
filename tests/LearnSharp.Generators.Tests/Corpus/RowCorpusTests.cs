using System;
using System.Linq;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Random methods whose rows run several at once: the kernels that are printed for them, compiled and run. <c>LEARNSHARP_CORPUS</c> and <c>LEARNSHARP_CORPUS_SEED</c> as in <see cref="CorpusTests"/>.</summary>
public sealed class RowCorpusTests
{
    private const int BatchSize = 50;

    [Fact]
    public void Random_methods_compute_in_step_what_they_compute_row_by_row()
    {
        var (first, count, inStep) = (CorpusTests.Setting("LEARNSHARP_CORPUS_SEED", 1), CorpusTests.Setting("LEARNSHARP_CORPUS", 50), 0);
        for (var start = first; start < first + count; start += BatchSize)
        {
            var methods = Enumerable.Range(start, Math.Min(BatchSize, first + count - start)).Select(MethodWriter.WriteInStep).ToList();
            var batch = new CorpusBatch(methods);
            var twins = new RowTwins(methods);
            for (var i = 0; i < methods.Count; i++)
            {
                // Where one method does not compile none of its batch runs: the others say nothing of themselves.
                if (batch.Code(i) is null && batch.Said(i).Count == 0)
                    continue;
                if (Problem(methods[i], batch, twins, i) is not null)
                {
                    var small = Shrinker.Shrink(methods[i], static method => Alone(method) is { } problem && !problem.Contains("error CS", StringComparison.Ordinal));
                    Assert.Fail($"{small.Name}: {Alone(small)}\n{small.Members}");
                }

                inStep += RowKernelCheck.HasKernels(batch.Code(i)!) ? 1 : 0;
            }
        }

        inStep.ShouldBeGreaterThan(count / 2, "most of these methods are such that rows can run in step");
    }

    private static string? Alone(CorpusMethod method)
    {
        var batch = new CorpusBatch([method]);
        return batch.Said(0).Count > 0 ? string.Join("\n", batch.Said(0).Take(3)) : Problem(method, batch, new RowTwins([method]), 0);
    }

    private static string? Problem(CorpusMethod method, CorpusBatch batch, RowTwins twins, int index)
    {
        if (batch.Said(index).Count > 0)
            return string.Join("\n", batch.Said(index).Take(3));
        return batch.Code(index) is { } code ? RowKernelCheck.Find(code, twins[index], method.Arguments) : "another method of the batch does not compile: error CS";
    }
}
