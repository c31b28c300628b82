using System;

namespace LearnSharp.Optimization;

/// <summary>The covariance of fitted parameters, s²(JᵀJ)⁻¹, from a rank-revealing factorization.</summary>
internal static class Covariance
{
    // A direction without influence on the residuals has length 1 among the scaled parameters; components below this are rounding errors.
    private const double NullComponent = 1e-7;

    /// <summary>Computes the matrix.</summary>
    /// <param name="qr">Factors of the Jacobian of the free parameters, each column divided by its length.</param>
    /// <param name="rank">Numerical rank of <paramref name="qr"/>.</param>
    /// <param name="parameters">The parameter behind each column.</param>
    /// <param name="lengths">The length of each column.</param>
    /// <param name="count">Number of all parameters n.</param>
    /// <param name="variance">s².</param>
    /// <returns>
    /// n×n, row-major. Parameters without a column: NaN. Parameters that the rank leaves undetermined: +∞ on the diagonal, NaN elsewhere.
    /// </returns>
    public static double[] Compute(PivotedQr qr, int rank, ReadOnlySpan<int> parameters, ReadOnlySpan<double> lengths, int count, double variance)
    {
        var result = new double[count * count];
        Array.Fill(result, double.NaN);
        var undetermined = Undetermined(qr, rank);
        var inverse = Inverse(qr, rank);
        for (var a = 0; a < qr.Columns; a++)
        {
            var i = qr.Order[a];
            if (undetermined[a])
            {
                result[(parameters[i] * count) + parameters[i]] = double.PositiveInfinity;
                continue;
            }

            for (var b = 0; b < rank; b++)
            {
                if (undetermined[b])
                    continue;
                double sum = 0;
                for (var k = Math.Max(a, b); k < rank; k++)
                    sum += inverse[(a * rank) + k] * inverse[(b * rank) + k];
                var j = qr.Order[b];
                result[(parameters[i] * count) + parameters[j]] = variance * sum / lengths[i] / lengths[j];
            }
        }

        return result;
    }

    /// <summary>Which columns, in pivoted order, take part in a direction that R maps to zero: the solutions of R₁₁·z = −R₁₂·e.</summary>
    private static bool[] Undetermined(PivotedQr qr, int rank)
    {
        var result = new bool[qr.Columns];
        var z = new double[rank];
        for (var free = rank; free < qr.Columns; free++)
        {
            result[free] = true;
            for (var i = rank - 1; i >= 0; i--)
            {
                z[i] = -qr.R(i, free);
                for (var j = i + 1; j < rank; j++)
                    z[i] -= qr.R(i, j) * z[j];
                z[i] /= qr.R(i, i);
            }

            var length = Math.Sqrt(1 + Vectors.Dot(z, z));
            for (var i = 0; i < rank; i++)
                result[i] |= Math.Abs(z[i]) > NullComponent * length;
        }

        return result;
    }

    private static double[] Inverse(PivotedQr qr, int rank)
    {
        var inverse = new double[rank * rank];
        for (var column = 0; column < rank; column++)
        {
            for (var i = column; i >= 0; i--)
            {
                double sum = i == column ? 1 : 0;
                for (var j = i + 1; j <= column; j++)
                    sum -= qr.R(i, j) * inverse[(j * rank) + column];
                inverse[(i * rank) + column] = sum / qr.R(i, i);
            }
        }

        return inverse;
    }
}
