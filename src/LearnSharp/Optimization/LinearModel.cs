using System;

namespace LearnSharp.Optimization;

/// <summary>
/// The residuals around a point as a linear function of the parameters that are not fixed, factored for solving. Every column of the Jacobian is
/// divided by
/// its length, so that parameters of very different magnitude meet on equal terms and rank does not depend on their units.
/// </summary>
internal sealed class LinearModel
{
    private readonly int _parameterCount;
    private readonly double[] _lengths;
    private readonly double[] _gradient;
    private readonly double[] _qtr;
    private readonly int[] _variables;
    private readonly int[] _places;

    /// <summary>Sets up for <paramref name="residualCount"/> residuals of as many parameters as there are <paramref name="bounds"/>.</summary>
    public LinearModel(int residualCount, Bounds bounds)
    {
        _parameterCount = bounds.Count;
        _variables = new int[_parameterCount];
        for (var i = 0; i < _parameterCount; i++)
        {
            if (!bounds.IsFixed(i))
                _variables[Count++] = i;
        }

        _lengths = new double[Count];
        _gradient = new double[Count];
        _places = new int[Count];
        _qtr = new double[residualCount];
        Qr = new PivotedQr(residualCount, Count);
    }

    /// <summary>Number of variables: parameters that are not fixed.</summary>
    public int Count { get; }

    /// <summary>The parameter behind each variable.</summary>
    public ReadOnlySpan<int> Variables => _variables.AsSpan(0, Count);

    /// <summary>Length of each variable's column of the Jacobian; 1 for a column of zeros.</summary>
    public ReadOnlySpan<double> ColumnLengths => _lengths;

    /// <summary>Half of the gradient of Σ r², Jᵀr, divided by the column lengths.</summary>
    public ReadOnlySpan<double> Gradient => _gradient;

    /// <summary>Factors of the scaled Jacobian.</summary>
    public PivotedQr Qr { get; }

    /// <summary>Place of each variable in the pivoted order.</summary>
    public ReadOnlySpan<int> Places => _places;

    /// <summary>Qᵀr: in its first rows, up to <see cref="Steps"/>, what a step can change.</summary>
    public ReadOnlySpan<double> QtR => _qtr;

    /// <summary>Rows of R.</summary>
    public int Steps => Qr.Steps;

    /// <summary>Factors the model.</summary>
    /// <param name="residuals">The m residuals.</param>
    /// <param name="jacobian">The Jacobian over all parameters, row-major; its columns have finite lengths.</param>
    public void Build(ReadOnlySpan<double> residuals, ReadOnlySpan<double> jacobian)
    {
        var rows = residuals.Length;
        Qr.Reset(rows, Count);
        Gather(jacobian, rows);
        for (var k = 0; k < Count; k++)
        {
            var column = Qr.Column(k);
            var length = Vectors.Norm(column);
            _lengths[k] = length == 0 ? 1 : length;
            for (var i = 0; i < rows; i++)
                column[i] /= _lengths[k];
            _gradient[k] = Vectors.Dot(column, residuals);
        }

        Qr.Factor();
        for (var k = 0; k < Count; k++)
            _places[Qr.Order[k]] = k;
        residuals.CopyTo(_qtr);
        Qr.ApplyTranspose(_qtr);
    }

    /// <summary>Turns rows into columns, in blocks of rows that stay in the cache while every column reads them.</summary>
    private void Gather(ReadOnlySpan<double> jacobian, int rows)
    {
        const int Block = 64;
        for (var from = 0; from < rows; from += Block)
        {
            var to = Math.Min(rows, from + Block);
            for (var k = 0; k < Count; k++)
            {
                var column = Qr.Column(k);
                for (int i = from, at = (from * _parameterCount) + _variables[k]; i < to; i++, at += _parameterCount)
                    column[i] = jacobian[at];
            }
        }
    }

    /// <summary>By how much the model says that Σ r² falls with the scaled step <paramref name="step"/>.</summary>
    public double PredictedReduction(ReadOnlySpan<double> step)
    {
        double sum = 0;
        for (var i = 0; i < Steps; i++)
        {
            var change = Change(i, step);
            sum -= change * ((2 * _qtr[i]) + change);
        }

        return sum;
    }

    /// <summary>Row i of R·Pᵀ·s, the change of the i-th rotated residual.</summary>
    public double Change(int i, ReadOnlySpan<double> step)
    {
        double sum = 0;
        for (var k = i; k < Count; k++)
            sum += Qr.R(i, k) * step[Qr.Order[k]];
        return sum;
    }

    /// <summary>
    /// ‖(cⱼxⱼ)‖: how far the residuals would move, at most, if every parameter changed by its own size. The unit of rounding errors in the
    /// residuals.
    /// </summary>
    public double Magnitude(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (var k = 0; k < Count; k++)
        {
            var part = _lengths[k] * x[_variables[k]];
            sum += part * part;
        }

        return Math.Sqrt(sum);
    }
}
