using System;

namespace LearnSharp.Execution.Tests.Sets;

/// <summary>A struct whose weights, one of them an array, come along with every copy, and whose memory does not.</summary>
internal partial struct Valve
{
    [Weight]
    private double _gain = 0.8;

    [Weight]
    public double[] Taps = [0.5, 0.25];

    [Choice]
    public bool IsBiased { get; init; } = true;

    private double _last;

    public Valve()
    {
    }

    public Valve(double last) => _last = last;

    public readonly double Level => _gain * _last;

    [Learnable]
    public double Next(double x)
    {
        var next = (_gain * x) + (Taps[0] * _last) + (IsBiased ? Taps[1] : 0);
        _last = x;
        return next;
    }

    /// <summary>Two valves share the weights; a copy goes on from where it was made.</summary>
    [Learnable]
    internal static double Flow(double[] inputs, double start)
    {
        var valve = new Valve(start);
        var other = new Valve(1) { IsBiased = false };
        var sum = 0.0;
        foreach (var input in inputs)
        {
            var copy = valve;
            sum += valve.Next(input) * other.Next(input * input);
            sum += Twice(copy, input) - copy.Level;
        }

        return sum + valve.Level;
    }

    private static double Twice(Valve valve, double x) => valve.Next(x) * Math.Sin(valve.Next(x));
}
