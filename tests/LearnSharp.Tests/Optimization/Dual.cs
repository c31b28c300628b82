using System;

namespace LearnSharp.Tests.Optimization;

/// <summary>A value with its derivatives by n parameters: forward-mode differentiation for the models of these tests.</summary>
internal sealed class Dual(double value, double[] partials)
{
    public double Value { get; } = value;

    public double[] Partials { get; } = partials;

    public static Dual[] Variables(ReadOnlySpan<double> x)
    {
        var result = new Dual[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var partials = new double[x.Length];
            partials[i] = 1;
            result[i] = new Dual(x[i], partials);
        }

        return result;
    }

    public static Dual Exp(Dual a) => a.Chain(Math.Exp(a.Value), Math.Exp(a.Value));

    public static Dual Log(Dual a) => a.Chain(Math.Log(a.Value), 1 / a.Value);

    public static Dual Cos(Dual a) => a.Chain(Math.Cos(a.Value), -Math.Sin(a.Value));

    public static Dual Sin(Dual a) => a.Chain(Math.Sin(a.Value), Math.Cos(a.Value));

    public static Dual Atan(Dual a) => a.Chain(Math.Atan(a.Value), 1 / (1 + (a.Value * a.Value)));

    public static Dual Square(Dual a) => a.Chain(a.Value * a.Value, 2 * a.Value);

    public static Dual Pow(Dual a, double p) => a.Chain(Math.Pow(a.Value, p), p * Math.Pow(a.Value, p - 1));

    public static Dual Pow(double a, Dual p) => p.Chain(Math.Pow(a, p.Value), Math.Pow(a, p.Value) * Math.Log(a));

    public static Dual Pow(Dual a, Dual p)
    {
        var power = Math.Pow(a.Value, p.Value);
        return a.Combine(p, power, p.Value * Math.Pow(a.Value, p.Value - 1), power * Math.Log(a.Value));
    }

    public static Dual operator -(Dual a) => a.Chain(-a.Value, -1);

    public static Dual operator +(Dual a, Dual b) => a.Combine(b, a.Value + b.Value, 1, 1);

    public static Dual operator -(Dual a, Dual b) => a.Combine(b, a.Value - b.Value, 1, -1);

    public static Dual operator *(Dual a, Dual b) => a.Combine(b, a.Value * b.Value, b.Value, a.Value);

    public static Dual operator /(Dual a, Dual b) => a.Combine(b, a.Value / b.Value, 1 / b.Value, -a.Value / b.Value / b.Value);

    public static Dual operator +(Dual a, double b) => a.Chain(a.Value + b, 1);

    public static Dual operator -(Dual a, double b) => a.Chain(a.Value - b, 1);

    public static Dual operator *(Dual a, double b) => a.Chain(a.Value * b, b);

    public static Dual operator /(Dual a, double b) => a.Chain(a.Value / b, 1 / b);

    public static Dual operator +(double a, Dual b) => b + a;

    public static Dual operator -(double a, Dual b) => b.Chain(a - b.Value, -1);

    public static Dual operator *(double a, Dual b) => b * a;

    public static Dual operator /(double a, Dual b) => b.Chain(a / b.Value, -a / b.Value / b.Value);

    private Dual Chain(double result, double derivative)
    {
        var partials = new double[Partials.Length];
        for (var i = 0; i < partials.Length; i++)
            partials[i] = derivative * Partials[i];
        return new Dual(result, partials);
    }

    private Dual Combine(Dual other, double result, double derivative, double otherDerivative)
    {
        var partials = new double[Partials.Length];
        for (var i = 0; i < partials.Length; i++)
            partials[i] = (derivative * Partials[i]) + (otherDerivative * other.Partials[i]);
        return new Dual(result, partials);
    }
}
