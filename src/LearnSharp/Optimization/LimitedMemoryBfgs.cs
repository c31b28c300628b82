using System;
using System.Threading;

namespace LearnSharp.Optimization;

/// <summary>
/// Minimizes a smooth value within bounds by L-BFGS-B (Byrd, Lu, Nocedal and Zhu 1995): a limited-memory quasi-Newton model, minimized within the
/// bounds, gives a
/// direction, along which a line search finds the next point.
/// </summary>
/// <remarks>
/// Parameters are scaled by powers of two near their starting magnitudes, which costs no rounding. On a value with kinks it stops where no step
/// helps any more and
/// says <see cref="StopReason.NoProgress"/>.
/// </remarks>
internal sealed class LimitedMemoryBfgs
{
    private const int Memory = 10;
    private const int FlatIterations = 3;
    private const double ConvergedSensitivity = 1e-6;

    private readonly ISmoothProblem _problem;
    private readonly Bounds _bounds;
    private readonly OptimizerOptions _options;
    private readonly double[] _units;
    private readonly double[] _point;
    private readonly double[] _start;
    private readonly double[] _x;
    private readonly double[] _gradient;
    private readonly double[] _direction;
    private readonly double[] _trialX;
    private readonly double[] _trialGradient;
    private readonly double[] _bestX;
    private readonly double[] _bestGradient;
    private readonly CompactHessian _hessian;
    private readonly BoundedQuadratic _quadratic;
    private readonly WolfeSearch _search = new();
    private readonly WolfeSearch.Evaluate _evaluateStep;
    private readonly Func<bool> _mustStop;
    private Bounds _scaledBounds;
    private RunMonitor _monitor = null!;
    private double _value;
    private double _bestValue;
    private double _startValue;
    private double _lastLength;

    /// <summary>Sets up the workspace, which every <see cref="Run"/> uses again.</summary>
    /// <exception cref="ArgumentException">The bounds are for another number of parameters.</exception>
    public LimitedMemoryBfgs(ISmoothProblem problem, Bounds? bounds = null, OptimizerOptions? options = null)
    {
        var n = problem.ParameterCount;
        _problem = problem;
        _bounds = bounds ?? Bounds.None(n);
        _options = options ?? new OptimizerOptions();
        if (_bounds.Count != n)
            throw new ArgumentException($"The bounds are for {_bounds.Count} parameters, the problem has {n}.", nameof(bounds));
        _scaledBounds = _bounds;
        _units = new double[n];
        _point = new double[n];
        _start = new double[n];
        _x = new double[n];
        _gradient = new double[n];
        _direction = new double[n];
        _trialX = new double[n];
        _trialGradient = new double[n];
        _bestX = new double[n];
        _bestGradient = new double[n];
        _hessian = new CompactHessian(n, Memory);
        _quadratic = new BoundedQuadratic(n, Memory);
        _evaluateStep = EvaluateStep;
        _mustStop = () => _monitor.MustStop() is not null;
    }

    /// <summary>Minimizes from <paramref name="start"/>, moved into the bounds first.</summary>
    public static OptimizationResult Minimize(
        ISmoothProblem problem,
        ReadOnlySpan<double> start, Bounds? bounds = null, OptimizerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new OptimizerOptions();
        return new LimitedMemoryBfgs(problem, bounds, options).Run(start, new RunMonitor(options, cancellationToken));
    }

    /// <summary>Minimizes from <paramref name="start"/>, within what <paramref name="monitor"/> still allows.</summary>
    public OptimizationResult Run(ReadOnlySpan<double> start, RunMonitor monitor)
    {
        _monitor = monitor;
        var evaluationsBefore = monitor.Evaluations;
        var iterationsBefore = monitor.Iterations;
        start.CopyTo(_x);
        _bounds.Project(_x);
        ChooseUnits();
        for (var i = 0; i < _x.Length; i++)
            _start[i] = _x[i] /= _units[i];
        _hessian.Reset();
        _lastLength = 0;
        StopReason reason;
        if (Evaluate(_x, out _value, _gradient))
        {
            _startValue = _value;
            reason = Descend();
        }
        else
        {
            _value = double.NaN;
            Array.Fill(_gradient, double.NaN);
            reason = monitor.MustStop() ?? StopReason.Failed;
        }

        ToParameters(_x);
        double norm = 0;
        for (var i = 0; i < _x.Length; i++)
        {
            if (!_scaledBounds.Holds(i, _x[i], _gradient[i]))
                norm = Math.Max(norm, Math.Abs(_gradient[i] / _units[i]));
        }

        return new OptimizationResult
        {
            X = (double[])_point.Clone(), Value = _value, GradientNorm = norm, Reason = reason,
            Iterations = monitor.Iterations - iterationsBefore, Evaluations = monitor.Evaluations - evaluationsBefore,
        };
    }

