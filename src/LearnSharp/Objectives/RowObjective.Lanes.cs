using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LearnSharp.Runtime;

namespace LearnSharp;

/// <content>
/// Rows several at once. A chunk is a sequence of blocks of eight rows, on every machine: each of the eight places adds up its own rows, and the eight sums are added in a tree at the end of the
/// chunk. How many of the eight one register holds changes nothing.
/// </content>
internal sealed partial class RowObjective<TProgram, TInput, TWeights, TChoices, TResult>
{
    // Below this the kernels take longer to compile than they save.
    private const int FewestRows = 32;

    private readonly double[] _flatWeights = new double[TProgram.Info.Weights.Count];
    private RowColumns? _columns;
    private LaneLoss? _formula;
    private bool _hasColumns = true;
    private bool _useLanes;

    /// <summary>Whether passes that need not be exact run several rows at once. A loss of steps may judge the last digit, and sees the exact program alone.</summary>
    private bool HasLanes => _hasColumns && IsSingle && TProgram.ColumnCount >= 0 && _inputs.Length >= FewestRows && _loss.HasGradient;

    private void PrepareLanes()
    {
        _useLanes = !IsExact && HasLanes;
        if (!_useLanes)
            return;
        _columns ??= RowColumns.TryRead<TProgram, TInput, TWeights, TChoices, TResult>(_inputs, _rowWeights, _loss);
        if (_columns is null)
        {
            (_useLanes, _hasColumns) = (false, false);
            return;
        }

        _formula = _loss.ForLanes;

        // As the program sees them: a float weight is rounded.
        TProgram.Flatten(in _weights, _flatWeights);
    }

    private void RunChunkInLanes(int chunk, RowScratch scratch)
    {
        if (Vector512.IsHardwareAccelerated)
            RunChunk<Lanes512>(chunk, scratch);
        else if (Vector256.IsHardwareAccelerated)
            RunChunk<Lanes256>(chunk, scratch);
        else
            RunChunk<Lanes128>(chunk, scratch);
    }

    private void RunChunk<T>(int chunk, RowScratch scratch)
        where T : struct, ILanes<T>
    {
        var lanes = scratch.Lanes;
        Array.Clear(lanes.Sums);
        Array.Clear(lanes.Compensations);
        if (_pass == RowPass.Gradient)
            Array.Clear(lanes.Gradient);
        var end = _layout.End(chunk);
        for (var row = _layout.First(chunk); row < end && _failures[chunk] is null; row += LaneScratch.Rows)
        {
            var block = _columns![row / LaneScratch.Rows];
            if (RunBlock<T>(block, row, scratch))
                continue;
            for (var place = 0; place < LaneScratch.Rows && row + place < end && _failures[chunk] is null; place++)
            {
                // What is wrong with a row the program itself says.
                if (block[_columns.Weights + place] != 0 && BitConverter.DoubleToInt64Bits(lanes.Good[place]) == 0)
                    RunRowAlone(chunk, row + place, scratch);
            }
        }

        for (var place = 0; place < LaneScratch.Rows; place++)
        {
            _sums[chunk].Add(lanes.Sums[place]);
            _sums[chunk].Add(lanes.Compensations[place]);
        }

        if (_pass == RowPass.Gradient)
            AddUp(lanes.Gradient, _gradients.AsSpan(chunk * _weightCount, _weightCount));
        if (_failures[chunk] is null)
            MendDerivatives(chunk, scratch);
    }

    /// <summary>
    /// Runs those rows alone whose derivatives are no numbers. In lanes an infinite partial derivative is multiplied by the zero adjoint of what was not chosen (<c>Math.Min(1, a / x)</c> where x is 0);
    /// the program of one row may step over it. Whether it does depends on the row alone: sums stay the same for any number of lanes and threads.
    /// </summary>
    private void MendDerivatives(int chunk, RowScratch scratch)
    {
        if (_pass == RowPass.Gradient && !AreFinite(_gradients.AsSpan(chunk * _weightCount, _weightCount)))
        {
            _sums[chunk] = default;
            _gradients.AsSpan(chunk * _weightCount, _weightCount).Clear();
            RunRowsAlone(chunk, scratch);
        }

        if (_pass != RowPass.Jacobian)
            return;
        for (var row = _layout.First(chunk); row < _layout.End(chunk) && _failures[chunk] is null; row++)
        {
            var derivatives = _jacobian.AsSpan(row * _weightCount, _weightCount);
            if (AreFinite(derivatives))
                continue;
            derivatives.Clear();
            RunRowAlone(chunk, row, scratch);
        }
    }

