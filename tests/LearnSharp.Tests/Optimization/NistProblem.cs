using System;
using System.Linq;

namespace LearnSharp.Tests.Optimization;

/// <summary>A regression problem with certified results.</summary>
internal sealed class NistProblem(
    Func<Dual[], double[], Dual> model, double[] y, double[] x, double[][] starts, double[] certified, double[] standardErrors, double sumOfSquares)
{
    public double[][] Starts => starts;

    public double[] StandardErrors => standardErrors;

    public double SumOfSquares => sumOfSquares;

    public ModelProblem Problem => new(certified.Length, y, [.. x.Select(value => new[] { value })], model);

    /// <summary>Digits of the worst parameter that agree with the certified ones, of which there are 11.</summary>
    public double Digits(double[] found) => Digits(found, certified);

    public static double Digits(double[] found, double[] expected)
        => found.Zip(expected, (a, b) => a == b ? 11 : Math.Min(11, -Math.Log10(Math.Abs((a - b) / b)))).Min();
}
