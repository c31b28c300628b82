using static LearnSharp.Execution.Tests.Gradients.Methods;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Queries, compiled with the generator; their gradients against dual numbers and differences.</summary>
public sealed class LinqTests
{
    private static readonly double[] Xs = [0.3, 1.1, -0.4, 2.0, 0.8, -1.5];
    private static readonly double[] Ys = [0.5, 0.2, 0.9];

    [Fact]
    public void Select_where_sum_zip_and_ranges()
    {
        GradientCheck.Agrees<LinqPipelineProgram, LinqPipelineProgram.Input, LinqPipelineProgram.Weights, LinqPipelineProgram.Choices>(new(Xs, Ys), Xs, Ys);
    }

    [Fact]
    public void Min_max_and_min_by()
    {
        GradientCheck.Agrees<LinqExtremesProgram, LinqExtremesProgram.Input, LinqExtremesProgram.Weights, LinqExtremesProgram.Choices>(new(Xs), (object)Xs);
    }

    [Fact]
    public void Order_by_active_keys()
    {
        GradientCheck.Agrees<LinqOrderProgram, LinqOrderProgram.Input, LinqOrderProgram.Weights, LinqOrderProgram.Choices>(new(Xs), (object)Xs);
    }

    [Fact]
    public void Aggregate()
    {
        GradientCheck.Agrees<LinqFoldsProgram, LinqFoldsProgram.Input, LinqFoldsProgram.Weights, LinqFoldsProgram.Choices>(new(Xs), (object)Xs);
    }

    [Fact]
    public void First_last_any_all_count_and_deferred_execution()
    {
        GradientCheck.Agrees<LinqSearchesProgram, LinqSearchesProgram.Input, LinqSearchesProgram.Weights, LinqSearchesProgram.Choices>(new(Xs), (object)Xs);
    }

    [Fact]
    public void To_array_reverse_concat_and_query_syntax()
    {
        GradientCheck.Agrees<LinqArraysProgram, LinqArraysProgram.Input, LinqArraysProgram.Weights, LinqArraysProgram.Choices>(new(Xs), (object)Xs);
    }
}