    /// <summary>Runs a block; returns whether all of its rows have a loss. <see cref="LaneScratch.Good"/> says which have.</summary>
    private bool RunBlock<T>(Span<double> block, int row, RowScratch scratch)
        where T : struct, ILanes<T>
    {
        switch (_pass)
        {
            case RowPass.Loss:
                return LossOfBlock<T>(block, row, scratch);
            case RowPass.Gradient:
                return GradientOfBlock<T>(block, row, [], scratch);
            case RowPass.Residuals:
                return ResidualsOfBlock<T>(block, row, scratch.Lanes, withJacobian: false);
            default:
                return ResidualsOfBlock<T>(block, row, scratch.Lanes, withJacobian: true);
        }
    }

    private RowBlock<T> Rows<T>(Span<double> block, LaneScratch lanes, int place)
        where T : struct, ILanes<T> => new(ref block[place], ref MemoryMarshal.GetArrayDataReference(_flatWeights), ref lanes.Results[place]);

    /// <summary>Mask of the rows that count and have a loss, kept in <see cref="LaneScratch.Good"/>; <paramref name="all"/> is cleared where one that counts has none.</summary>
    private static T Good<T>(T loss, T weight, LaneScratch lanes, int place, ref bool all)
        where T : struct, ILanes<T>
    {
        var failed = T.Load(ref lanes.Results[LaneScratch.Rows + place]);
        var isNumber = T.Less(T.Abs(loss), T.Of(double.PositiveInfinity)) & ~failed;
        var counts = ~T.Equal(weight, default);
        var good = isNumber & counts;
        good.Store(ref lanes.Good[place]);
        all &= T.All(isNumber | ~counts);
        return good;
    }

    /// <summary>Judges the rows of a block one by one, by a loss that has no form for lanes. A loss that throws is not a number here; the row, run alone, says why.</summary>
    /// <param name="block">The block.</param>
    /// <param name="first">Its first row.</param>
    /// <param name="rows">Its rows where they do not follow on the first.</param>
    /// <param name="scratch">Receives losses, and derivatives where they are asked for.</param>
    /// <param name="withSlopes">Whether they are.</param>
    private void Judge(ReadOnlySpan<double> block, int first, ReadOnlySpan<int> rows, RowScratch scratch, bool withSlopes)
    {
        var lanes = scratch.Lanes;
        for (var place = 0; place < LaneScratch.Rows; place++)
        {
            (lanes.Losses[place], lanes.Slopes[place]) = (double.NaN, 0);
            if (block[_columns!.Weights + place] == 0 || BitConverter.DoubleToInt64Bits(lanes.Results[LaneScratch.Rows + place]) != 0)
                continue;
            var row = rows.IsEmpty ? first + place : rows[place];
            var value = lanes.Results[place];
            var result = typeof(TResult) == typeof(float) ? (TResult)(object)(float)value : (TResult)(object)value;
            try
            {
                var seed = scratch.Seed(1);
                lanes.Losses[place] = withSlopes
                    ? _loss.Gradient(in _inputs[row], in result, row, scratch, seed)
                    : _loss.Value(in _inputs[row], in result, row, scratch);
                lanes.Slopes[place] = seed[0];
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                lanes.Losses[place] = double.NaN;
            }
        }
    }

    private bool LossOfBlock<T>(Span<double> block, int row, RowScratch scratch)
        where T : struct, ILanes<T>
    {
        var lanes = scratch.Lanes;
        for (var place = 0; place < LaneScratch.Rows; place += T.Count)
            TProgram.RunRows(Rows<T>(block, lanes, place), in _choices);
        if (_formula is null)
            Judge(block, row, [], scratch, withSlopes: false);
        var all = true;
        for (var place = 0; place < LaneScratch.Rows; place += T.Count)
        {
            var loss = _formula is { } formula
                ? formula.Value(T.Load(ref lanes.Results[place]), T.Load(ref block[_columns!.Targets + place]))
                : T.Load(ref lanes.Losses[place]);
            AddLoss(loss, T.Load(ref block[_columns!.Weights + place]), lanes, place, ref all);
        }

        return all;
    }

