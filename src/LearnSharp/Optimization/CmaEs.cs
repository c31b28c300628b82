using System;
using System.Threading;

namespace LearnSharp.Optimization;

/// <summary>
/// Minimizes a value without derivatives by covariance matrix adaptation (Hansen 2016, arXiv:1604.00772) with restarts of doubled population
/// (IPOP, Auger and Hansen 2005). For costs whose gradients are missing or mean nothing: counts of errors, simulators.
/// </summary>
/// <remarks>
/// Bounds reflect: a point beyond a limit is evaluated at its mirror image, so that all evaluated points lie exactly within. Failed evaluations
/// rank behind all others.
/// The same seed gives the same bits.
/// </remarks>
internal sealed class CmaEs
{
    // Two runs agree where their values differ by no more than this, relative to the value, or by rounding errors, relative to that of the start.
    private const double SameValue = 1e-6;
    private const double Rounding = 1e-12;
    private const double Spread = 0.3;
    private const double LargestSpread = 2;
    private const double SmallestDeviation = 1e-12;
    private const double LargestDeviation = 1e8;

    private readonly IBlackBoxProblem _problem;
    private readonly Bounds _bounds;
    private readonly OptimizerOptions _options;
    private readonly CmaEsOptions _settings;
    private readonly RunMonitor _monitor;
    private readonly SeededRandom _random;
    private readonly StartingPoints _points;
    private readonly int[] _variables;
    private readonly double[] _units;
    private readonly double[] _start;
    private readonly double[] _point;
    private readonly double[] _best;
    private double _bestValue = double.PositiveInfinity;

    private CmaEs(
        IBlackBoxProblem problem,
        ReadOnlySpan<double> start, Bounds bounds, CmaEsOptions settings, OptimizerOptions options, CancellationToken cancellationToken)
    {
        var n = problem.ParameterCount;
        if (bounds.Count != n)
            throw new ArgumentException($"The bounds are for {bounds.Count} parameters, the problem has {n}.", nameof(bounds));
        if (settings.Scales is { } scales && scales.Length != n)
            throw new ArgumentException($"There are {scales.Length} scales, the problem has {n} parameters.", nameof(settings));
        _problem = problem;
        _bounds = bounds;
        _options = options;
        _settings = settings;
        _monitor = new RunMonitor(options, cancellationToken);
        _random = new SeededRandom(settings.Seed);
        _points = new StartingPoints(bounds, settings.Seed);
        _start = start.ToArray();
        bounds.Project(_start);
        _point = (double[])_start.Clone();
        _best = (double[])_start.Clone();
        var variables = 0;
        _variables = new int[n];
        for (var i = 0; i < n; i++)
        {
            if (!bounds.IsFixed(i))
                _variables[variables++] = i;
        }

        Array.Resize(ref _variables, variables);
        _units = new double[variables];
        for (var k = 0; k < variables; k++)
            _units[k] = settings.Scales?[_variables[k]] ?? Unit(_variables[k]);
    }

    private enum End
    {
        Shrunk,
        Stagnant,
        Limit,
    }

    /// <summary>Minimizes from <paramref name="start"/>, moved into the bounds first.</summary>
    /// <param name="problem">The value.</param>
    /// <param name="start">The first mean. It is evaluated too, so the result is never worse.</param>
    /// <param name="bounds">The bounds; null for none.</param>
    /// <param name="settings">Seed, step size, restarts.</param>
    /// <param name="options">Limits; progress is told once a generation.</param>
    /// <param name="cancellationToken">Ends the search; the best so far is returned.</param>
    public static OptimizationResult Minimize(
        IBlackBoxProblem problem, ReadOnlySpan<double> start, Bounds? bounds = null, CmaEsOptions? settings = null, OptimizerOptions? options = null,
        CancellationToken cancellationToken = default)
        => new CmaEs(
            problem, start, bounds ?? Bounds.None(problem.ParameterCount), settings ?? new CmaEsOptions(),
            options ?? new OptimizerOptions(), cancellationToken).Run();

    private OptimizationResult Run()
    {
        TryPoint(_start, out var first);
        var rounding = double.IsFinite(first) ? Rounding * Math.Abs(first) : 0;
        var n = _variables.Length;
        var population = Math.Max(2, _settings.Population ?? (4 + (int)(3 * Math.Log(Math.Max(1, n)))));
        var end = n == 0 ? End.Shrunk : End.Stagnant;
        var agreeing = 0;
        for (var run = 0; n > 0 && run <= _settings.MaxRestarts && agreeing < _settings.Agreement && end != End.Limit; run++)
        {
            var before = _bestValue;
            end = Evolve(population << Math.Min(run, 16), FirstMean(run), out var reached);
            var tolerance = (SameValue * Math.Abs(before)) + rounding;
            if (run == 0 || reached < before - tolerance)
                agreeing = 1;
            else if (reached <= before + tolerance)
                agreeing++;
        }

        var evaluated = double.IsFinite(_bestValue);
        var settled = end == End.Shrunk || agreeing >= _settings.Agreement;
        var reason = _monitor.MustStop() ?? (!evaluated ? StopReason.Failed : settled ? StopReason.Converged : StopReason.NoProgress);
        if (_bestValue <= _settings.Target)
            reason = StopReason.Converged;
        return new OptimizationResult
        {
            X = (double[])_best.Clone(), Value = evaluated ? _bestValue : double.NaN, GradientNorm = double.NaN,
            Iterations = _monitor.Iterations, Evaluations = _monitor.Evaluations, Reason = reason,
        };
    }

