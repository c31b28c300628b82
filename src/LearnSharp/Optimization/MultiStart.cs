using System;
using System.Threading;

namespace LearnSharp.Optimization;

/// <summary>
/// Repeats a local optimizer from spread starting points and keeps the best result, until runs from different starts agree on it. The first run
/// is that from the
/// given start; further ones start at the best of a few points drawn, in turn, around the given start and around the best point so far, ever wider.
/// </summary>
internal static class MultiStart
{
    // Rounding errors of a sum of squares, relative to its value at the start: values that differ by no more are the same.
    private const double Rounding = 1e-24;
    private const int RestartPatience = 60;

    /// <summary>One run of a local optimizer from a start.</summary>
    internal delegate TResult LocalRun<out TResult>(ReadOnlySpan<double> start, RunMonitor monitor)
        where TResult : OptimizationResult;

    /// <summary>Least squares, by <see cref="LevenbergMarquardt"/>.</summary>
    public static LeastSquaresResult LeastSquares(
        IResidualProblem problem, ReadOnlySpan<double> start, Bounds? bounds = null, OptimizerOptions? options = null,
        MultiStartOptions? multiStart = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new OptimizerOptions();
        bounds ??= Bounds.None(problem.ParameterCount);
        var local = new LevenbergMarquardt(problem, bounds, options);
        return Minimize(new SumOfSquares(problem), start, bounds, Run, options, multiStart, cancellationToken);

        // The given start deserves patience; further ones are cheaper to replace than to wait for.
        LeastSquaresResult Run(ReadOnlySpan<double> from, RunMonitor monitor)
            => local.Run(from, monitor, monitor.Iterations == 0 ? LevenbergMarquardt.DefaultPatience : RestartPatience);
    }

    /// <summary>A smooth value, by <see cref="LimitedMemoryBfgs"/>.</summary>
    public static OptimizationResult Smooth(
        ISmoothProblem problem, ReadOnlySpan<double> start, Bounds? bounds = null, OptimizerOptions? options = null,
        MultiStartOptions? multiStart = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new OptimizerOptions();
        bounds ??= Bounds.None(problem.ParameterCount);
        var local = new LimitedMemoryBfgs(problem, bounds, options);
        return Minimize(problem, start, bounds, local.Run, options, multiStart, cancellationToken);
    }

    /// <summary>Any value by any local optimizer.</summary>
    /// <param name="problem">The value that the local optimizer minimizes, for choosing among the points drawn.</param>
    /// <param name="start">The first start.</param>
    /// <param name="bounds">The bounds.</param>
    /// <param name="local">The local optimizer.</param>
    /// <param name="options">Limits that all runs share. Progress reports count on over the runs; each gives the value of its own run.</param>
    /// <param name="multiStart">How many starts, and from where.</param>
    /// <param name="cancellationToken">Ends the whole; the best so far is returned.</param>
    /// <returns>
    /// The best result, with the iterations and evaluations of all runs. Its reason is that of the best run, unless a limit or the token ended
    /// the whole.
    /// </returns>
    public static TResult Minimize<TResult>(
        IBlackBoxProblem problem, ReadOnlySpan<double> start, Bounds bounds, LocalRun<TResult> local, OptimizerOptions options,
        MultiStartOptions? multiStart,
        CancellationToken cancellationToken)
        where TResult : OptimizationResult
    {
        multiStart ??= new MultiStartOptions();
        var monitor = new RunMonitor(options, cancellationToken);
        var points = new StartingPoints(bounds, multiStart.Seed);
        var origin = start.ToArray();
        bounds.Project(origin);
        var next = new double[origin.Length];
        var drawn = new double[origin.Length];

        monitor.CountEvaluation();
        if (!problem.TryValue(origin, out var firstValue))
            firstValue = 0;
        var best = local(origin, monitor);
        var agreeing = IsGood(best) ? 1 : 0;
        var stop = monitor.MustStop();
        for (var run = 1; run < multiStart.Starts && agreeing < multiStart.Agreement && stop is null; run++)
        {
            var decades = Math.Min(multiStart.LargestSpread, multiStart.Spread * run);
            var around = run % 2 == 1 || double.IsNaN(best.Value) ? origin : best.X;
            if (!Choose(problem, points, around, decades, multiStart.Candidates, monitor, drawn, next))
                continue;
            var result = local(next, monitor);
            stop = monitor.MustStop();
            var tolerance = (multiStart.AgreementTolerance * Math.Abs(best.Value)) + (Rounding * Math.Abs(firstValue));
            if (double.IsNaN(best.Value) || result.Value < best.Value - tolerance)
            {
                best = result;
                agreeing = IsGood(result) ? 1 : 0;
            }
            else if (result.Value <= best.Value + tolerance && IsGood(result))
            {
                // The same minimum, or its mirror image in a model with exchangeable parameters: the earlier run keeps the parameters nearer to the
                // given start.
                agreeing++;
                if (best.Reason != StopReason.Converged && result.Reason == StopReason.Converged)
                    best = result;
            }
        }

        return best with { Iterations = monitor.Iterations, Evaluations = monitor.Evaluations, Reason = stop ?? best.Reason };
    }

    private static bool IsGood(OptimizationResult result) => result.Reason == StopReason.Converged;

    /// <summary>Draws candidates and keeps that with the lowest value. False if none could be evaluated.</summary>
    private static bool Choose(
        IBlackBoxProblem problem, StartingPoints points, double[] around, double decades, int candidates, RunMonitor monitor, double[] drawn,
        double[] chosen)
    {
        var lowest = double.PositiveInfinity;
        for (var k = 0; k < candidates && monitor.MustStop() is null; k++)
        {
            points.Draw(around, decades, drawn);
            monitor.CountEvaluation();
            if (!problem.TryValue(drawn, out var value) || !(value < lowest))
                continue;
            lowest = value;
            drawn.CopyTo(chosen, 0);
        }

        return double.IsFinite(lowest);
    }
}