    private StopReason Descend()
    {
        var flat = 0;
        while (true)
        {
            _monitor.Report(_value);
            if (_monitor.MustStop() is { } stop)
                return stop;
            if (Sensitivity() <= _options.GradientTolerance * Math.Abs(_value))
                return StopReason.Converged;

            var before = _value;
            var outcome = Advance();
            if (_monitor.MustStop() is { } late)
                return late;
            if (outcome == WolfeSearch.Outcome.None || !(before - _value > _options.ValueTolerance * Math.Abs(_value)))
                flat++;
            else
                flat = 0;
            if (flat >= FlatIterations || (outcome == WolfeSearch.Outcome.None && _hessian.Pairs == 0))
            {
                var size = Math.Max(Math.Abs(_value), _startValue - _value);
                return Sensitivity() <= ConvergedSensitivity * size ? StopReason.Converged : StopReason.NoProgress;
            }

            // What the past says about curvature does not fit: the next direction is that of the projected gradient.
            if (outcome != WolfeSearch.Outcome.Found || flat > 0)
                _hessian.Reset();
        }
    }

    /// <summary>Takes one step, if there is one that lowers the value.</summary>
    private WolfeSearch.Outcome Advance()
    {
        _quadratic.Minimize(_hessian, _x, _gradient, _scaledBounds, _direction);
        var slope = Vectors.Dot(_gradient, _direction);
        var length = Vectors.Norm(_direction);
        if (!(slope < 0) || !double.IsFinite(length))
            return WolfeSearch.Outcome.None;

        // Without curvature the length of the direction means nothing: start with that of the step before, or a tenth of the size of the parameters.
        var longest = Math.Max(1, LongestStep());
        var first = _hessian.Pairs > 0 ? 1 : Math.Min(longest, (_lastLength > 0 ? _lastLength : 0.1 * Math.Max(1, Vectors.Norm(_x))) / length);
        _bestValue = double.PositiveInfinity;
        var outcome = _search.Search(_value, slope, first, longest, _evaluateStep, _mustStop);
        if (outcome == WolfeSearch.Outcome.None)
            return outcome;

        for (var i = 0; i < _x.Length; i++)
        {
            _trialX[i] = _bestX[i] - _x[i];
            _trialGradient[i] = _bestGradient[i] - _gradient[i];
        }

        _lastLength = Vectors.Norm(_trialX);
        _hessian.TryAdd(_trialX, _trialGradient);
        _bestX.CopyTo(_x, 0);
        _bestGradient.CopyTo(_gradient, 0);
        _value = _bestValue;
        return outcome;
    }

    private double LongestStep()
    {
        var longest = double.MaxValue;
        for (var i = 0; i < _x.Length; i++)
        {
            var d = _direction[i];
            if (d != 0)
                longest = Math.Min(longest, ((d > 0 ? _scaledBounds.Upper[i] : _scaledBounds.Lower[i]) - _x[i]) / d);
        }

        return longest;
    }

    private bool EvaluateStep(double step, out double value, out double slope)
    {
        slope = double.NaN;
        for (var i = 0; i < _x.Length; i++)
            _trialX[i] = _direction[i] == 0 ? _x[i] : _scaledBounds.Land(i, _x[i], _x[i] + (step * _direction[i]));
        if (!Evaluate(_trialX, out value, _trialGradient))
            return false;
        slope = Vectors.Dot(_trialGradient, _direction);
        if (value < _value && value <= _bestValue)
        {
            _bestValue = value;
            _trialX.CopyTo(_bestX, 0);
            _trialGradient.CopyTo(_bestGradient, 0);
        }

        return true;
    }

    /// <summary>
    /// Σ |gᵢ|·sizeᵢ over the parameters that no bound holds: how the value would change, at first order, if every parameter changed by its own
    /// size. Free of units.
    /// </summary>
    private double Sensitivity()
    {
        double sum = 0;
        for (var i = 0; i < _x.Length; i++)
        {
            if (!_scaledBounds.Holds(i, _x[i], _gradient[i]))
                sum += Math.Abs(_gradient[i]) * Math.Max(Math.Abs(_x[i]), Math.Max(Math.Abs(_x[i] - _start[i]), 1e-3));
        }

        return sum;
    }

    private void ChooseUnits()
    {
        var n = _x.Length;
        var lower = new double[n];
        var upper = new double[n];
        for (var i = 0; i < n; i++)
        {
            var size = Math.Abs(_x[i]);
            if (size == 0 && _bounds.IsBoxed(i))
                size = _bounds.Upper[i] - _bounds.Lower[i];
            _units[i] = size is > 1e-150 and < 1e150 ? Math.ScaleB(1, Math.ILogB(size)) : 1;
            lower[i] = _bounds.Lower[i] / _units[i];
            upper[i] = _bounds.Upper[i] / _units[i];
        }

        _scaledBounds = new Bounds(lower, upper);
    }

    private void ToParameters(double[] scaled)
    {
        for (var i = 0; i < scaled.Length; i++)
            _point[i] = _bounds.Project(i, scaled[i] * _units[i]);
    }

    private bool Evaluate(double[] x, out double value, double[] gradient)
    {
        _monitor.CountEvaluation();
        ToParameters(x);
        if (!_problem.TryGradient(_point, out value, gradient) || !double.IsFinite(value))
            return false;
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] *= _units[i];
        return Vectors.LargestMagnitude(gradient) < 1e150;
    }
}