    /// <summary>One run, to the end of its convergence.</summary>
    private End Evolve(int population, double[] mean, out double reached)
    {
        var n = mean.Length;
        var weights = new CmaEsWeights(n, population);
        var distribution = new CmaEsDistribution(mean, _settings.Sigma, weights);
        var steps = new double[population * n];
        var values = new double[population];
        var ranking = new int[population];
        var history = new StagnationHistory(n, population);
        reached = double.PositiveInfinity;
        while (true)
        {
            var failures = 0;
            for (var k = 0; k < population; k++)
            {
                if (_monitor.MustStop() is not null)
                    return End.Limit;
                var y = steps.AsSpan(k * n, n);
                distribution.Draw(_random, y);
                ToPoint(distribution, y);
                ranking[k] = k;
                if (!TryPoint(_point, out values[k]))
                    failures++;
                reached = Math.Min(reached, values[k]);
                if (_bestValue <= _settings.Target)
                    return End.Shrunk;
            }

            // Stable: ties keep the order of sampling.
            Array.Sort(ranking, (a, b) => values[a] != values[b] ? values[a].CompareTo(values[b]) : a.CompareTo(b));
            _monitor.Report(_bestValue);
            if (failures == population)
            {
                distribution.Narrow();
            }
            else
            {
                distribution.Update(steps, ranking);
                if (values[ranking[0]] == values[ranking[Math.Min(population - 1, (int)(0.7 * population))]])
                    distribution.Widen();
            }

            if (HasShrunk(distribution))
                return End.Shrunk;
            if (distribution.Degenerate || !double.IsFinite(distribution.Sigma) || HasGrown(distribution))
                return End.Stagnant;
            var (best, middle, worst) = (values[ranking[0]], values[ranking[population / 2]], values[ranking[population - 1]]);
            if (history.Add(best, middle, worst, _options.ValueTolerance) is { } flat)
                return flat ? End.Shrunk : End.Stagnant;
        }
    }

    private bool HasShrunk(CmaEsDistribution distribution)
    {
        var tiny = true;
        for (var k = 0; k < _units.Length && tiny; k++)
        {
            var deviation = distribution.Deviation(k);
            tiny = deviation < SmallestDeviation * _settings.Sigma || deviation < _options.StepTolerance * Math.Abs(distribution.Mean[k]);
        }

        return tiny;
    }

    private bool HasGrown(CmaEsDistribution distribution)
    {
        for (var k = 0; k < _units.Length; k++)
        {
            if (distribution.Deviation(k) > LargestDeviation * _settings.Sigma)
                return true;
        }

        return false;
    }

    /// <summary>The given start first; later ones spread ever wider around it.</summary>
    private double[] FirstMean(int run)
    {
        _start.CopyTo(_point, 0);
        if (run > 0)
            _points.Draw(_start, Math.Min(LargestSpread, Spread * run), _point);
        var mean = new double[_variables.Length];
        for (var k = 0; k < mean.Length; k++)
            mean[k] = _point[_variables[k]] / _units[k];
        return mean;
    }

    private double Unit(int i)
    {
        var size = _start[i] != 0 ? Math.Abs(_start[i]) : double.PositiveInfinity;
        if (_bounds.IsBoxed(i))
            size = Math.Min(size, _bounds.Upper[i] - _bounds.Lower[i]);
        return double.IsFinite(size) ? size : 1;
    }

    private void ToPoint(CmaEsDistribution distribution, ReadOnlySpan<double> y)
    {
        for (var k = 0; k < _units.Length; k++)
        {
            var i = _variables[k];
            _point[i] = Reflect(i, (distribution.Mean[k] + (distribution.Sigma * y[k])) * _units[k]);
        }
    }

    /// <summary>Mirrors at the limits as often as needed to be within them.</summary>
    private double Reflect(int i, double x)
    {
        var (lower, upper) = (_bounds.Lower[i], _bounds.Upper[i]);
        if (_bounds.IsBoxed(i))
        {
            var width = upper - lower;
            var offset = Math.IEEERemainder(x - lower, 2 * width);
            x = lower + Math.Abs(offset);
        }
        else if (x < lower)
        {
            x = lower + (lower - x);
        }
        else if (x > upper)
        {
            x = upper - (x - upper);
        }

        return _bounds.Project(i, x);
    }

    private bool TryPoint(double[] point, out double value)
    {
        _monitor.CountEvaluation();
        if (!_problem.TryValue(point, out value) || double.IsNaN(value))
            value = double.PositiveInfinity;
        if (value < _bestValue)
        {
            _bestValue = value;
            point.CopyTo(_best, 0);
        }

        return double.IsFinite(value);
    }
}
