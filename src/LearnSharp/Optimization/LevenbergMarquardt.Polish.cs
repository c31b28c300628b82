using System;

namespace LearnSharp.Optimization;

/// <summary>The end of a fit: the last digits, and what they are worth.</summary>
internal sealed partial class LevenbergMarquardt
{
    private const int MaxPolishSteps = 100;

    // Polish steps this short against the parameters have found all digits worth having.
    private const double PolishedStep = 1e-9;
    private const double ConvergedOffset = 1e-8;

    /// <summary>
    /// Takes Gauss–Newton steps while each is clearly shorter than the one before. Near a minimum the value is flat and tells only half of the
    /// digits of the
    /// parameters; the length of the step tells them all. Null: the steps did not become as short as they must at a minimum.
    /// </summary>
    private StopReason? Polish()
    {
        Array.Fill(_scale, 1);
        var previous = double.PositiveInfinity;
        for (var k = 0; k < MaxPolishSteps; k++)
        {
            double damping = 0;
            _stepper.Solve(_model, _x, _scale, double.PositiveInfinity, ref damping, _step);
            var length = _stepper.ScaledLength(_scale, _step);
            if (!(length < 0.9 * previous))
                break;
            MoveTo(_trialX);
            if (_trialX.AsSpan().SequenceEqual(_x))
                return Converged() ? StopReason.Converged : null;
            if (_monitor.MustStop() is { } stop)
                return stop;
            if (!EvaluateJacobian(_trialX, _trialResiduals, out var value) || value > _value + Negligible())
                break;
            previous = length;
            TakeTrialPoint(value);
        }

        return previous <= PolishedStep * _model.Magnitude(_x) && Converged() ? StopReason.Converged : null;
    }

    /// <summary>Whether what any step within the bounds could still remove from the residuals is a negligible part of them.</summary>
    private bool Converged()
    {
        _stepper.ChooseFace(_model, _x);
        return _stepper.Projected <= Math.Max(ConvergedOffset * _value, Noise());
    }

    private double Negligible() => Math.Max(_options.ValueTolerance * _value, Noise());

    private void TakeTrialPoint(double value)
    {
        _model.Build(_trialResiduals, _jacobian);
        _trialX.CopyTo(_x, 0);
        _trialResiduals.CopyTo(_residuals, 0);
        _value = value;
    }

    private LeastSquaresResult Result(StopReason reason, int iterations, int evaluations)
    {
        var n = _x.Length;
        _stepper.ChooseFace(_model, _x);
        var factors = _stepper.Factors(_model);
        var rank = factors.Rank(TrustRegionStep.RankTolerance(_residuals.Length, factors.Columns));
        var freedom = _residuals.Length - rank;
        var variance = freedom > 0 ? _value / freedom : double.NaN;

        double gradient = 0;
        var parameters = new int[_stepper.Free.Length];
        var lengths = new double[parameters.Length];
        for (var k = 0; k < parameters.Length; k++)
        {
            var variable = _stepper.Free[k];
            parameters[k] = _model.Variables[variable];
            lengths[k] = _model.ColumnLengths[variable];
            gradient = Math.Max(gradient, Math.Abs(2 * _model.Gradient[variable] * lengths[k]));
        }

        var covariance = Covariance.Compute(factors, rank, parameters, lengths, n, variance);
        var errors = new double[n];
        for (var i = 0; i < n; i++)
            errors[i] = Math.Sqrt(covariance[(i * n) + i]);
        return new LeastSquaresResult
        {
            X = (double[])_x.Clone(), Value = _value, Iterations = iterations, Evaluations = evaluations, GradientNorm = gradient, Reason = reason,
            Covariance = covariance, StandardErrors = errors, ResidualVariance = variance, Rank = rank,
        };
    }
}
