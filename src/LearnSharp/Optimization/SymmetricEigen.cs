using System;

namespace LearnSharp.Optimization;

/// <summary>
/// Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, section 8.5), accurate to the last
/// digits.
/// </summary>
internal static class SymmetricEigen
{
    private const int MaxSweeps = 60;

    /// <summary>Decomposes A = V·diag(λ)·Vᵀ.</summary>
    /// <param name="a">n×n; overwritten.</param>
    /// <param name="n">Rows.</param>
    /// <param name="vectors">Receives Vᵀ: row k is the k-th eigenvector.</param>
    /// <param name="values">Receives λ, unordered.</param>
    public static void Decompose(Span<double> a, int n, Span<double> vectors, Span<double> values)
    {
        vectors[..(n * n)].Clear();
        for (var i = 0; i < n; i++)
            vectors[(i * n) + i] = 1;
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            var rotated = false;
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                    rotated |= Rotate(a, n, p, q, vectors);
            }

            if (!rotated)
                break;
        }

        for (var i = 0; i < n; i++)
            values[i] = a[(i * n) + i];
    }

    private static bool Rotate(Span<double> a, int n, int p, int q, Span<double> vectors)
    {
        var off = a[(p * n) + q];
        var app = a[(p * n) + p];
        var aqq = a[(q * n) + q];
        if (!(Math.Abs(off) > 1e-17 * Math.Sqrt(Math.Abs(app)) * Math.Sqrt(Math.Abs(aqq))) || !double.IsFinite(off))
            return false;
        var theta = (aqq - app) / (2 * off);
        var t = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < n; k++)
        {
            var akp = a[(k * n) + p];
            var akq = a[(k * n) + q];
            a[(k * n) + p] = (c * akp) - (s * akq);
            a[(k * n) + q] = (s * akp) + (c * akq);
        }

        RotateRows(a.Slice(p * n, n), a.Slice(q * n, n), c, s);
        RotateRows(vectors.Slice(p * n, n), vectors.Slice(q * n, n), c, s);
        a[(p * n) + q] = a[(q * n) + p] = 0;
        return true;
    }

    private static void RotateRows(Span<double> p, Span<double> q, double c, double s)
    {
        for (var k = 0; k < p.Length; k++)
        {
            var (x, y) = (p[k], q[k]);
            p[k] = (c * x) - (s * y);
            q[k] = (s * x) + (c * y);
        }
    }
}
