using System;

namespace LearnSharp.Execution.Tests.Jacobians;

/// <summary>Methods with parameters that are structs and tuples with arrays of numbers, which have no derivative, beside others that have.</summary>
internal static partial class Batches
{
    internal readonly record struct Batch(double[] Xs, double Shift);

    /// <summary>Data in a struct, a number and a weight.</summary>
    [Learnable]
    internal static double Misfit(Batch batch, double scale, [Weight] double power = 1.5)
    {
        var sum = 0.0;
        foreach (var x in batch.Xs)
            sum += Math.Pow(Math.Abs(scale * x - batch.Shift), power);
        return sum;
    }

    [Learnable]
    internal static double Squares(double[] xs, double scale)
    {
        var sum = 0.0;
        foreach (var x in xs)
            sum += scale * x * scale * x;
        return sum;
    }

    /// <summary>Data in a tuple that is marked, without weights, and a derivative of another method inside.</summary>
    [Learnable]
    internal static double Slope([NonDifferentiable] (double[] Xs, int Count) data, double at)
    {
        var dXs = new double[data.Xs.Length];
        SquaresProgram.Gradient(data.Xs, at, dXs, out var dScale);
        return dScale * data.Count;
    }
}
