using System;

namespace LearnSharp.Optimization;

/// <summary>
/// Householder factorization A·P = Q·R with column pivoting (Businger and Golub 1965) of a matrix of at most the size given at the start. Columns are
/// exchanged so that the diagonal of R falls in magnitude, which shows the rank.
/// </summary>
internal sealed class PivotedQr
{
    private readonly double[] _a;
    private readonly double[] _diagonal;
    private readonly double[] _beta;
    private readonly double[] _norms;
    private readonly double[] _norms0;
    private readonly int[] _order;

    /// <summary>Room for matrices of up to <paramref name="maxRows"/> × <paramref name="maxColumns"/>.</summary>
    public PivotedQr(int maxRows, int maxColumns)
    {
        _a = new double[checked(maxRows * maxColumns)];
        _diagonal = new double[maxColumns];
        _beta = new double[maxColumns];
        _norms = new double[maxColumns];
        _norms0 = new double[maxColumns];
        _order = new int[maxColumns];
    }

    /// <summary>Rows of the matrix.</summary>
    public int Rows { get; private set; }

    /// <summary>Columns of the matrix.</summary>
    public int Columns { get; private set; }

    /// <summary>Rows of R: the smaller of rows and columns.</summary>
    public int Steps => Math.Min(Rows, Columns);

    /// <summary>Column k of A·P is column <c>Order[k]</c> of A.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, Columns);

    /// <summary>Sets the size of the next matrix, whose columns are then to be written through <see cref="Column"/>.</summary>
    public void Reset(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Column j: of A before <see cref="Factor"/>.</summary>
    public Span<double> Column(int j) => _a.AsSpan(j * Rows, Rows);

    /// <summary>Element of R, in the pivoted order of columns; i ≤ j.</summary>
    public double R(int i, int j) => i == j ? _diagonal[i] : _a[(j * Rows) + i];

    /// <summary>Number of diagonal elements of R above <paramref name="relative"/> times the first one.</summary>
    public int Rank(double relative)
    {
        var rank = 0;
        while (rank < Steps && Math.Abs(_diagonal[rank]) > relative * Math.Abs(_diagonal[0]))
            rank++;
        return rank;
    }

    /// <summary>Factors the matrix in place.</summary>
    public void Factor()
    {
        for (var j = 0; j < Columns; j++)
        {
            _order[j] = j;
            _norms[j] = _norms0[j] = Vectors.Norm(Column(j));
            _diagonal[j] = 0;
        }

        for (var k = 0; k < Steps; k++)
        {
            Exchange(k, LargestFrom(k));
            Reflect(k);
        }
    }

    /// <summary>b ← Qᵀ·b.</summary>
    public void ApplyTranspose(Span<double> b)
    {
        for (var k = 0; k < Steps; k++)
        {
            if (_beta[k] == 0)
                continue;
            var v = Column(k)[k..];
            var tail = b[k..Rows];
            Vectors.AddScaled(-_beta[k] * Vectors.Dot(v, tail), v, tail);
        }
    }

    private int LargestFrom(int k)
    {
        var best = k;
        for (var j = k + 1; j < Columns; j++)
        {
            if (_norms[j] > _norms[best])
                best = j;
        }

        return best;
    }

    private void Exchange(int k, int j)
    {
        if (j == k)
            return;
        var a = Column(k);
        var b = Column(j);
        for (var i = 0; i < a.Length; i++)
            (a[i], b[i]) = (b[i], a[i]);
        (_order[k], _order[j]) = (_order[j], _order[k]);
        _norms[j] = _norms[k];
        _norms0[j] = _norms0[k];
    }

    private void Reflect(int k)
    {
        var v = Column(k)[k..];
        var norm = Vectors.Norm(v);
        if (norm == 0)
        {
            _beta[k] = 0;
            return;
        }

        // The sign that avoids cancellation; v is scaled to v[0] in [1, 2] so that beta cannot overflow.
        if (v[0] > 0)
            norm = -norm;
        for (var i = 0; i < v.Length; i++)
            v[i] /= -norm;
        v[0] += 1;
        _beta[k] = 1 / v[0];
        _diagonal[k] = norm;

        for (var j = k + 1; j < Columns; j++)
        {
            var column = Column(j)[k..];
            Vectors.AddScaled(-_beta[k] * Vectors.Dot(v, column), v, column);
            DowndateNorm(j, k, column[0]);
        }
    }

    /// <summary>
    /// Keeps the norm of the rest of column j; computes it anew once cancellation has eaten half of its digits (Dongarra et al. 1979).
    /// </summary>
    private void DowndateNorm(int j, int k, double removed)
    {
        if (_norms[j] == 0)
            return;
        var ratio = Math.Abs(removed) / _norms[j];
        _norms[j] *= Math.Sqrt(Math.Max(0, 1 - (ratio * ratio)));
        var left = _norms[j] / _norms0[j];
        if (left * left > 1e-8)
            return;
        _norms[j] = _norms0[j] = Vectors.Norm(Column(j)[(k + 1)..]);
    }
}
