using System;

namespace LearnSharp.Optimization;

/// <summary>
/// The Levenberg–Marquardt step within bounds. Parameters that a bound holds stay; the others take the trust-region step; those that it would
/// carry out of
/// their limits go exactly to the limit, and the step of the rest is solved anew, until all fit. Near an isolated solution this is Gauss–Newton
/// on the right face, so the rate of convergence is that of the unbounded method.
/// </summary>
/// <remarks>Works in scaled parameters: column j of A is column j of the Jacobian divided by its length, and s the step times that length.</remarks>
internal sealed class BoundedStep(int count, Bounds bounds)
{
    private readonly PivotedQr _face = new(count, count);
    private readonly TrustRegionStep _solver = new(count);
    private readonly int[] _free = new int[count];
    private readonly double[] _faceRight = new double[count];
    private readonly double[] _faceScale = new double[count];
    private readonly double[] _faceStep = new double[count];
    private int _freeCount;
    private bool _whole;

    /// <summary>Whether the last step met no bound on its way, so that it may be corrected by <see cref="Accelerate"/>.</summary>
    public bool Interior { get; private set; }

    /// <summary>Whether the equations of the last step were of full rank.</summary>
    public bool FullRank { get; private set; }

    /// <summary>
    /// The square of the length of the part of r that lies in the span of the parameters free to move, at the last call of
    /// <see cref="ChooseFace"/>.
    /// </summary>
    public double Projected { get; private set; }

    /// <summary>The variables of the model that were free to move at the last call of <see cref="ChooseFace"/>.</summary>
    public ReadOnlySpan<int> Free => _free.AsSpan(0, _freeCount);

    /// <summary>Factors of the scaled columns of <see cref="Free"/>.</summary>
    public PivotedQr Factors(LinearModel model) => _whole ? model.Qr : _face;

    /// <summary>Decides which parameters may move, by the signs of the gradient, and factors the equations of those.</summary>
    public void ChooseFace(LinearModel model, ReadOnlySpan<double> x)
    {
        _freeCount = 0;
        for (var k = 0; k < model.Count; k++)
        {
            if (!bounds.Holds(model.Variables[k], x[model.Variables[k]], model.Gradient[k]))
                _free[_freeCount++] = k;
        }

        _whole = _freeCount == model.Count;
        var right = _faceRight.AsSpan(0, model.Steps);
        model.QtR[..model.Steps].CopyTo(right);
        if (!_whole)
            FactorFace(model, right);
        var independent = Factors(model).Rank(TrustRegionStep.RankTolerance(model.QtR.Length, _freeCount));
        Projected = Vectors.Dot(right[..independent], right[..independent]);
    }

    /// <summary>Finds the step on the chosen face.</summary>
    /// <param name="model">The linear model at x.</param>
    /// <param name="x">The parameters; within the bounds.</param>
    /// <param name="scale">Trust-region scale of each variable of the model.</param>
    /// <param name="radius">Largest scaled length; +∞ for the Gauss–Newton step.</param>
    /// <param name="damping">Damping, as in <see cref="TrustRegionStep.Solve"/>.</param>
    /// <param name="step">Receives s for each variable of the model.</param>
    public void Solve(LinearModel model, ReadOnlySpan<double> x, ReadOnlySpan<double> scale, double radius, ref double damping, Span<double> step)
    {
        step[..model.Count].Clear();
        Interior = true;
        ChooseFace(model, x);
        var right = _faceRight.AsSpan(0, model.Steps);
        while (_freeCount > 0)
        {
            SolveFace(model, scale, radius, ref damping);
            if (!MoveToLimits(model, x, step))
                break;

            // The face has shrunk: the rest is solved again, with the residuals as the clamped parameters leave them.
            Interior = false;
            model.QtR[..model.Steps].CopyTo(right);
            AddClamped(model, step, right);
            FactorFace(model, right);
        }

        for (var k = 0; k < _freeCount; k++)
            step[_free[k]] = _faceStep[k];
    }

