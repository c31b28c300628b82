using System;

namespace LearnSharp;

/// <summary>
/// The numbers of all rows as kernels read them: blocks of eight rows, in each block eight numbers of every column, then eight targets and eight weights. The last block is filled up
/// with copies of the last row that have no weight.
/// </summary>
internal sealed class RowColumns
{
    private const int Rows = LaneScratch.Rows;

    private readonly double[] _values;

    private RowColumns(int columns, int rows)
    {
        Columns = columns;
        _values = new double[checked((rows + Rows - 1) / Rows * (columns + 2) * Rows)];
    }

    /// <summary>Number of columns of the input.</summary>
    public int Columns { get; }

    /// <summary>Numbers in a block.</summary>
    public int BlockLength => (Columns + 2) * Rows;

    /// <summary>Where the targets begin in a block.</summary>
    public int Targets => Columns * Rows;

    /// <summary>Where the weights begin in a block.</summary>
    public int Weights => (Columns + 1) * Rows;

    /// <summary>The numbers of a block.</summary>
    /// <param name="block">Which one: the eighth part of its first row.</param>
    public Span<double> this[int block] => _values.AsSpan(block * BlockLength, BlockLength);

    /// <summary>Reads the columns of all rows; null where something is computed of them that throws for one. Such rows run one by one: the program says whether it comes by there.</summary>
    public static RowColumns? TryRead<TProgram, TInput, TWeights, TChoices, TResult>(TInput[] inputs, double[]? weights, RowLoss<TInput, TResult> loss)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var columns = new RowColumns(TProgram.ColumnCount, inputs.Length);
        var row = new double[TProgram.ColumnCount];
        for (var i = 0; i < (inputs.Length + Rows - 1) / Rows * Rows; i++)
        {
            var source = Math.Min(i, inputs.Length - 1);
            try
            {
                TProgram.ReadColumns(in inputs[source], row);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                return null;
            }

            columns.Set(i, row, loss.TargetOf(source), i > source ? 0 : weights is null ? 1 : weights[source]);
        }

        return columns;
    }

    /// <summary>Copies a row into another block.</summary>
    /// <param name="row">The row.</param>
    /// <param name="target">The block.</param>
    /// <param name="place">The place in it.</param>
    public void CopyTo(int row, Span<double> target, int place)
    {
        var source = this[row / Rows][(row % Rows)..];
        for (var i = 0; i < Columns + 2; i++)
            target[(i * Rows) + place] = source[i * Rows];
    }

    private void Set(int row, ReadOnlySpan<double> values, double target, double weight)
    {
        var block = this[row / Rows][(row % Rows)..];
        for (var i = 0; i < values.Length; i++)
            block[i * Rows] = values[i];
        block[Targets] = target;
        block[Weights] = weight;
    }
}
