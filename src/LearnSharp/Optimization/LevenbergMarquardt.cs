using System;
using System.Threading;

namespace LearnSharp.Optimization;

/// <summary>
/// Minimizes a sum of squares from one start: the Levenberg–Marquardt method as a trust-region method with adaptive scaling (Moré 1978), steps
/// corrected by
/// geodesic acceleration (Transtrum and Sethna 2012, arXiv:1201.5885), bounds kept exactly, and a Gauss–Newton polish to the last digit at the end.
/// </summary>
internal sealed partial class LevenbergMarquardt
{
    /// <summary>Iterations for which a canyon is followed though it hardly lowers the value.</summary>
    public const int DefaultPatience = 400;

    private const double FirstRadius = 100;
    private const double AccelerationProbe = 0.1;
    private const double AccelerationLimit = 0.75;

    // Below this predicted relative reduction, a step is too short for its curvature to matter.
    private const double AccelerationWorthwhile = 1e-3;
    // Sums of squares of what lies above do not fit a double.
    private const double LargestDerivative = 1e150;
    // Moré never lets the scale of a parameter fall. A slow fall forgets wild starts and still keeps a parameter from running away where its
    // influence fades.
    private const double ScaleMemory = 0.95;
    private const int CrawlIterations = 40;
    private const double CrawlProgress = 0.9;
    private const double SlowProgress = 1e-2;
    private const int MaxRejections = 100;

    private readonly IResidualProblem _problem;
    private readonly Bounds _bounds;
    private readonly OptimizerOptions _options;
    private readonly LinearModel _model;
    private readonly BoundedStep _stepper;
    private readonly double[] _start;
    private readonly double[] _x;
    private readonly double[] _trialX;
    private readonly double[] _residuals;
    private readonly double[] _trialResiduals;
    private readonly double[] _probe;
    private readonly double[] _jacobian;
    private readonly double[] _scaleLengths;
    private readonly double[] _scale;
    private readonly double[] _step;
    private readonly double[] _acceleration;
    private RunMonitor _monitor = null!;
    private double _value;
    private double _radius;
    private double _damping;
    private bool _firstStep;

    /// <summary>Sets up the workspace, which every <see cref="Run"/> uses again.</summary>
    /// <exception cref="ArgumentException">The bounds are for another number of parameters.</exception>
    public LevenbergMarquardt(IResidualProblem problem, Bounds? bounds = null, OptimizerOptions? options = null)
    {
        var n = problem.ParameterCount;
        var m = problem.ResidualCount;
        _problem = problem;
        _bounds = bounds ?? Bounds.None(n);
        _options = options ?? new OptimizerOptions();
        if (_bounds.Count != n)
            throw new ArgumentException($"The bounds are for {_bounds.Count} parameters, the problem has {n}.", nameof(bounds));
        _model = new LinearModel(m, _bounds);
        _stepper = new BoundedStep(_model.Count, _bounds);
        _start = new double[n];
        _x = new double[n];
        _trialX = new double[n];
        _residuals = new double[m];
        _trialResiduals = new double[m];
        _probe = new double[m];
        _jacobian = new double[checked(m * n)];
        _scaleLengths = new double[_model.Count];
        _scale = new double[_model.Count];
        _step = new double[_model.Count];
        _acceleration = new double[_model.Count];
    }

    /// <summary>Minimizes from <paramref name="start"/>, moved into the bounds first.</summary>
    public static LeastSquaresResult Minimize(
        IResidualProblem problem,
        ReadOnlySpan<double> start, Bounds? bounds = null, OptimizerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new OptimizerOptions();
        return new LevenbergMarquardt(problem, bounds, options).Run(start, new RunMonitor(options, cancellationToken));
    }

