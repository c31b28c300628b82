using System;

namespace LearnSharp.Optimization;

/// <summary>Gaussian elimination for the few small dense systems that are not least squares.</summary>
internal static class SmallMatrix
{
    /// <summary>Solves A·X = B in place by elimination with partial pivoting. Both are overwritten; B then holds X.</summary>
    /// <param name="a">n×n, row-major.</param>
    /// <param name="n">Rows.</param>
    /// <param name="b">n×<paramref name="columns"/>, row-major.</param>
    /// <param name="columns">Number of right-hand sides.</param>
    /// <returns>False where A is singular.</returns>
    public static bool TrySolve(Span<double> a, int n, Span<double> b, int columns)
    {
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[(i * n) + k]) > Math.Abs(a[(pivot * n) + k]))
                    pivot = i;
            }

            var diagonal = a[(pivot * n) + k];
            if (diagonal == 0 || !double.IsFinite(diagonal))
                return false;
            Exchange(a, n, k, pivot);
            Exchange(b, columns, k, pivot);
            for (var i = k + 1; i < n; i++)
            {
                var factor = a[(i * n) + k] / diagonal;
                if (factor == 0)
                    continue;
                for (var j = k + 1; j < n; j++)
                    a[(i * n) + j] -= factor * a[(k * n) + j];
                for (var j = 0; j < columns; j++)
                    b[(i * columns) + j] -= factor * b[(k * columns) + j];
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var c = 0; c < columns; c++)
            {
                var sum = b[(i * columns) + c];
                for (var j = i + 1; j < n; j++)
                    sum -= a[(i * n) + j] * b[(j * columns) + c];
                b[(i * columns) + c] = sum / a[(i * n) + i];
            }
        }

        return true;
    }

    /// <summary>Writes A⁻¹. A is overwritten.</summary>
    public static bool TryInvert(Span<double> a, int n, Span<double> inverse)
    {
        inverse = inverse[..(n * n)];
        inverse.Clear();
        for (var i = 0; i < n; i++)
            inverse[(i * n) + i] = 1;
        return TrySolve(a, n, inverse, n);
    }

    private static void Exchange(Span<double> rows, int width, int i, int j)
    {
        if (i == j)
            return;
        for (var k = 0; k < width; k++)
            (rows[(i * width) + k], rows[(j * width) + k]) = (rows[(j * width) + k], rows[(i * width) + k]);
    }
}
