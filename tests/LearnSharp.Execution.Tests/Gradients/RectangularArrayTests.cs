using System;
using System.Linq;
using Xunit;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Arrays of several dimensions: gradients against dual numbers and differences, buffers of the same shape, and the exceptions of the method itself.</summary>
public sealed class RectangularArrayTests
{
    private static readonly double[] Flat = [0.3, 1.1, -0.4, 2.0, 0.8, 0.5, -1.2, 0.9, 1.4, 0.1, 0.6, -0.7];

    [Fact]
    public void Tables_that_are_read()
    {
        GradientCheck.Agrees<Methods.TableReadProgram, Methods.TableReadProgram.Input, Methods.TableReadProgram.Weights, Methods.TableReadProgram.Choices>(
            new(Table()), Flat, 3, 4);
    }

    [Fact]
    public void Tables_that_are_made()
    {
        double[] xs = [0.3, 1.1, -0.4];
        GradientCheck.Agrees<Methods.TableOfDistancesProgram, Methods.TableOfDistancesProgram.Input, Methods.TableOfDistancesProgram.Weights, Methods.TableOfDistancesProgram.Choices>(
            new(xs, 4), xs, 4);
    }

    [Fact]
    public void Tables_that_calls_take_write_and_return()
    {
        GradientCheck.Agrees<Methods.TablesThroughCallsProgram, Methods.TablesThroughCallsProgram.Input, Methods.TablesThroughCallsProgram.Weights, Methods.TablesThroughCallsProgram.Choices>(
            new(Table()), Flat, 3, 4);
    }

    [Fact]
    public void Tables_that_change_places()
    {
        GradientCheck.Agrees<Methods.TablesSwappedInALoopProgram, Methods.TablesSwappedInALoopProgram.Input, Methods.TablesSwappedInALoopProgram.Weights, Methods.TablesSwappedInALoopProgram.Choices>(
            new(Table(), 5), Flat, 5, 3, 4);
    }

    [Fact]
    public void Static_tables()
    {
        var value = Methods.TableOfConstantsProgram.Gradient(1.5, out var derivative);
        value.ShouldBe(Methods.TableOfConstants(1.5));
        derivative.ShouldBe(0.25 - 2 * 1.5 + 0.75 * 1.5 * 1.5, 1e-12);
    }

    [Fact]
    public void Tables_written_in_place()
    {
        var table = Table();
        GradientCheck.Agrees<Methods.TableWrittenInPlaceProgram, Methods.TableWrittenInPlaceProgram.Input, Methods.TableWrittenInPlaceProgram.Weights, Methods.TableWrittenInPlaceProgram.Choices>(
            new(table), Flat, 3, 4);
        table.ShouldBe(Table(), "a row of data is never changed");
    }

    [Fact]
    public void Three_dimensions()
    {
        GradientCheck.Agrees<Methods.ThreeDimensionsProgram, Methods.ThreeDimensionsProgram.Input, Methods.ThreeDimensionsProgram.Weights, Methods.ThreeDimensionsProgram.Choices>(new(1.3), 1.3);
    }

    [Fact]
    public void Derivatives_by_elements_are_added_to_a_buffer_of_the_same_shape()
    {
        var buffer = new double[3, 4];
        buffer[2, 1] = 10;
        Methods.TablesThroughCallsProgram.Gradient(Table(), 0.7, 0.3, buffer, out _, out _);
        buffer[2, 1] -= 10;
        AgreesWithDifferences(table => Methods.TablesThroughCalls(table), buffer);
    }

    [Fact]
    public void Derivatives_by_elements_that_are_overwritten_are_those_of_what_was_handed_in()
    {
        var (table, expected, buffer) = (Table(), Table(), new double[3, 4]);
        var value = Methods.TableWrittenInPlaceProgram.Gradient(table, 0.7, buffer, out _);
        value.ShouldBe(Methods.TableWrittenInPlace(expected));
        table.ShouldBe(expected, "the gradient leaves in the array what the method leaves there");
        AgreesWithDifferences(copy => Methods.TableWrittenInPlace(copy), buffer);
    }

    [Fact]
    public void Buffers_of_another_shape_are_refused_before_anything_is_written()
    {
        Should.Throw<ArgumentException>(() => Methods.TableReadProgram.Gradient(Table(), 0.7, 0.3, new double[4, 3], out _, out _)).Message.ShouldContain("dXs has 4 × 3 elements, but xs has 3 × 4");
        var table = Table();
        Should.Throw<ArgumentException>(() => Methods.TableReadProgram.Gradient(table, 0.7, 0.3, table, out _, out _)).Message.ShouldContain("overlaps");
        Should.Throw<ArgumentNullException>(() => Methods.TableReadProgram.Gradient(null!, 0.7, 0.3, table, out _, out _));
    }

    [Fact]
    public void Indexes_outside_a_dimension_throw_and_write_nothing()
    {
        var buffer = new double[1, 9];
        Should.Throw<IndexOutOfRangeException>(() => Methods.TableWrittenInPlace(new double[2, 1]));
        Should.Throw<IndexOutOfRangeException>(() => Methods.TableWrittenInPlaceProgram.Gradient(new double[2, 1], 0.7, new double[2, 1], out _));
        Should.Throw<IndexOutOfRangeException>(() => Methods.TableWrittenInPlaceProgram.Gradient(new double[1, 9], 0.7, buffer, out _));
        buffer.Cast<double>().ShouldAllBe(static d => d == 0);
    }

    [Fact]
    public void The_learned_face_takes_the_array_itself()
    {
        Methods.TablesThroughCallsLearned(Table()).ShouldBe(Methods.TablesThroughCalls(Table()));
        var (table, expected) = (Table(), Table());
        Methods.TableWrittenInPlaceLearned(table).ShouldBe(Methods.TableWrittenInPlace(expected));
        table.ShouldBe(expected);
    }

    private static double[,] Table()
    {
        var table = new double[3, 4];
        Buffer.BlockCopy(Flat, 0, table, 0, Buffer.ByteLength(table));
        return table;
    }

    private static void AgreesWithDifferences(Func<double[,], double> function, double[,] derivative)
    {
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                const double Step = 1e-5;
                var (up, down) = (Table(), Table());
                up[i, j] += Step;
                down[i, j] -= Step;
                derivative[i, j].ShouldBe((function(up) - function(down)) / (2 * Step), 1e-7, $"[{i}, {j}]");
            }
        }
    }
}
