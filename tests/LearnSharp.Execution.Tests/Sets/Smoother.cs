namespace LearnSharp.Execution.Tests.Sets;

/// <summary>A class with an array of weights, and with a memory: arrays and numbers that are no weights.</summary>
internal sealed partial class Smoother
{
    private readonly double[] _window = new double[3];

    [Weight]
    private double[] _taps = [0.5, 0.25, 0.125];

    [Weight(Min = 0, Max = 1)]
    private double _keep = 0.5;

    private double _last = 2;

    public double Scale { get; set; } = 3;

    /// <summary>What <see cref="Next"/> gave last.</summary>
    public double Last => _last;

    /// <summary>Changes the memory, and reads a property that is only read.</summary>
    [Learnable]
    public double Next(double x)
    {
        for (var i = _window.Length - 1; i > 0; i--)
            _window[i] = _window[i - 1];
        _window[0] = x;
        if (x < 0)
            return _last;
        var sum = 0.0;
        for (var i = 0; i < _taps.Length; i++)
            sum += _taps[i] * _window[i];
        Remember(sum);
        return _last + Level;
    }

    private void Remember(double sum)
    {
        if (sum > 1e6)
            return;
        _last = (_keep * _last) + (Scale * sum);
    }

    /// <summary>Reads the memory and leaves it alone.</summary>
    [Learnable]
    public double Ahead(double x) => (x * _taps[0]) + (_taps[1] * _last) + Level;

    private double Level => _keep * _last * Scale;
}
