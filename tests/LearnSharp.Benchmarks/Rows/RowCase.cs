using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;

namespace LearnSharp.Benchmarks.Rows;

/// <summary>A method whose rows are timed.</summary>
/// <param name="Name">Its name, by which TorchSharp knows it, too.</param>
/// <param name="Make">Makes so many rows.</param>
/// <param name="Scalar">The mean squared error of rows and its gradient as one would write them by hand.</param>
internal sealed record RowCase<TProgram, TInput, TWeights, TChoices>(
    string Name, Func<int, RowData<TInput>> Make, Func<RowData<TInput>, double[], double[], double> Scalar) : IRowCase
    where TProgram : struct, IProgram<TInput, TWeights, TChoices, double>
    where TInput : struct
    where TWeights : struct
    where TChoices : struct
{
    private const double Tolerance = 1e-10;

    /// <inheritdoc/>
    public void Measure(int count, TorchPeer? torch, TextWriter output)
    {
        var rows = Make(count);
        double[] weights = new double[TProgram.Info.Weights.Count];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = TProgram.Info.Weights[i].Start;
        var (gradient, byHand) = (new double[weights.Length], new double[weights.Length]);
        var one = Objective(rows, 1, isExact: false);
        var all = Objective(rows, Environment.ProcessorCount, isExact: false);
        var exact = Objective(rows, 1, isExact: true);
        one.TryGradient(weights, out _, gradient);
        Scalar(rows, weights, byHand);
        for (var i = 0; i < gradient.Length; i++)
        {
            if (!(Math.Abs(gradient[i] - byHand[i]) <= Tolerance * Math.Max(1, Math.Abs(byHand[i]))))
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{Name}: derivative {i} is {gradient[i]:R}, by hand {byHand[i]:R}."));
        }

        var ours = Time(() => one.TryGradient(weights, out _, gradient));
        var onAll = Time(() => all.TryGradient(weights, out _, gradient));
        var rowByRow = Time(() => exact.TryGradient(weights, out _, gradient));
        var scalar = Time(() => Scalar(rows, weights, gradient));
        var peer = torch?.Microseconds(Name, count) ?? double.NaN;

        // In turn, so that what disturbs the machine disturbs both.
        ours = Math.Min(ours, Time(() => one.TryGradient(weights, out _, gradient)));
        scalar = Math.Min(scalar, Time(() => Scalar(rows, weights, gradient)));
        peer = Math.Min(peer, torch?.Microseconds(Name, count) ?? double.NaN);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Name,-10} {count,8} {ours,10:F2} {onAll,10:F2} {rowByRow,11:F2} {scalar,10:F2} {peer,10:F1} {count / ours,9:F1} {scalar / ours,8:F2} {peer / ours,11:F1}"));
    }

    private static RowObjective<TProgram, TInput, TWeights, TChoices, double> Objective(RowData<TInput> rows, int threads, bool isExact)
    {
        var set = new RowSet<TInput, double>(rows.Inputs, rows.Targets, null);
        var loss = RowLosses.Bind<TProgram, TInput, TWeights, TChoices, double, double>(Loss.Squared, set, "training");
        return new RowObjective<TProgram, TInput, TWeights, TChoices, double>(rows.Inputs, null, loss, threads, CancellationToken.None) { IsExact = isExact };
    }

    /// <summary>The shortest of many runs.</summary>
    private static double Time(Action run)
    {
        var warm = Stopwatch.GetTimestamp();
        for (var calls = 0; calls < 100 || Stopwatch.GetElapsedTime(warm).TotalSeconds < 0.6; calls++)
            run();
        var best = double.MaxValue;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < 1;)
        {
            var before = Stopwatch.GetTimestamp();
            for (var i = 0; i < 10; i++)
                run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(before).TotalMicroseconds / 10);
        }

        return best;
    }
}
