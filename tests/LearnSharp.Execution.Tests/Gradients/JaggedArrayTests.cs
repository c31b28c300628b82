using System;
using Xunit;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Arrays of arrays: gradients against dual numbers and differences, and the buffers that derivatives by their elements are added to.</summary>
public sealed class JaggedArrayTests
{
    [Fact]
    public void Rows_that_are_read()
    {
        GradientCheck.Agrees<Methods.RowsReadProgram, Methods.RowsReadProgram.Input, Methods.RowsReadProgram.Weights, Methods.RowsReadProgram.Choices>(
            new(Ragged()), (object)Ragged());
    }

    [Fact]
    public void Rows_made_in_a_loop()
    {
        GradientCheck.Agrees<Methods.RowsMadeProgram, Methods.RowsMadeProgram.Input, Methods.RowsMadeProgram.Weights, Methods.RowsMadeProgram.Choices>(
            new([0.3, 1.1, -0.4, 2.0]), (object)new[] { 0.3, 1.1, -0.4, 2.0 });
    }

    [Fact]
    public void Rows_with_several_names_that_are_swapped()
    {
        GradientCheck.Agrees<Methods.RowsSharedProgram, Methods.RowsSharedProgram.Input, Methods.RowsSharedProgram.Weights, Methods.RowsSharedProgram.Choices>(new(1.3), 1.3);
    }

    [Fact]
    public void Rows_replaced_in_a_loop()
    {
        GradientCheck.Agrees<Methods.RowsReplacedInALoopProgram, Methods.RowsReplacedInALoopProgram.Input, Methods.RowsReplacedInALoopProgram.Weights, Methods.RowsReplacedInALoopProgram.Choices>(
            new([0.3, 1.1, 3.4, 2.0, -0.5]), (object)new[] { 0.3, 1.1, 3.4, 2.0, -0.5 });
    }

    [Fact]
    public void Rows_that_calls_make_write_and_return()
    {
        GradientCheck.Agrees<Methods.RowsThroughCallsProgram, Methods.RowsThroughCallsProgram.Input, Methods.RowsThroughCallsProgram.Weights, Methods.RowsThroughCallsProgram.Choices>(
            new(Ragged()), (object)Ragged());
    }

    [Fact]
    public void Rows_written_in_place()
    {
        var rows = Ragged();
        GradientCheck.Agrees<Methods.RowsWrittenInPlaceProgram, Methods.RowsWrittenInPlaceProgram.Input, Methods.RowsWrittenInPlaceProgram.Weights, Methods.RowsWrittenInPlaceProgram.Choices>(
            new(rows), (object)Ragged());
        rows.ShouldBe(Ragged(), "a row of data is never changed");
    }

    [Fact]
    public void Three_levels()
    {
        GradientCheck.Agrees<Methods.CubeProgram, Methods.CubeProgram.Input, Methods.CubeProgram.Weights, Methods.CubeProgram.Choices>(new(1.3), 1.3);
    }

    [Fact]
    public void Derivatives_by_elements_are_added_to_a_buffer_of_the_same_shape()
    {
        var buffer = Zeros();
        buffer[2][1] = 10;
        Methods.RowsReadProgram.Gradient(Ragged(), 0.7, 0.3, buffer, out _, out _);
        buffer[2][1] -= 10;
        AgreesWithDifferences(rows => Methods.RowsRead(rows), buffer);
    }

    [Fact]
    public void Derivatives_by_elements_that_are_overwritten_are_those_of_what_was_handed_in()
    {
        var (rows, expected, buffer) = (Ragged(), Ragged(), Zeros());
        var value = Methods.RowsWrittenInPlaceProgram.Gradient(rows, 0.7, buffer, out _);
        value.ShouldBe(Methods.RowsWrittenInPlace(expected));
        rows.ShouldBe(expected, "the gradient leaves in the array what the method leaves there");
        AgreesWithDifferences(copy => Methods.RowsWrittenInPlace(copy), buffer);
    }

    [Fact]
    public void Buffers_of_another_shape_are_refused_before_anything_is_written()
    {
        var buffer = Zeros();
        buffer[1] = new double[5];
        Should.Throw<ArgumentException>(() => Methods.RowsReadProgram.Gradient(Ragged(), 0.7, 0.3, buffer, out _, out _)).Message.ShouldContain("dXs[1] has 5 elements, but xs[1] has 1");
        buffer[0].ShouldBe(new double[2]);
        Should.Throw<ArgumentException>(() => Methods.RowsReadProgram.Gradient(Ragged(), 0.7, 0.3, new double[2][], out _, out _));
    }

    [Fact]
    public void Rows_handed_in_twice_are_refused_where_they_are_written()
    {
        var rows = Ragged();
        rows[2] = rows[0];
        var buffer = new[] { new double[2], new double[1], new double[2] };
        Should.Throw<ArgumentException>(() => Methods.RowsWrittenInPlaceProgram.Gradient(rows, 0.7, buffer, out _)).Message.ShouldContain("holds one row twice");
        Methods.RowsReadProgram.Gradient(rows, 0.7, 0.3, buffer, out _, out _);
        Should.Throw<ArgumentException>(() => Methods.RowsReadProgram.Gradient(rows, 0.7, 0.3, [rows[0], new double[1], new double[2]], out _, out _)).Message.ShouldContain("overlaps");
    }

    private static double[][] Ragged() => [[0.3, 1.1], [-0.4], [2.0, 0.8, 0.5]];

    private static double[][] Zeros() => [new double[2], new double[1], new double[3]];

    private static void AgreesWithDifferences(Func<double[][], double> function, double[][] derivative)
    {
        for (var i = 0; i < derivative.Length; i++)
        {
            for (var j = 0; j < derivative[i].Length; j++)
            {
                const double Step = 1e-5;
                var (up, down) = (Ragged(), Ragged());
                up[i][j] += Step;
                down[i][j] -= Step;
                derivative[i][j].ShouldBe((function(up) - function(down)) / (2 * Step), 1e-7, $"[{i}][{j}]");
            }
        }
    }
}
