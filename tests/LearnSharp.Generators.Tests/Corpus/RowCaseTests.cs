using System;
using System.Linq;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>The named cases of methods whose rows part, their printed kernels compiled and run.</summary>
public sealed class RowCaseTests
{
    private static readonly CorpusMethod[] s_methods = [.. RowCases.All.Select(static method => method.Arguments.Count > 0 ? method : method with { Arguments = MethodWriter.RowsOf(method.Name.Length) })];
    private static readonly Lazy<CorpusBatch> s_batch = new(static () => new CorpusBatch(s_methods));
    private static readonly Lazy<RowTwins> s_twins = new(static () => new RowTwins(s_methods));

    public static TheoryData<string> Names => [.. s_methods.Select(static method => method.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_row_computes_what_it_computes_alone(string name)
    {
        var index = Array.FindIndex(s_methods, method => method.Name == name);
        s_batch.Value.Said(index).ShouldBeEmpty();
        var code = s_batch.Value.Code(index)!;
        RowKernelCheck.HasKernels(code).ShouldBeTrue("its rows run several at once");

        RowKernelCheck.Find(code, s_twins.Value[index], s_methods[index].Arguments).ShouldBeNull();
    }

    [Fact]
    public void The_check_sees_rows_that_are_not_those_of_the_method()
    {
        CorpusMethod[] methods =
        [
            CorpusMethod.Of("right", "[Learnable] public static double M(double x, [Weight] double a = 0.7) => x > 0 ? x * a : a;"),
            CorpusMethod.Of("other value", "[Learnable] public static double M(double x, [Weight] double a = 0.7) => x > 1 ? x * a : a;"),
            CorpusMethod.Of("other exceptions", "[Learnable] public static double M(double x, [Weight] double a = 0.7) => x > 0 ? x * a : throw new ArgumentException();"),
        ];
        var code = new CorpusBatch(methods).Code(0)!;
        var twins = new RowTwins(methods);
        object?[][] rows = [[2.0], [0.5], [-1.0]];

        RowKernelCheck.Find(code, twins[0], rows).ShouldBeNull();
        RowKernelCheck.Find(code, twins[1], rows).ShouldNotBeNull();
        RowKernelCheck.Find(code, twins[2], rows).ShouldNotBeNull();
    }
}
