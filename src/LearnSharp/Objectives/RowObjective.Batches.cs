using System;
using System.Runtime.Intrinsics;
using LearnSharp.Runtime;

namespace LearnSharp;

/// <content>Mini-batches with the rows several at once: the rows of a batch are gathered into blocks of their own.</content>
internal sealed partial class RowObjective<TProgram, TInput, TWeights, TChoices, TResult>
{
    private double RunBatchInLanes(ReadOnlySpan<int> rows, RowScratch scratch, Span<double> gradient)
    {
        if (Vector512.IsHardwareAccelerated)
            return RunBatch<Lanes512>(rows, scratch, gradient);
        return Vector256.IsHardwareAccelerated ? RunBatch<Lanes256>(rows, scratch, gradient) : RunBatch<Lanes128>(rows, scratch, gradient);
    }

    private double RunBatch<T>(ReadOnlySpan<int> rows, RowScratch scratch, Span<double> gradient)
        where T : struct, ILanes<T>
    {
        var lanes = scratch.Lanes;
        Array.Clear(lanes.Sums);
        Array.Clear(lanes.Compensations);
        Array.Clear(lanes.Gradient);
        gradient.Clear();
        if (lanes.Block.Length == 0)
            lanes.Block = new double[_columns!.BlockLength];
        var block = lanes.Block.AsSpan();
        var weights = block.Slice(_columns!.Weights, LaneScratch.Rows);
        var sum = default(CompensatedSum);
        var total = 0.0;
        for (var first = 0; first < rows.Length && Failure is null; first += LaneScratch.Rows)
        {
            var count = Math.Min(LaneScratch.Rows, rows.Length - first);
            for (var place = 0; place < LaneScratch.Rows; place++)
                _columns.CopyTo(rows[first + Math.Min(place, count - 1)], block, place);
            weights[count..].Clear();
            foreach (var weight in weights)
                total += weight;
            if (GradientOfBlock<T>(block, 0, rows.Slice(first, count), scratch))
                continue;
            for (var place = 0; place < count && Failure is null; place++)
            {
                if (weights[place] != 0 && BitConverter.DoubleToInt64Bits(lanes.Good[place]) == 0)
                    sum.Add(GradientAlone(rows[first + place], scratch, gradient));
            }
        }

        for (var place = 0; place < LaneScratch.Rows; place++)
        {
            sum.Add(lanes.Sums[place]);
            sum.Add(lanes.Compensations[place]);
        }

        AddUp(lanes.Gradient, gradient);
        foreach (ref var derivative in gradient)
            derivative /= total;
        return sum.Value / total;
    }

    private double GradientAlone(int row, RowScratch scratch, Span<double> gradient)
    {
        try
        {
            return AddGradient(row, scratch, gradient);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Failure = new RowFailure(row, exception, double.NaN);
            return double.NaN;
        }
    }
}
