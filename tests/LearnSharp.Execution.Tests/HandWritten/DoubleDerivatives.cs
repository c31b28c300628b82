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

    [Derivative(nameof(double.Atan2Pi))]
    public static double Atan2PiPushforward(double y, double tY, double x, double tX) => ((x * tY) - (y * tX)) / (Math.PI * ((x * x) + (y * y)));
}
