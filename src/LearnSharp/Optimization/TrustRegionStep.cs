using System;

namespace LearnSharp.Optimization;

/// <summary>
/// Solves min ‖A·s + r‖ subject to ‖D·s‖ ≤ Δ from a pivoted QR factorization of A, by Newton's method on the length of the damped step
/// (Moré 1978, "The Levenberg–Marquardt algorithm: implementation and theory", section 5). Never forms AᵀA.
/// </summary>
internal sealed class TrustRegionStep(int maxColumns)
{
    // Lengths within a tenth of the radius are as good as exact (Moré 1978, equation 5.8).
    private const double LengthTolerance = 0.1;
    private const int MaxNewtonSteps = 12;

    private readonly double[] _triangle = new double[maxColumns * maxColumns];
    private readonly double[] _row = new double[maxColumns];
    private readonly double[] _right = new double[maxColumns];
    private readonly double[] _work = new double[maxColumns];
    private readonly double[] _work2 = new double[maxColumns];

    /// <summary>Diagonal elements of R below this fraction of the first one count as zero; the columns are expected to be scaled alike.</summary>
    public static double RankTolerance(int rows, int columns) => Math.Max(rows, columns) * Math.ScaleB(1, -52);

    /// <summary>Finds the step and its damping.</summary>
    /// <param name="qr">Factors of A.</param>
    /// <param name="qtr">Qᵀ·r; its first rows are read.</param>
    /// <param name="scale">Diagonal of D, in the order of A's columns.</param>
    /// <param name="radius">Δ.</param>
    /// <param name="damping">In: a guess, such as the damping of the step before. Out: λ of (AᵀA + λD²)s = −Aᵀr; zero where the undamped step is
    /// short enough.</param>
    /// <param name="step">Receives s, in the order of A's columns.</param>
    public void Solve(PivotedQr qr, ReadOnlySpan<double> qtr, ReadOnlySpan<double> scale, double radius, ref double damping, Span<double> step)
    {
        var n = qr.Columns;
        var rank = GaussNewton(qr, qtr, step);
        var length = ScaledLength(scale, step);
        var excess = length - radius;
        if (excess <= LengthTolerance * radius)
        {
            damping = 0;
            return;
        }

        var work = _work.AsSpan(0, n);
        double low = 0;
        if (rank == n)
        {
            PivotedScaledDirection(qr, scale, step, length, work);
            SolveTransposed(qr, work);
            low = excess / radius / Vectors.Dot(work, work);
        }

        var gradient = ScaledGradientLength(qr, qtr, scale);
        var high = gradient / radius;
        if (high == 0)
            high = double.Epsilon / Math.Min(radius, LengthTolerance);
        var lambda = Math.Min(Math.Max(damping, low), high);
        if (lambda == 0)
            lambda = gradient / length;

        for (var iteration = 1; ; iteration++)
        {
            if (lambda == 0)
                lambda = Math.Max(double.Epsilon, 1e-3 * high);
            SolveDamped(qr, qtr, scale, lambda, step);
            length = ScaledLength(scale, step);
            var before = excess;
            excess = length - radius;
            var flat = low == 0 && excess <= before && before < 0;
            if (Math.Abs(excess) <= LengthTolerance * radius || flat || iteration == MaxNewtonSteps)
                break;

            PivotedScaledDirection(qr, scale, step, length, work);
            SolveDampedTransposed(n, work);
            var correction = excess / radius / Vectors.Dot(work, work);
            if (excess > 0)
                low = Math.Max(low, lambda);
            else
                high = Math.Min(high, lambda);
            lambda = Math.Max(low, lambda + correction);
        }

        damping = lambda;
    }

    /// <summary>The undamped step, with the components beyond the numerical rank left at zero. Returns the rank.</summary>
    public int GaussNewton(PivotedQr qr, ReadOnlySpan<double> qtr, Span<double> step)
    {
        var n = qr.Columns;
        var rank = qr.Rank(RankTolerance(qr.Rows, n));
        var z = _right.AsSpan(0, n);
        for (var i = 0; i < n; i++)
            z[i] = i < rank ? -qtr[i] : 0;
        for (var i = rank - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < rank; j++)
                z[i] -= qr.R(i, j) * z[j];
            z[i] /= qr.R(i, i);
        }