    /// <summary>Minimizes from <paramref name="start"/>, within what <paramref name="monitor"/> still allows.</summary>
    /// <param name="start">The starting point.</param>
    /// <param name="monitor">Counts, and says when to stop.</param>
    /// <param name="patience">
    /// Ends with <see cref="StopReason.NoProgress"/> where so many iterations lower the value by less than a hundredth and yet no minimum is in
    /// sight: so it is
    /// with parameters on their way to infinity.
    /// </param>
    public LeastSquaresResult Run(ReadOnlySpan<double> start, RunMonitor monitor, int patience = DefaultPatience)
    {
        _monitor = monitor;
        start.CopyTo(_x);
        _bounds.Project(_x);
        _x.CopyTo(_start, 0);
        var evaluationsBefore = monitor.Evaluations;
        var iterationsBefore = monitor.Iterations;
        if (!EvaluateJacobian(_x, _residuals, out _value))
            return LeastSquaresResult.Nothing(_x, monitor.Evaluations - evaluationsBefore, monitor.MustStop() ?? StopReason.Failed);

        _model.Build(_residuals, _jacobian);
        Array.Clear(_scaleLengths);
        _radius = 0;
        _damping = 0;
        _firstStep = true;
        var reason = Descend(patience) ?? Polish() ?? Refine();
        return Result(reason, monitor.Iterations - iterationsBefore, monitor.Evaluations - evaluationsBefore);
    }

    /// <summary>Takes steps while the value falls by more than rounding errors. Null: as far as the value can tell, this is a minimum.</summary>
    private StopReason? Descend(int patience)
    {
        var rejections = 0;
        var watchedValue = _value;
        var crawlValue = _value;
        for (var iteration = 1; ; iteration++)
        {
            if (iteration % patience == 0)
            {
                if (!(_value < (1 - SlowProgress) * watchedValue))
                    return null;
                watchedValue = _value;
            }

            if (iteration % CrawlIterations == 0)
            {
                // Where large residuals bend the valley, Gauss and Newton differ and steps stay short; a few full Newton steps cost less than the
                // crawl.
                if (_value > CrawlProgress * crawlValue)
                    NewtonSteps(MaxNewtonSteps, 1 - CrawlProgress);
                crawlValue = _value;
            }

            _monitor.Report(_value);
            UpdateScale();
            var size = ScaledSize(_x);
            if (_radius == 0)
                _radius = size > 0 ? FirstRadius * size : FirstRadius;
            _stepper.ChooseFace(_model, _x);
            if (_stepper.Projected <= Square(_options.GradientTolerance) * _value)
                return null;

            bool accepted;
            do
            {
                if (_monitor.MustStop() is { } stop)
                    return stop;
                accepted = TryStep(out var settled);
                if (settled || _radius <= _options.StepTolerance * size || rejections > MaxRejections)
                    return null;
                rejections = accepted ? 0 : rejections + 1;
            }
            while (!accepted);
        }
    }

    /// <summary>Tries one step and adapts the radius to how it went.</summary>
    /// <param name="settled">Whether neither the step nor any other can lower the value noticeably.</param>
    /// <returns>Whether the step was taken; the model is then that of the new point.</returns>
    private bool TryStep(out bool settled)
    {
        settled = false;
        _stepper.Solve(_model, _x, _scale, _radius, ref _damping, _step);
        var length = _stepper.ScaledLength(_scale, _step);
        var predicted = _model.PredictedReduction(_step);
        if (!(predicted > 0))
        {
            // Bounds have bent the step until nothing is left of it. Shorter ones turn towards the gradient, which does descend.
            _radius *= 0.1;
            return false;
        }

        if (_firstStep)
            _radius = Math.Min(_radius, length);
        if (predicted > AccelerationWorthwhile * _value && _stepper.Interior)
            AddAcceleration(length);
        MoveTo(_trialX);
        var failed = !EvaluateResiduals(_trialX, _trialResiduals, out var trialValue);
        var reduction = _value - trialValue;
        var ratio = failed ? -1 : reduction / predicted;
        AdaptRadius(ratio, length, failed, trialValue);

        var negligible = Negligible();
        settled = !failed && Math.Abs(reduction) <= negligible && predicted <= negligible
            && _stepper.Projected <= Math.Max(ConvergedOffset * _value, negligible);
        if (!(ratio >= 1e-4))
            return false;
        if (Accept())
            return true;

        // The residuals exist there but their derivatives do not: a point like any other failure.
        _radius = 0.25 * Math.Min(_radius, length);
        settled = false;
        return false;
    }

