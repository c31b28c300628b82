using System;

namespace LearnSharp.Benchmarks.Nist;

/// <summary>
/// The 27 models of the NIST StRD nonlinear regression set (https://www.itl.nist.gov/div898/strd/nls/nls_main.shtml), written as a C# developer would.
/// The defaults are the published first starting points; the benchmark starts from those in the files.
/// </summary>
internal static partial class NistModels
{
    // Lower level of difficulty.

    /// <summary>Also the model of BoxBOD.</summary>
    [Learnable]
    public static double Misra1a(double x, [Weight] double b1 = 500, [Weight] double b2 = 0.0001) =>
        b1 * (1 - Math.Exp(-b2 * x));

    [Learnable]
    public static double Misra1b(double x, [Weight] double b1 = 500, [Weight] double b2 = 0.0001)
    {
        var root = 1 + (b2 * x / 2);
        return b1 * (1 - (1 / (root * root)));
    }

    [Learnable]
    public static double Chwirut(double x, [Weight] double b1 = 0.1, [Weight] double b2 = 0.01, [Weight] double b3 = 0.02) =>
        Math.Exp(-b1 * x) / (b2 + (b3 * x));

    [Learnable]
    public static double Lanczos(
        double x,
        [Weight] double b1 = 1.2,
        [Weight] double b2 = 0.3,
        [Weight] double b3 = 5.6,
        [Weight] double b4 = 5.5,
        [Weight] double b5 = 6.5,
        [Weight] double b6 = 7.6) =>
        (b1 * Math.Exp(-b2 * x)) + (b3 * Math.Exp(-b4 * x)) + (b5 * Math.Exp(-b6 * x));

    [Learnable]
    public static double Gauss(
        double x,
        [Weight] double b1 = 97,
        [Weight] double b2 = 0.009,
        [Weight] double b3 = 100,
        [Weight] double b4 = 65,
        [Weight] double b5 = 20,
        [Weight] double b6 = 70,
        [Weight] double b7 = 178,
        [Weight] double b8 = 16.5) =>
        (b1 * Math.Exp(-b2 * x)) + Peak(x, b3, b4, b5) + Peak(x, b6, b7, b8);

    [Learnable]
    public static double DanWood(double x, [Weight] double b1 = 1, [Weight] double b2 = 5) =>
        b1 * Math.Pow(x, b2);

    // Average level of difficulty.

    [Learnable]
    public static double Kirby2(
        double x, [Weight] double b1 = 2, [Weight] double b2 = -0.1, [Weight] double b3 = 0.003, [Weight] double b4 = -0.001, [Weight] double b5 = 0.00001) =>
        (b1 + (x * (b2 + (x * b3)))) / (1 + (x * (b4 + (x * b5))));

    [Learnable]
    public static double Hahn1(
        double x,
        [Weight] double b1 = 10,
        [Weight] double b2 = -1,
        [Weight] double b3 = 0.05,
        [Weight] double b4 = -0.00001,
        [Weight] double b5 = -0.05,
        [Weight] double b6 = 0.001,
        [Weight] double b7 = -0.000001) =>
        CubicRatio(x, b1, b2, b3, b4, b5, b6, b7);

    /// <summary>Models the logarithm of the response.</summary>
    [Learnable]
    public static double Nelson(double x1, double x2, [Weight] double b1 = 2, [Weight] double b2 = 0.0001, [Weight] double b3 = -0.01) =>
        b1 - (b2 * x1 * Math.Exp(-b3 * x2));

    [Learnable]
    public static double Mgh17(
        double x, [Weight] double b1 = 50, [Weight] double b2 = 150, [Weight] double b3 = -100, [Weight] double b4 = 1, [Weight] double b5 = 2) =>
        b1 + (b2 * Math.Exp(-x * b4)) + (b3 * Math.Exp(-x * b5));

