using System;
using System.Collections.Generic;

namespace LearnSharp.Tests.Runtime;

/// <summary>Arguments at which the vector math is checked: random ones and the edges where an implementation changes its way.</summary>
public static class VectorMathPoints
{
    /// <summary>Set LEARNSHARP_LONG_TESTS=1 for a hundred times the random points.</summary>
    public static int RandomCount { get; } = Environment.GetEnvironmentVariable("LEARNSHARP_LONG_TESTS") == "1" ? 100_000 : 1_000;

    public static List<double> Between(double least, double greatest, int seed)
    {
        var random = new Random(seed);
        var points = new List<double>();

        void Add(double x)
        {
            foreach (var candidate in (ReadOnlySpan<double>)[x, -x])
            {
                if (candidate >= least && candidate <= greatest && candidate != 0)
                {
                    points.Add(candidate);
                }
            }
        }

        for (var i = 0; i < RandomCount; i++)
        {
            // Every exponent alike, the neighbourhood of one twice, and the whole range evenly where it is narrow.
            Add(4 * random.NextDouble());
            Add(BitConverter.Int64BitsToDouble(random.NextInt64(1, 0x7FF0_0000_0000_0000)));
            Add(Math.ScaleB(1 + random.NextDouble(), random.Next(-12, 12)));
            if (greatest - least < 2000)
            {
                Add(least + ((greatest - least) * random.NextDouble()));
            }
        }

        foreach (var edge in Edges())
        {
            Add(Math.BitDecrement(edge));
            Add(edge);
            Add(Math.BitIncrement(edge));
        }

        Add(least);
        Add(greatest);
        return points;
    }

    private static IEnumerable<double> Edges()
    {
        yield return double.Epsilon;
        yield return 2.2250738585072014E-308;
        yield return double.MaxValue / 2;
        for (var e = -60; e <= 60; e += 1)
        {
            yield return Math.ScaleB(1, e);
        }

        foreach (var x in (double[])[
            Math.Sqrt(0.5), Math.Sqrt(2), 0.75, 1.5, 3, 10, 100, 1000, Math.E, Math.Log(2), Math.Log(2) / 2, 3 * Math.Log(2) / 2, 0.41421356237309503,
            2.414213562373095, 708, 709.782712893384, 710.4758600739439, -708.3964185322641, 745.1332191019411, 744.4400719213812,
            1021, 1022, 1023, 1024, 45, 22.5,
            40, 50, 709.8, 710.5, 1e-280, 1e150, 1e200, 1e300, 5.993, 1073741824, 1e22])
        {
            yield return x;
        }

        // Near multiples of π/2, the hard cases of the reduction among them: 6381956970095103·2^797 is the double closest to one.
        for (var k = 1; k < 40; k++)
        {
            yield return k * (Math.PI / 2);
            yield return k * (Math.PI / 4);
            yield return Math.Round(Math.ScaleB(1.37, k) / Math.PI) * Math.PI;
        }

        yield return Math.ScaleB(6381956970095103.0, 797);
        yield return Math.ScaleB(5319372648326541.0, 55);
        yield return Math.ScaleB(6411027962775774.0, -48);
    }
}
