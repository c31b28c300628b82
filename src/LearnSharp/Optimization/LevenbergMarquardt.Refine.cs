using System;

namespace LearnSharp.Optimization;

/// <summary>The end of a fit with large residuals, whose curvature the Jacobian alone does not tell.</summary>
internal sealed partial class LevenbergMarquardt
{
    private const int MaxNewtonSteps = 30;
    private const int MaxCuts = 8;
    private const int MaxNewtonVariables = 200;
    private const double DifferenceStep = 1e-7;
    private const double FlatGradient = 1e-10;
    private const double PolishingStep = 1e-2;
    private const double SmallestCurvature = 1e-12;

    /// <summary>
    /// Newton's method on the free variables, with the Hessian by differences of the gradient: one Jacobian for each variable and step. Negative
    /// curvature is
    /// taken by its magnitude, so that every step descends (Gill, Murray and Wright 1981, section 4.4). Where the value no longer tells two points
    /// apart, the gradient does.
    /// </summary>
    private StopReason Refine()
    {
        NewtonSteps(MaxNewtonSteps, 0);
        return _monitor.MustStop() ?? (Converged() || HasFlatGradient() ? StopReason.Converged : StopReason.NoProgress);
    }

    /// <summary>Takes up to so many Newton steps, as long as each lowers the value by a fraction <paramref name="progress"/> at least.</summary>
    private void NewtonSteps(int most, double progress)
    {
        for (var k = 0; k < most; k++)
        {
            _stepper.ChooseFace(_model, _x);
            var n = _stepper.Free.Length;
            if (n == 0 || n > MaxNewtonVariables || _monitor.MustStop() is not null)
                return;
            var before = _value;
            var free = _stepper.Free.ToArray();
            if (!TryHessian(free, out var hessian) || !NewtonStep(free, hessian) || !TakeNewtonStep(free))
                return;
            if (progress > 0 && _value > (1 - progress) * before)
                return;
        }
    }

    /// <summary>Whether the residuals are at right angles to every column of the Jacobian that is free to act on them.</summary>
    private bool HasFlatGradient()
    {
        double largest = 0;
        foreach (var variable in _stepper.Free)
            largest = Math.Max(largest, Math.Abs(_model.Gradient[variable]));
        return largest <= FlatGradient * Math.Sqrt(_value);
    }

    /// <summary>Half the Hessian of Σ r² over the free variables, each in units of the inverse of its column length.</summary>
    private bool TryHessian(int[] free, out double[] hessian)
    {
        var n = free.Length;
        hessian = new double[n * n];
        var gradient = new double[n];
        for (var a = 0; a < n; a++)
        {
            var i = _model.Variables[free[a]];
            var h = DifferenceStep * Math.Max(Math.Abs(_x[i]), 1e-2 * Math.Sqrt(_value) / _model.ColumnLengths[free[a]]);
            _x.CopyTo(_trialX, 0);
            _trialX[i] = _x[i] + h <= _bounds.Upper[i] ? _x[i] + h : _bounds.Project(i, _x[i] - h);
            h = _trialX[i] - _x[i];
            if (h == 0 || _monitor.MustStop() is not null || !EvaluateJacobian(_trialX, _trialResiduals, out _))
                return false;
            Gradient(free, gradient);
            var scale = h * _model.ColumnLengths[free[a]];
            for (var b = 0; b < n; b++)
                hessian[(a * n) + b] = (gradient[b] - _model.Gradient[free[b]]) / scale;
        }

        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < a; b++)
                hessian[(a * n) + b] = hessian[(b * n) + a] = 0.5 * (hessian[(a * n) + b] + hessian[(b * n) + a]);
        }

        return Vectors.AllFinite(hessian);
    }

    /// <summary>Jᵀr at the trial point, in the units of the model.</summary>
    private void Gradient(int[] free, double[] gradient)
    {
        Array.Clear(gradient);
        var parameters = _x.Length;
        for (var row = 0; row < _trialResiduals.Length; row++)
        {
            for (var b = 0; b < free.Length; b++)
                gradient[b] += _trialResiduals[row] * _jacobian[(row * parameters) + _model.Variables[free[b]]];
        }

        for (var b = 0; b < free.Length; b++)
            gradient[b] /= _model.ColumnLengths[free[b]];
    }

    private bool NewtonStep(int[] free, double[] hessian)
    {
        var n = free.Length;
        var vectors = new double[n * n];
        var values = new double[n];
        SymmetricEigen.Decompose(hessian, n, vectors, values);
        var largest = Vectors.LargestMagnitude(values);
        if (!(largest > 0))
            return false;
        Array.Clear(_step);
        for (var k = 0; k < n; k++)
        {
            double along = 0;
            for (var a = 0; a < n; a++)
                along -= vectors[(k * n) + a] * _model.Gradient[free[a]];
            along /= Math.Max(Math.Abs(values[k]), SmallestCurvature * largest);
            for (var a = 0; a < n; a++)
                _step[free[a]] += along * vectors[(k * n) + a];
        }

        return Vectors.AllFinite(_step);
    }

    /// <summary>Takes as much of the step as lowers the value or, where the value is flat, clearly lowers the gradient.</summary>
    private bool TakeNewtonStep(int[] free)
    {
        var gradient = new double[free.Length];
        double before = 0;
        foreach (var variable in free)
            before = Math.Max(before, Math.Abs(_model.Gradient[variable]));

        // Towards infinity gradients vanish too: only a step that is short against the parameters or the start may go by the gradient.
        var polishes = Vectors.Norm(_step) <= PolishingStep * Math.Max(_model.Magnitude(_x), _model.Magnitude(_start));
        var fraction = 1.0;
        for (var cut = 0; cut < MaxCuts; cut++, fraction *= 0.25)
        {
            MoveTo(_trialX, fraction);
            if (_trialX.AsSpan().SequenceEqual(_x) || _monitor.MustStop() is not null)
                return false;
            if (!EvaluateJacobian(_trialX, _trialResiduals, out var value))
                continue;
            Gradient(free, gradient);
            var negligible = Negligible();
            var lower = value < _value - negligible;
            var flatter = polishes && value <= _value + negligible && Vectors.LargestMagnitude(gradient) < 0.5 * before;
            if (!lower && !flatter)
                continue;
            TakeTrialPoint(value);
            return true;
        }

        return false;
    }
}
