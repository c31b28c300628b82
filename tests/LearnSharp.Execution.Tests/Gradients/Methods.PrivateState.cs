using System;
using System.Numerics;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    /// <summary>A filter whose state and rate are its own business.</summary>
    public struct Smoother
    {
        private readonly double _rate;
        private double _state;
        private int _count;

        public Smoother(double rate, double start = 0)
        {
            if (rate is < 0 or > 1)
                throw new ArgumentOutOfRangeException(nameof(rate));
            _rate = rate;
            _state = start;
            _count = 0;
        }

        public readonly double State => _state;

        public double Next(double x)
        {
            _count++;
            return _state += (x - _state) * _rate * (1 + 1.0 / _count);
        }
    }

    /// <summary>A point that shows its numbers through properties alone.</summary>
    public readonly struct Mark
    {
        private readonly double _x, _y;

        public Mark(double x, double y) => (_x, _y) = (x, y);

        public double X => _x;

        public double Y => _y;

        public static Mark operator -(Mark a, Mark b) => new(a._x - b._x, a._y - b._y);

        public double Norm(double weight) => Math.Sqrt((_x * _x) + (weight * _y * _y));
    }

    /// <summary>A generic struct with constraints.</summary>
    public struct Total<T>(T start)
        where T : struct, INumber<T>
    {
        private T _sum;

        public readonly T Sum => (_sum + start) * start;

        public void Add(T value) => _sum += value;
    }

    private struct Secret
    {
        public double Open;
        private double _hidden;

        public Secret(double open)
        {
            Open = open;
            _hidden = open * open;
        }

        public readonly double Hidden => _hidden;
    }

    [Learnable]
    public static double Smoothed(Smoother first, double[] values, [Weight] double rate = 0.4, [Weight] double scale = 1.3)
    {
        var second = new Smoother(rate, first.State);
        var sum = 0.0;
        foreach (var value in values)
            sum += first.Next(value * scale) * second.Next(value);
        return sum;
    }

    [Learnable]
    public static double Spread(Mark[] spots, Mark centre, [Weight] double weight = 0.7, [Weight] double bias = 0.3)
    {
        var sum = bias;
        foreach (var spot in spots)
            sum += (spot - centre).Norm(weight);
        return sum * sum;
    }

    [Learnable]
    public static Mark Mirrored(Mark spot, double x, [Weight] double weight = 0.7) => new(spot.Y * weight, spot.X * x);

    [Learnable]
    public static double Totals(Total<double> total, double x, [Weight] double weight = 0.7)
    {
        total.Add(x * weight);
        var count = new Total<float>(2);
        count.Add(3);
        return total.Sum * count.Sum;
    }

    [Learnable]
    public static double Secrets(double x, [Weight] double weight = 0.7)
    {
        var secrets = new Secret[2];
        secrets[1] = new Secret(x * weight);
        secrets[0].Open = secrets[1].Hidden;
        return secrets[0].Open * x + secrets[1].Open;
    }
}
