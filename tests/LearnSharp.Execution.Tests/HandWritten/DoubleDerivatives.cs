using System;
using LearnSharp;
using LearnSharp.Execution.Tests.HandWritten;

[assembly: DerivativesOf(typeof(double), typeof(DoubleDerivatives))]

namespace LearnSharp.Execution.Tests.HandWritten;

/// <summary>Derivatives of methods of another assembly, in one place.</summary>
internal static class DoubleDerivatives
{
    [Derivative(nameof(double.RootN))]
    public static double RootNPullback(double x, int n, double seed) => seed * double.RootN(x, n) / (n * x);

    [Derivative(nameof(double.Hypot))]
    public static double HypotPushforward(double x, double tX, double y, double tY) => ((x * tX) + (y * tY)) / Math.Sqrt((x * x) + (y * y));
}
