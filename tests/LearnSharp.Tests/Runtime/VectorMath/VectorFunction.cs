using System;
using System.Runtime.Intrinsics;

namespace LearnSharp.Tests.Runtime;

/// <summary>A function under test of one argument, with its references.</summary>
/// <param name="Name">Its name in <c>VectorMath</c>.</param>
/// <param name="Doubles">The block function of doubles.</param>
/// <param name="Floats">The block function of floats.</param>
/// <param name="Exact">The reference, inside the domain.</param>
/// <param name="Scalar">The function of System.Math, for special values; null where it has none.</param>
/// <param name="Least">Least argument with a finite value that is worth a look.</param>
/// <param name="Greatest">Greatest such argument.</param>
public sealed record VectorFunction(
    string Name,
    Func<Vector512<double>, Vector512<double>> Doubles,
    Func<Vector512<float>, Vector512<float>> Floats,
    Func<BigFloat, BigFloat> Exact,
    Func<double, double>? Scalar,
    double Least,
    double Greatest)
{
    public override string ToString() => Name;

    public double[] Evaluate(ReadOnlySpan<double> points)
    {
        var padded = new double[(points.Length + 7) / 8 * 8];
        points.CopyTo(padded);
        for (var i = 0; i < padded.Length; i += 8)
        {
            Doubles(Vector512.LoadUnsafe(ref padded[i])).StoreUnsafe(ref padded[i]);
        }

        return padded[..points.Length];
    }

    public float[] Evaluate(ReadOnlySpan<float> points)
    {
        var padded = new float[(points.Length + 15) / 16 * 16];
        points.CopyTo(padded);
        for (var i = 0; i < padded.Length; i += 16)
        {
            Floats(Vector512.LoadUnsafe(ref padded[i])).StoreUnsafe(ref padded[i]);
        }

        return padded[..points.Length];
    }
}