    /// <summary>
    /// Half of the geodesic acceleration (Transtrum and Sethna 2012): the solution of the same damped equations for the second derivative of the
    /// residuals along the step.
    /// Only after an interior step.
    /// </summary>
    /// <param name="model">The linear model at x.</param>
    /// <param name="scale">As in <see cref="Solve"/>.</param>
    /// <param name="damping">The damping that the step ended with.</param>
    /// <param name="second">Qᵀ times the second directional derivative; overwritten.</param>
    /// <param name="acceleration">Receives the acceleration of each variable of the model.</param>
    public void Accelerate(LinearModel model, ReadOnlySpan<double> scale, double damping, Span<double> second, Span<double> acceleration)
    {
        acceleration[..model.Count].Clear();
        var qr = Factors(model);
        if (!_whole)
            _face.ApplyTranspose(second[..model.Steps]);
        for (var k = 0; k < _freeCount; k++)
            _faceScale[k] = scale[_free[k]];
        if (damping > 0)
            _solver.SolveDamped(qr, second, _faceScale.AsSpan(0, _freeCount), damping, _faceStep.AsSpan(0, _freeCount));
        else
            _solver.GaussNewton(qr, second, _faceStep.AsSpan(0, _freeCount));
        for (var k = 0; k < _freeCount; k++)
            acceleration[_free[k]] = _faceStep[k];
    }

    /// <summary>‖D·s‖ over all variables of the model.</summary>
    public double ScaledLength(ReadOnlySpan<double> scale, ReadOnlySpan<double> step) => _solver.ScaledLength(scale, step);

    private void SolveFace(LinearModel model, ReadOnlySpan<double> scale, double radius, ref double damping)
    {
        var qr = Factors(model);
        for (var k = 0; k < _freeCount; k++)
            _faceScale[k] = scale[_free[k]];
        var faceStep = _faceStep.AsSpan(0, _freeCount);
        if (double.IsPositiveInfinity(radius))
        {
            FullRank = _solver.GaussNewton(qr, _faceRight, faceStep) == _freeCount;
            damping = 0;
        }
        else
        {
            _solver.Solve(qr, _faceRight, _faceScale.AsSpan(0, _freeCount), radius, ref damping, faceStep);
        }
    }

    /// <summary>
    /// Takes the parameters that the step carries past a limit off the face, with exactly the step to the limit. Returns whether there were any.
    /// </summary>
    private bool MoveToLimits(LinearModel model, ReadOnlySpan<double> x, Span<double> step)
    {
        var kept = 0;
        for (var k = 0; k < _freeCount; k++)
        {
            var variable = _free[k];
            var i = model.Variables[variable];
            var target = x[i] + (_faceStep[k] / model.ColumnLengths[variable]);
            var projected = bounds.Project(i, target);
            if (projected == target || double.IsNaN(target))
                _free[kept++] = variable;
            else
                step[variable] = (projected - x[i]) * model.ColumnLengths[variable];
        }

        var any = kept != _freeCount;
        _freeCount = kept;
        return any;
    }

    private static void AddClamped(LinearModel model, ReadOnlySpan<double> step, Span<double> right)
    {
        for (var k = 0; k < model.Count; k++)
        {
            var variable = model.Qr.Order[k];
            if (step[variable] == 0)
                continue;
            for (var i = 0; i <= Math.Min(k, right.Length - 1); i++)
                right[i] += model.Qr.R(i, k) * step[variable];
        }
    }

    /// <summary>Factors the columns of R that belong to the free variables, and applies the reflections to <paramref name="right"/>.</summary>
    private void FactorFace(LinearModel model, Span<double> right)
    {
        _whole = false;
        _face.Reset(model.Steps, _freeCount);
        for (var k = 0; k < _freeCount; k++)
        {
            var column = _face.Column(k);
            var place = model.Places[_free[k]];
            for (var i = 0; i < column.Length; i++)
                column[i] = i <= place ? model.Qr.R(i, place) : 0;
        }

        _face.Factor();
        _face.ApplyTranspose(right);
    }
}
