using System;
using System.ComponentModel;

[assembly: LearnSharp.DerivativesOf(typeof(double), typeof(LearnSharp.Runtime.DoubleDerivatives))]

namespace LearnSharp.Runtime;

/// <summary>The derivatives of functions of <see cref="double"/> that are no part of the intermediate representation: pullbacks, which generated code calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DoubleDerivatives
{
    /// <summary>sin(πx)' = π cos(πx).</summary>
    [Derivative(nameof(double.SinPi))]
    public static double SinPi(double x, double seed) => seed * double.Pi * double.CosPi(x);

    /// <summary>cos(πx)' = -π sin(πx).</summary>
    [Derivative(nameof(double.CosPi))]
    public static double CosPi(double x, double seed) => -seed * double.Pi * double.SinPi(x);

    /// <summary>tan(πx)' = π (1 + tan²(πx)).</summary>
    [Derivative(nameof(double.TanPi))]
    public static double TanPi(double x, double seed)
    {
        var tan = double.TanPi(x);
        return seed * double.Pi * (1 + (tan * tan));
    }

    /// <summary>(asin(x)/π)' = 1 / (π √(1 - x²)).</summary>
    [Derivative(nameof(double.AsinPi))]
    public static double AsinPi(double x, double seed) => seed / (double.Pi * Math.Sqrt((1 - x) * (1 + x)));

    /// <summary>(acos(x)/π)' = -1 / (π √(1 - x²)).</summary>
    [Derivative(nameof(double.AcosPi))]
    public static double AcosPi(double x, double seed) => -AsinPi(x, seed);

    /// <summary>(atan(x)/π)' = 1 / (π (1 + x²)).</summary>
    [Derivative(nameof(double.AtanPi))]
    public static double AtanPi(double x, double seed) => seed / (double.Pi * (1 + (x * x)));

    /// <summary>atan2(y, x)/π: (x, -y) / (π (x² + y²)).</summary>
    [Derivative(nameof(double.Atan2Pi))]
    public static (double DY, double DX) Atan2Pi(double y, double x, double seed)
    {
        var scale = seed / (double.Pi * ((x * x) + (y * y)));
        return (x * scale, -y * scale);
    }

    /// <summary>x^(1/n)' = x^(1/n) / (n x).</summary>
    [Derivative(nameof(double.RootN))]
    public static double RootN(double x, int n, double seed) => seed * double.RootN(x, n) / (n * x);

    /// <summary>a + (b - a) t: (1 - t, t, b - a).</summary>
    [Derivative(nameof(double.Lerp))]
    public static (double DA, double DB, double DT) Lerp(double a, double b, double t, double seed) => (seed * (1 - t), seed * t, seed * (b - a));

    /// <summary>a b + c: (b, a, 1).</summary>
    [Derivative(nameof(double.MultiplyAddEstimate))]
    public static (double DA, double DB, double DC) MultiplyAddEstimate(double a, double b, double c, double seed) => (seed * b, seed * a, seed);

    /// <summary>(1 / x)' = -1 / x².</summary>
    [Derivative(nameof(double.ReciprocalEstimate))]
    public static double ReciprocalEstimate(double x, double seed) => -seed / (x * x);

    /// <summary>(1 / √x)' = -1 / (2 x √x).</summary>
    [Derivative(nameof(double.ReciprocalSqrtEstimate))]
    public static double ReciprocalSqrtEstimate(double x, double seed) => -seed / (2 * x * Math.Sqrt(x));

    /// <summary>What is left of a division by the nearest multiple: x - y n, where n, a whole number, has no slope.</summary>
    [Derivative(nameof(double.Ieee754Remainder))]
    public static (double DX, double DY) Ieee754Remainder(double x, double y, double seed) => (seed, -seed * Math.Round((x - double.Ieee754Remainder(x, y)) / y));

    /// <summary>The next larger number: as far as a slope goes, the number itself.</summary>
    [Derivative(nameof(double.BitIncrement))]
    public static double BitIncrement(double x, double seed) => seed;

    /// <summary>The next smaller number: as far as a slope goes, the number itself.</summary>
    [Derivative(nameof(double.BitDecrement))]
    public static double BitDecrement(double x, double seed) => seed;

    /// <summary>The larger of two, a number rather than none; at a tie the first.</summary>
    [Derivative(nameof(double.MaxNumber))]
    public static (double DX, double DY) MaxNumber(double x, double y, double seed) => x >= y || double.IsNaN(y) ? (seed, 0) : (0, seed);

    /// <summary>The smaller of two, a number rather than none; at a tie the first.</summary>
    [Derivative(nameof(double.MinNumber))]
    public static (double DX, double DY) MinNumber(double x, double y, double seed) => x <= y || double.IsNaN(y) ? (seed, 0) : (0, seed);
}