    [Learnable]
    public static double Misra1c(double x, [Weight] double b1 = 500, [Weight] double b2 = 0.0001) =>
        b1 * (1 - (1 / Math.Sqrt(1 + (2 * b2 * x))));

    [Learnable]
    public static double Misra1d(double x, [Weight] double b1 = 500, [Weight] double b2 = 0.0001) =>
        b1 * b2 * x / (1 + (b2 * x));

    [Learnable]
    public static double Roszman1(
        double x, [Weight] double b1 = 0.1, [Weight] double b2 = -0.00001, [Weight] double b3 = 1000, [Weight] double b4 = -100) =>
        b1 - (b2 * x) - (Math.Atan(b3 / (x - b4)) / Math.PI);

    [Learnable]
    public static double Enso(
        double x,
        [Weight] double b1 = 11,
        [Weight] double b2 = 3,
        [Weight] double b3 = 0.5,
        [Weight] double b4 = 40,
        [Weight] double b5 = -0.7,
        [Weight] double b6 = -1.3,
        [Weight] double b7 = 25,
        [Weight] double b8 = -0.3,
        [Weight] double b9 = 1.4) =>
        b1 + Wave(x, 12, b2, b3) + Wave(x, b4, b5, b6) + Wave(x, b7, b8, b9);

    // Higher level of difficulty.

    [Learnable]
    public static double Mgh09(double x, [Weight] double b1 = 25, [Weight] double b2 = 39, [Weight] double b3 = 41.5, [Weight] double b4 = 39) =>
        b1 * ((x * x) + (x * b2)) / ((x * x) + (x * b3) + b4);

    [Learnable]
    public static double Thurber(
        double x,
        [Weight] double b1 = 1000,
        [Weight] double b2 = 1000,
        [Weight] double b3 = 400,
        [Weight] double b4 = 40,
        [Weight] double b5 = 0.7,
        [Weight] double b6 = 0.3,
        [Weight] double b7 = 0.03) =>
        CubicRatio(x, b1, b2, b3, b4, b5, b6, b7);

    [Learnable]
    public static double Rat42(double x, [Weight] double b1 = 100, [Weight] double b2 = 1, [Weight] double b3 = 0.1) =>
        b1 / (1 + Math.Exp(b2 - (b3 * x)));

    [Learnable]
    public static double Mgh10(double x, [Weight] double b1 = 2, [Weight] double b2 = 400000, [Weight] double b3 = 25000) =>
        b1 * Math.Exp(b2 / (x + b3));

    [Learnable]
    public static double Eckerle4(double x, [Weight] double b1 = 1, [Weight] double b2 = 10, [Weight] double b3 = 500)
    {
        var z = (x - b3) / b2;
        return b1 / b2 * Math.Exp(-0.5 * z * z);
    }

    [Learnable]
    public static double Rat43(double x, [Weight] double b1 = 100, [Weight] double b2 = 10, [Weight] double b3 = 1, [Weight] double b4 = 1) =>
        b1 / Math.Pow(1 + Math.Exp(b2 - (b3 * x)), 1 / b4);

    [Learnable]
    public static double Bennett5(double x, [Weight] double b1 = -2000, [Weight] double b2 = 50, [Weight] double b3 = 0.8) =>
        b1 * Math.Pow(b2 + x, -1 / b3);

    private static double Peak(double x, double height, double centre, double width)
    {
        var distance = x - centre;
        return height * Math.Exp(-(distance * distance) / (width * width));
    }

    private static double CubicRatio(double x, double b1, double b2, double b3, double b4, double b5, double b6, double b7) =>
        (b1 + (x * (b2 + (x * (b3 + (x * b4)))))) / (1 + (x * (b5 + (x * (b6 + (x * b7))))));

    private static double Wave(double x, double period, double cosine, double sine)
    {
        var angle = 2 * Math.PI * x / period;
        return (cosine * Math.Cos(angle)) + (sine * Math.Sin(angle));
    }
}
