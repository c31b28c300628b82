using System;

namespace LearnSharp.Optimization;

/// <summary>
/// The limited-memory BFGS approximation of the Hessian in compact form, B = θI − W·M·Wᵀ with W = [Y θS] (Byrd, Nocedal and Schnabel 1994), from
/// the last
/// few steps s and changes of the gradient y.
/// </summary>
internal sealed class CompactHessian
{
    private readonly int _capacity;
    private readonly double[][] _s;
    private readonly double[][] _y;
    private readonly double[,] _ss;
    private readonly double[,] _sy;
    private readonly double[,] _yy;
    private readonly double[] _alpha;
    private readonly double[] _middle;

    /// <summary>Room for <paramref name="capacity"/> pairs of vectors of length <paramref name="count"/>.</summary>
    public CompactHessian(int count, int capacity)
    {
        _capacity = capacity;
        _s = new double[capacity][];
        _y = new double[capacity][];
        for (var i = 0; i < capacity; i++)
        {
            _s[i] = new double[count];
            _y[i] = new double[count];
        }

        _ss = new double[capacity, capacity];
        _sy = new double[capacity, capacity];
        _yy = new double[capacity, capacity];
        _alpha = new double[capacity];
        _middle = new double[4 * capacity * capacity];
    }

    /// <summary>Pairs held.</summary>
    public int Pairs { get; private set; }

    /// <summary>Columns of W: twice the pairs.</summary>
    public int Width => 2 * Pairs;

    /// <summary>θ: the curvature where nothing is known.</summary>
    public double Theta { get; private set; } = 1;

    /// <summary>M, <see cref="Width"/> × <see cref="Width"/>, row-major.</summary>
    public ReadOnlySpan<double> Middle => _middle.AsSpan(0, Width * Width);

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Pairs = 0;
        Theta = 1;
    }

    /// <summary>
    /// Adds a pair. Refused, with false, where the curvature along the step is not clearly positive: B would lose its positive definiteness.
    /// </summary>
    public bool TryAdd(ReadOnlySpan<double> s, ReadOnlySpan<double> y)
    {
        var curvature = Vectors.Dot(s, y);
        var square = Vectors.Dot(y, y);
        if (!(curvature > 2.2e-16 * square) || !double.IsFinite(square) || curvature < 1e-300)
            return false;
        if (Pairs == _capacity)
            DropOldest();
        var k = Pairs++;
        s.CopyTo(_s[k]);
        y.CopyTo(_y[k]);
        for (var i = 0; i <= k; i++)
        {
            _ss[i, k] = _ss[k, i] = Vectors.Dot(_s[i], s);
            _yy[i, k] = _yy[k, i] = Vectors.Dot(_y[i], y);
            _sy[i, k] = Vectors.Dot(_s[i], y);
            _sy[k, i] = Vectors.Dot(s, _y[i]);
        }

        Theta = square / curvature;
        if (InvertMiddle())
            return true;
        Reset();
        return false;
    }

    /// <summary>Row i of W, one number for each of its columns.</summary>
    public void Row(int i, Span<double> row)
    {
        for (var k = 0; k < Pairs; k++)
        {
            row[k] = _y[k][i];
            row[Pairs + k] = Theta * _s[k][i];
        }
    }

    /// <summary>Wᵀ·v.</summary>
    public void TransposeTimes(ReadOnlySpan<double> v, Span<double> result)
    {
        for (var k = 0; k < Pairs; k++)
        {
            result[k] = Vectors.Dot(_y[k], v);
            result[Pairs + k] = Theta * Vectors.Dot(_s[k], v);
        }
    }

    /// <summary>v ← v + f·W·c.</summary>
    public void AddTimes(double f, ReadOnlySpan<double> c, Span<double> v)
    {
        for (var k = 0; k < Pairs; k++)
        {
            Vectors.AddScaled(f * c[k], _y[k], v);
            Vectors.AddScaled(f * Theta * c[Pairs + k], _s[k], v);
        }
    }

    /// <summary>M·v.</summary>
    public void MiddleTimes(ReadOnlySpan<double> v, Span<double> result)
    {
        for (var i = 0; i < Width; i++)
            result[i] = Vectors.Dot(_middle.AsSpan(i * Width, Width), v);
    }

    /// <summary>Wᵀ·W, from the products at hand.</summary>
    public void Gram(Span<double> result)
    {
        for (var i = 0; i < Pairs; i++)
        {
            for (var j = 0; j < Pairs; j++)
            {
                result[(i * Width) + j] = _yy[i, j];
                result[(i * Width) + Pairs + j] = Theta * _sy[j, i];
                result[((Pairs + i) * Width) + j] = Theta * _sy[i, j];
                result[((Pairs + i) * Width) + Pairs + j] = Theta * Theta * _ss[i, j];
            }
        }
    }

    /// <summary>v ← B⁻¹·v, by the two-loop recursion (Nocedal 1980).</summary>
    public void Solve(Span<double> v)
    {
        for (var k = Pairs - 1; k >= 0; k--)
        {
            _alpha[k] = Vectors.Dot(_s[k], v) / _sy[k, k];
            Vectors.AddScaled(-_alpha[k], _y[k], v);
        }

        for (var i = 0; i < v.Length; i++)
            v[i] /= Theta;
        for (var k = 0; k < Pairs; k++)
        {
            var beta = Vectors.Dot(_y[k], v) / _sy[k, k];
            Vectors.AddScaled(_alpha[k] - beta, _s[k], v);
        }
    }

    private void DropOldest()
    {
        (var s, var y) = (_s[0], _y[0]);
        Array.Copy(_s, 1, _s, 0, _capacity - 1);
        Array.Copy(_y, 1, _y, 0, _capacity - 1);
        (_s[^1], _y[^1]) = (s, y);
        for (var i = 1; i < _capacity; i++)
        {
            for (var j = 1; j < _capacity; j++)
            {
                _ss[i - 1, j - 1] = _ss[i, j];
                _sy[i - 1, j - 1] = _sy[i, j];
                _yy[i - 1, j - 1] = _yy[i, j];
            }
        }

        Pairs--;
    }

    /// <summary>M = [−D Lᵀ; L θSᵀS]⁻¹, where D is the diagonal of SᵀY and L what lies below it.</summary>
    private bool InvertMiddle()
    {
        var n = Width;
        var a = new double[n * n];
        for (var i = 0; i < Pairs; i++)
        {
            a[(i * n) + i] = -_sy[i, i];
            for (var j = 0; j < Pairs; j++)
            {
                a[((Pairs + i) * n) + Pairs + j] = Theta * _ss[i, j];
                if (i <= j)
                    continue;
                a[((Pairs + i) * n) + j] = _sy[i, j];
                a[(j * n) + Pairs + i] = _sy[i, j];
            }
        }

        return SmallMatrix.TryInvert(a, n, _middle);
    }
}
