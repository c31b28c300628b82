using System;
using System.ComponentModel;

[assembly: LearnSharp.DerivativesOf(typeof(float), typeof(LearnSharp.Runtime.SingleDerivatives))]

namespace LearnSharp.Runtime;

/// <summary>The derivatives of functions of <see cref="float"/> that are no part of the intermediate representation: pullbacks, which generated code calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SingleDerivatives
{
    /// <summary>sin(πx)' = π cos(πx).</summary>
    [Derivative(nameof(float.SinPi))]
    public static float SinPi(float x, float seed) => seed * float.Pi * float.CosPi(x);

    /// <summary>cos(πx)' = -π sin(πx).</summary>
    [Derivative(nameof(float.CosPi))]
    public static float CosPi(float x, float seed) => -seed * float.Pi * float.SinPi(x);

    /// <summary>tan(πx)' = π (1 + tan²(πx)).</summary>
    [Derivative(nameof(float.TanPi))]
    public static float TanPi(float x, float seed)
    {
        var tan = float.TanPi(x);
        return seed * float.Pi * (1 + (tan * tan));
    }

    /// <summary>(asin(x)/π)' = 1 / (π √(1 - x²)).</summary>
    [Derivative(nameof(float.AsinPi))]
    public static float AsinPi(float x, float seed) => seed / (float.Pi * MathF.Sqrt((1 - x) * (1 + x)));

    /// <summary>(acos(x)/π)' = -1 / (π √(1 - x²)).</summary>
    [Derivative(nameof(float.AcosPi))]
    public static float AcosPi(float x, float seed) => -AsinPi(x, seed);

    /// <summary>(atan(x)/π)' = 1 / (π (1 + x²)).</summary>
    [Derivative(nameof(float.AtanPi))]
    public static float AtanPi(float x, float seed) => seed / (float.Pi * (1 + (x * x)));

    /// <summary>atan2(y, x)/π: (x, -y) / (π (x² + y²)).</summary>
    [Derivative(nameof(float.Atan2Pi))]
    public static (float DY, float DX) Atan2Pi(float y, float x, float seed)
    {
        var scale = seed / (float.Pi * ((x * x) + (y * y)));
        return (x * scale, -y * scale);
    }

    /// <summary>x^(1/n)' = x^(1/n) / (n x).</summary>
    [Derivative(nameof(float.RootN))]
    public static float RootN(float x, int n, float seed) => seed * float.RootN(x, n) / (n * x);

    /// <summary>a + (b - a) t: (1 - t, t, b - a).</summary>
    [Derivative(nameof(float.Lerp))]
    public static (float DA, float DB, float DT) Lerp(float a, float b, float t, float seed) => (seed * (1 - t), seed * t, seed * (b - a));

    /// <summary>a b + c: (b, a, 1).</summary>
    [Derivative(nameof(float.MultiplyAddEstimate))]
    public static (float DA, float DB, float DC) MultiplyAddEstimate(float a, float b, float c, float seed) => (seed * b, seed * a, seed);

    /// <summary>(1 / x)' = -1 / x².</summary>
    [Derivative(nameof(float.ReciprocalEstimate))]
    public static float ReciprocalEstimate(float x, float seed) => -seed / (x * x);

    /// <summary>(1 / √x)' = -1 / (2 x √x).</summary>
    [Derivative(nameof(float.ReciprocalSqrtEstimate))]
    public static float ReciprocalSqrtEstimate(float x, float seed) => -seed / (2 * x * MathF.Sqrt(x));

    /// <summary>What is left of a division by the nearest multiple: x - y n, where n, a whole number, has no slope.</summary>
    [Derivative(nameof(float.Ieee754Remainder))]
    public static (float DX, float DY) Ieee754Remainder(float x, float y, float seed) => (seed, -seed * MathF.Round((x - float.Ieee754Remainder(x, y)) / y));

    /// <summary>The next larger number: as far as a slope goes, the number itself.</summary>
    [Derivative(nameof(float.BitIncrement))]
    public static float BitIncrement(float x, float seed) => seed;

    /// <summary>The next smaller number: as far as a slope goes, the number itself.</summary>
    [Derivative(nameof(float.BitDecrement))]
    public static float BitDecrement(float x, float seed) => seed;

    /// <summary>The larger of two, a number rather than none; at a tie the first.</summary>
    [Derivative(nameof(float.MaxNumber))]
    public static (float DX, float DY) MaxNumber(float x, float y, float seed) => x >= y || float.IsNaN(y) ? (seed, 0) : (0, seed);

    /// <summary>The smaller of two, a number rather than none; at a tie the first.</summary>
    [Derivative(nameof(float.MinNumber))]
    public static (float DX, float DY) MinNumber(float x, float y, float seed) => x <= y || float.IsNaN(y) ? (seed, 0) : (0, seed);
}
