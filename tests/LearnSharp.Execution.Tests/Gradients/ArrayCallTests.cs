using Xunit;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Methods of arrays and spans on values that carry derivatives: gradients against dual numbers and differences.</summary>
public sealed class ArrayCallTests
{
    private static double[] Numbers => [0.3, 1.1, -0.4, 2.0];

    [Fact]
    public void Fill_and_clear()
    {
        GradientCheck.Agrees<Methods.FilledAndClearedProgram, Methods.FilledAndClearedProgram.Input, Methods.FilledAndClearedProgram.Weights, Methods.FilledAndClearedProgram.Choices>(new(1.3), 1.3);
    }

    [Fact]
    public void Copy_and_clone()
    {
        GradientCheck.Agrees<Methods.CopiedAndClonedProgram, Methods.CopiedAndClonedProgram.Input, Methods.CopiedAndClonedProgram.Weights, Methods.CopiedAndClonedProgram.Choices>(new(Numbers), (object)Numbers);
    }

    [Fact]
    public void Reverse()
    {
        GradientCheck.Agrees<Methods.ReversedProgram, Methods.ReversedProgram.Input, Methods.ReversedProgram.Weights, Methods.ReversedProgram.Choices>(new(Numbers), (object)Numbers);
    }

    [Fact]
    public void Ranges_of_arrays()
    {
        GradientCheck.Agrees<Methods.RangesProgram, Methods.RangesProgram.Input, Methods.RangesProgram.Weights, Methods.RangesProgram.Choices>(new(Numbers), (object)Numbers);
    }

    [Fact]
    public void Rows_moved_whole()
    {
        GradientCheck.Agrees<Methods.RowsMovedWholeProgram, Methods.RowsMovedWholeProgram.Input, Methods.RowsMovedWholeProgram.Weights, Methods.RowsMovedWholeProgram.Choices>(new(1.3), 1.3);
    }

    [Fact]
    public void Sorting()
    {
        double[] xs = [0.3, 1.1, -0.4, 2.0, 0.8, 0.5, -1.2];
        GradientCheck.Agrees<Methods.SortedProgram, Methods.SortedProgram.Input, Methods.SortedProgram.Weights, Methods.SortedProgram.Choices>(new(xs), (object)xs);
    }
}