        for (var i = 0; i < n; i++)
            step[qr.Order[i]] = z[i];
        return rank;
    }

    /// <summary>Solves (AᵀA + λD²)s = −Aᵀr by eliminating the rows √λ·D from R with Givens rotations.</summary>
    public void SolveDamped(PivotedQr qr, ReadOnlySpan<double> qtr, ReadOnlySpan<double> scale, double lambda, Span<double> step)
    {
        var n = qr.Columns;
        var root = Math.Sqrt(lambda);
        var right = _right.AsSpan(0, n);
        for (var i = 0; i < n; i++)
        {
            right[i] = i < qr.Steps ? -qtr[i] : 0;
            for (var j = i; j < n; j++)
                _triangle[(i * n) + j] = i < qr.Steps ? qr.R(i, j) : 0;
        }

        for (var k = 0; k < n; k++)
            EliminateRow(k, root * scale[qr.Order[k]], right);

        for (var i = n - 1; i >= 0; i--)
        {
            var sum = right[i];
            for (var j = i + 1; j < n; j++)
                sum -= _triangle[(i * n) + j] * right[j];
            var pivot = _triangle[(i * n) + i];
            right[i] = pivot == 0 ? 0 : sum / pivot;
        }

        for (var i = 0; i < n; i++)
            step[qr.Order[i]] = right[i];
    }

    /// <summary>‖D·s‖.</summary>
    public double ScaledLength(ReadOnlySpan<double> scale, ReadOnlySpan<double> step)
    {
        var product = _work2.AsSpan(0, step.Length);
        for (var i = 0; i < step.Length; i++)
            product[i] = scale[i] * step[i];
        return Vectors.Norm(product);
    }

    private void EliminateRow(int k, double diagonal, Span<double> right)
    {
        var n = right.Length;
        if (diagonal == 0)
            return;
        var row = _row.AsSpan(0, n);
        row[k..].Clear();
        row[k] = diagonal;
        double rowRight = 0;
        for (var i = k; i < n; i++)
        {
            if (row[i] == 0)
                continue;
            var pivot = _triangle[(i * n) + i];
            var length = Hypotenuse(pivot, row[i]);
            var c = pivot / length;
            var s = row[i] / length;
            _triangle[(i * n) + i] = length;
            for (var j = i + 1; j < n; j++)
            {
                var upper = _triangle[(i * n) + j];
                _triangle[(i * n) + j] = (c * upper) + (s * row[j]);
                row[j] = (c * row[j]) - (s * upper);
            }

            var top = right[i];
            right[i] = (c * top) + (s * rowRight);
            rowRight = (c * rowRight) - (s * top);
        }
    }

    private static double Hypotenuse(double a, double b)
    {
        a = Math.Abs(a);
        b = Math.Abs(b);
        var (large, small) = a > b ? (a, b) : (b, a);
        var ratio = small / large;
        return large * Math.Sqrt(1 + (ratio * ratio));
    }

    /// <summary>Pᵀ·D²·s / ‖D·s‖.</summary>
    private static void PivotedScaledDirection(
        PivotedQr qr, ReadOnlySpan<double> scale, ReadOnlySpan<double> step, double length, Span<double> result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            var j = qr.Order[i];
            result[i] = scale[j] * (scale[j] * step[j] / length);
        }
    }

    /// <summary>‖D⁻¹·Aᵀr‖.</summary>
    private double ScaledGradientLength(PivotedQr qr, ReadOnlySpan<double> qtr, ReadOnlySpan<double> scale)
    {
        var gradient = _work2.AsSpan(0, qr.Columns);
        for (var j = 0; j < qr.Columns; j++)
        {
            double sum = 0;
            for (var i = 0; i <= Math.Min(j, qr.Steps - 1); i++)
                sum += qr.R(i, j) * qtr[i];
            gradient[j] = sum / scale[qr.Order[j]];
        }

        return Vectors.Norm(gradient);
    }

    /// <summary>w ← R⁻ᵀ·w.</summary>
    private static void SolveTransposed(PivotedQr qr, Span<double> w)
    {
        for (var j = 0; j < w.Length; j++)
        {
            for (var i = 0; i < j; i++)
                w[j] -= qr.R(i, j) * w[i];
            w[j] /= qr.R(j, j);
        }
    }

    /// <summary>w ← S⁻ᵀ·w with the triangle that <see cref="SolveDamped"/> left.</summary>
    private void SolveDampedTransposed(int n, Span<double> w)
    {
        for (var j = 0; j < n; j++)
        {
            for (var i = 0; i < j; i++)
                w[j] -= _triangle[(i * n) + j] * w[i];
            var pivot = _triangle[(j * n) + j];
            w[j] = pivot == 0 ? 0 : w[j] / pivot;
        }
    }
}