    private void AdaptRadius(double ratio, double length, bool failed, double trialValue)
    {
        if (ratio < 0.25)
        {
            // The minimum of the parabola through both values and the slope at the start, as long as it is of any use (Moré 1978, section 4).
            double shrink = 0.5;
            if (failed || trialValue >= 100 * _value)
            {
                shrink = 0.1;
            }
            else if (ratio < 0)
            {
                double slope = 0;
                for (var k = 0; k < _model.Count; k++)
                    slope += _model.Gradient[k] * _step[k];
                var reduction = _value - trialValue;
                shrink = Math.Clamp(0.5 * slope / (slope + (0.5 * reduction)), 0.1, 0.5);
            }

            _radius = shrink * Math.Min(_radius, 10 * length);
            _damping /= shrink;
        }
        else if (_damping == 0 || ratio >= 0.75)
        {
            _radius = 2 * length;
            _damping *= 0.5;
        }
    }

    /// <summary>Makes the trial point the current one, with its model. False, with nothing changed, if the derivatives do not exist there.</summary>
    private bool Accept()
    {
        if (!EvaluateJacobian(_trialX, _trialResiduals, out var value))
            return false;
        TakeTrialPoint(value);
        _firstStep = false;
        return true;
    }

    /// <summary>
    /// Adds half of the geodesic acceleration to the step where it is small against it, as it is where the residuals are well behaved.
    /// </summary>
    private void AddAcceleration(double length)
    {
        MoveTo(_trialX, AccelerationProbe);
        if (!EvaluateResiduals(_trialX, _probe, out _))
            return;

        // (2/h)·((r(x + h·v) − r(x))/h − J·v), the second derivative along v, rotated by Qᵀ.
        for (var i = 0; i < _probe.Length; i++)
            _probe[i] = (_probe[i] - _residuals[i]) / AccelerationProbe;
        _model.Qr.ApplyTranspose(_probe);
        for (var i = 0; i < _model.Steps; i++)
            _probe[i] = 2 / AccelerationProbe * (_probe[i] - _model.Change(i, _step));
        _stepper.Accelerate(_model, _scale, _damping, _probe, _acceleration);
        var size = _stepper.ScaledLength(_scale, _acceleration);
        if (!(2 * size <= AccelerationLimit * length))
            return;
        for (var k = 0; k < _model.Count; k++)
            _step[k] += 0.5 * _acceleration[k];
    }

    private void UpdateScale()
    {
        for (var k = 0; k < _model.Count; k++)
        {
            _scaleLengths[k] = Math.Max(ScaleMemory * _scaleLengths[k], _model.ColumnLengths[k]);
            _scale[k] = _scaleLengths[k] / _model.ColumnLengths[k];
        }
    }

    private void MoveTo(double[] target, double fraction = 1)
    {
        _x.CopyTo(target, 0);
        for (var k = 0; k < _model.Count; k++)
        {
            var i = _model.Variables[k];
            target[i] = _step[k] == 0 ? _x[i] : _bounds.Land(i, _x[i], _x[i] + (fraction * _step[k] / _model.ColumnLengths[k]));
        }
    }

    /// <summary>‖D·x‖ over the parameters that are not fixed.</summary>
    private double ScaledSize(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (var k = 0; k < _model.Count; k++)
            sum += Square(_scale[k] * _model.ColumnLengths[k] * x[_model.Variables[k]]);
        return Math.Sqrt(sum);
    }

    /// <summary>
    /// By how much Σ r² may differ through nothing but the rounding of the parameters to doubles, and of what is computed from them.
    /// </summary>
    private double Noise()
    {
        var error = 4 * Math.ScaleB(1, -52) * _model.Magnitude(_x);
        return (2 * Math.Sqrt(_value) * error) + (error * error);
    }

    private bool EvaluateResiduals(double[] x, double[] residuals, out double value)
    {
        _monitor.CountEvaluation();
        value = double.NaN;
        if (!_problem.TryResiduals(x, residuals))
            return false;
        value = Vectors.SumOfSquares(residuals);
        return double.IsFinite(value);
    }

    private bool EvaluateJacobian(double[] x, double[] residuals, out double value)
    {
        _monitor.CountEvaluation();
        value = double.NaN;
        if (!_problem.TryJacobian(x, residuals, _jacobian))
            return false;
        value = Vectors.SumOfSquares(residuals);
        return double.IsFinite(value) && Vectors.LargestMagnitude(_jacobian) < LargestDerivative;
    }

    private static double Square(double a) => a * a;
}
