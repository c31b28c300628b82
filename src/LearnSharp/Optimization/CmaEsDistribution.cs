using System;

namespace LearnSharp.Optimization;

/// <summary>
/// The normal distribution that CMA-ES samples and adapts: mean, step size and covariance, with both evolution paths (Hansen 2016, figure 6).
/// </summary>
internal sealed class CmaEsDistribution
{
    private const double LargestCondition = 1e14;

    private readonly int _n;
    private readonly CmaEsWeights _weights;
    private readonly int _lazyGenerations;
    private readonly double[] _covariance;
    private readonly double[] _axes;
    private readonly double[] _lengths;
    private readonly double[] _stepPath;
    private readonly double[] _path;
    private readonly double[] _mean;
    private readonly double[] _meanStep;
    private readonly double[] _work;
    private readonly double[] _scratch;
    private int _generation;
    private int _decomposedAt;

    /// <summary>Starts at <paramref name="mean"/> with the covariance <paramref name="sigma"/>²·I.</summary>
    public CmaEsDistribution(double[] mean, double sigma, CmaEsWeights weights)
    {
        _n = mean.Length;
        _weights = weights;
        _mean = mean;
        Sigma = sigma;
        _lazyGenerations = Math.Max(1, (int)(1 / (10.0 * _n * (weights.RankOne + weights.RankMany))));
        _covariance = new double[_n * _n];
        _axes = new double[_n * _n];
        _lengths = new double[_n];
        _stepPath = new double[_n];
        _path = new double[_n];
        _meanStep = new double[_n];
        _work = new double[_n];
        _scratch = new double[_n * _n];
        for (var i = 0; i < _n; i++)
        {
            _covariance[(i * _n) + i] = _axes[(i * _n) + i] = 1;
            _lengths[i] = 1;
        }
    }

    /// <summary>σ.</summary>
    public double Sigma { get; private set; }

    /// <summary>The mean.</summary>
    public ReadOnlySpan<double> Mean => _mean;

    /// <summary>Whether the covariance has degenerated: it would change nothing, or squeeze the search into a subspace.</summary>
    public bool Degenerate { get; private set; }

    /// <summary>Standard deviation along parameter <paramref name="i"/>, the evolution path included.</summary>
    public double Deviation(int i) => Sigma * Math.Max(Math.Abs(_path[i]), Math.Sqrt(Math.Max(0, _covariance[(i * _n) + i])));

    /// <summary>Draws y, distributed as N(0, C): a point is mean + σ·y.</summary>
    public void Draw(SeededRandom random, Span<double> y)
    {
        y.Clear();
        for (var k = 0; k < _n; k++)
            Vectors.AddScaled(_lengths[k] * random.NextGaussian(), _axes.AsSpan(k * _n, _n), y);
    }

    /// <summary>Makes σ larger, where all points look the same.</summary>
    public void Widen() => Sigma *= Math.Exp(0.2 + (_weights.StepDecay / _weights.Damping));

    /// <summary>Makes σ smaller, where no point could be evaluated.</summary>
    public void Narrow() => Sigma *= 0.5;

    /// <summary>Adapts to a generation.</summary>
    /// <param name="steps">The y of every point, one after another.</param>
    /// <param name="ranking">Indices of the points, best first.</param>
    public void Update(ReadOnlySpan<double> steps, ReadOnlySpan<int> ranking)
    {
        _generation++;
        var w = _weights.Recombination;
        Array.Clear(_meanStep);
        for (var r = 0; r < _weights.Parents; r++)
            Vectors.AddScaled(w[r], steps.Slice(ranking[r] * _n, _n), _meanStep);
        Vectors.AddScaled(Sigma, _meanStep, _mean);

        var cs = _weights.StepDecay;
        Whiten(_meanStep, _work);
        for (var i = 0; i < _n; i++)
            _stepPath[i] *= 1 - cs;
        AddAlongAxes(Math.Sqrt(cs * (2 - cs) * _weights.Mass), _work, _stepPath);
        var length = Vectors.Norm(_stepPath);

        // The stall of the other path while the step size still grows quickly.
        var settled = 1 - Math.Pow(1 - cs, 2.0 * _generation);
        var stall = length / Math.Sqrt(settled) >= (1.4 + (2.0 / (_n + 1))) * _weights.ExpectedLength;
        var cc = _weights.PathDecay;
        for (var i = 0; i < _n; i++)
            _path[i] *= 1 - cc;
        if (!stall)
            Vectors.AddScaled(Math.Sqrt(cc * (2 - cc) * _weights.Mass), _meanStep, _path);

        AdaptCovariance(steps, ranking, stall ? cc * (2 - cc) : 0);
        Sigma *= Math.Exp(Math.Min(1, cs / _weights.Damping * ((length / _weights.ExpectedLength) - 1)));
        if (_generation - _decomposedAt >= _lazyGenerations)
            Decompose();
    }

    private void AdaptCovariance(ReadOnlySpan<double> steps, ReadOnlySpan<int> ranking, double lost)
    {
        var (c1, cm) = (_weights.RankOne, _weights.RankMany);
        var w = _weights.Recombination;
        var keep = 1 + (c1 * lost) - c1 - (cm * _weights.Total);
        for (var i = 0; i < _covariance.Length; i++)
            _covariance[i] *= keep;
        AddOuter(c1, _path);
        for (var r = 0; r < ranking.Length; r++)
        {
            var y = steps.Slice(ranking[r] * _n, _n);
            var weight = w[r];
            if (weight < 0)
            {
                Whiten(y, _work);
                weight *= _n / Math.Max(Vectors.Dot(_work, _work), 1e-12);
            }

            AddOuter(cm * weight, y);
        }
    }

    private void AddOuter(double weight, ReadOnlySpan<double> y)
    {
        for (var i = 0; i < _n; i++)
            Vectors.AddScaled(weight * y[i], y, _covariance.AsSpan(i * _n, _n));
    }

    /// <summary>D⁻¹Bᵀy: of the length of C^(−1/2)·y, in the coordinates of the axes.</summary>
    private void Whiten(ReadOnlySpan<double> y, Span<double> white)
    {
        for (var k = 0; k < _n; k++)
            white[k] = Vectors.Dot(_axes.AsSpan(k * _n, _n), y) / _lengths[k];
    }

    private void AddAlongAxes(double factor, ReadOnlySpan<double> coordinates, Span<double> target)
    {
        for (var k = 0; k < _n; k++)
            Vectors.AddScaled(factor * coordinates[k], _axes.AsSpan(k * _n, _n), target);
    }

    private void Decompose()
    {
        _decomposedAt = _generation;

        // Additions in different orders leave the two triangles apart by rounding errors.
        for (var i = 0; i < _n; i++)
        {
            for (var j = 0; j < i; j++)
                _covariance[(i * _n) + j] = _covariance[(j * _n) + i] = 0.5 * (_covariance[(i * _n) + j] + _covariance[(j * _n) + i]);
        }

        _covariance.CopyTo(_scratch, 0);
        SymmetricEigen.Decompose(_scratch, _n, _axes, _lengths);
        double smallest = double.PositiveInfinity, largest = 0;
        for (var k = 0; k < _n; k++)
        {
            smallest = Math.Min(smallest, _lengths[k]);
            largest = Math.Max(largest, _lengths[k]);
        }

        Degenerate = !(smallest > 0) || !(largest <= LargestCondition * smallest) || !double.IsFinite(largest);
        for (var k = 0; k < _n; k++)
            _lengths[k] = Math.Sqrt(Math.Max(_lengths[k], largest / LargestCondition));
    }
}