    private bool GradientOfBlock<T>(Span<double> block, int first, ReadOnlySpan<int> rows, RowScratch scratch)
        where T : struct, ILanes<T>
    {
        var lanes = scratch.Lanes;
        for (var place = 0; place < LaneScratch.Rows; place += T.Count)
            TProgram.PullbackRows(Rows<T>(block, lanes, place), in _choices);
        if (_formula is null)
            Judge(block, first, rows, scratch, withSlopes: true);
        var all = true;
        for (var place = 0; place < LaneScratch.Rows; place += T.Count)
        {
            T loss, slope;
            if (_formula is { } formula)
                loss = formula.Gradient(T.Load(ref lanes.Results[place]), T.Load(ref block[_columns!.Targets + place]), out slope);
            else
                (loss, slope) = (T.Load(ref lanes.Losses[place]), T.Load(ref lanes.Slopes[place]));
            var weight = T.Load(ref block[_columns!.Weights + place]);
            var good = AddLoss(loss, weight, lanes, place, ref all);
            var factor = T.Select(good, weight * slope, default);
            ref var from = ref lanes.Results[LaneScratch.FirstDerivative + place];
            ref var to = ref MemoryMarshal.GetReference(lanes.Gradient.AsSpan(place));
            if (T.All(good))
            {
                for (var j = 0; j < lanes.Gradient.Length; j += LaneScratch.Rows)
                    T.Fma(factor, T.Load(ref Unsafe.Add(ref from, j)), T.Load(ref Unsafe.Add(ref to, j))).Store(ref Unsafe.Add(ref to, j));
            }
            else
            {
                for (var j = 0; j < lanes.Gradient.Length; j += LaneScratch.Rows)
                    T.Fma(factor, T.Select(good, T.Load(ref Unsafe.Add(ref from, j)), default), T.Load(ref Unsafe.Add(ref to, j))).Store(ref Unsafe.Add(ref to, j));
            }
        }

        return all;
    }

    // Neumaier's sum in every lane.
    private static T AddLoss<T>(T loss, T weight, LaneScratch lanes, int place, ref bool all)
        where T : struct, ILanes<T>
    {
        var good = Good(loss, weight, lanes, place, ref all);
        var term = T.Select(good, weight * loss, default);
        var before = T.Load(ref lanes.Sums[place]);
        var sum = before + term;
        var lost = T.Select(T.LessOrEqual(T.Abs(term), T.Abs(before)), (before - sum) + term, (term - sum) + before);
        sum.Store(ref lanes.Sums[place]);
        (T.Load(ref lanes.Compensations[place]) + lost).Store(ref lanes.Compensations[place]);
        return good;
    }

    private bool ResidualsOfBlock<T>(Span<double> block, int row, LaneScratch lanes, bool withJacobian)
        where T : struct, ILanes<T>
    {
        var all = true;
        for (var place = 0; place < LaneScratch.Rows; place += T.Count)
        {
            if (withJacobian)
                TProgram.PullbackRows(Rows<T>(block, lanes, place), in _choices);
            else
                TProgram.RunRows(Rows<T>(block, lanes, place), in _choices);
            var residual = _formula!.Value.Residual(T.Load(ref lanes.Results[place]), T.Load(ref block[_columns!.Targets + place]), out var slope);
            var weight = T.Load(ref block[_columns.Weights + place]);
            var good = Good(residual, weight, lanes, place, ref all);
            var root = T.Sqrt(weight);
            T.Select(good, residual * root, default).Store(ref lanes.Residuals[place]);
            var factor = T.Select(good, root * slope, default);
            for (var j = LaneScratch.FirstDerivative + place; withJacobian && j < lanes.Results.Length; j += LaneScratch.Rows)
                T.Select(good, T.Load(ref lanes.Results[j]) * factor, default).Store(ref lanes.Results[j]);
        }

        var rows = Math.Min(LaneScratch.Rows, _inputs.Length - row);
        lanes.Residuals.AsSpan(0, rows).CopyTo(_residuals.AsSpan(row));
        if (withJacobian)
            Transpose(lanes.Results.AsSpan(LaneScratch.FirstDerivative), _jacobian.AsSpan(row * _weightCount, rows * _weightCount));
        return all;
    }

    private void Transpose(ReadOnlySpan<double> from, Span<double> to)
    {
        for (var j = 0; j < _weightCount; j++)
        {
            for (var (place, at) = (0, j); at < to.Length; place++, at += _weightCount)
                to[at] = from[(j * LaneScratch.Rows) + place];
        }
    }

    private static void AddUp(ReadOnlySpan<double> sums, Span<double> gradient)
    {
        for (var j = 0; j < gradient.Length; j++)
        {
            var s = sums.Slice(j * LaneScratch.Rows, LaneScratch.Rows);
            gradient[j] += ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]));
        }
    }
}
