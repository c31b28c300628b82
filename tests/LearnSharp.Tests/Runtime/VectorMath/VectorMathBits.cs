using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Text;
using LearnSharp.Runtime;

namespace LearnSharp.Tests.Runtime;

/// <summary>A digest of the bits of every function at fixed points, one line each, to compare between machines and switches.</summary>
public static class VectorMathBits
{
    public const string Command = "vector-math-bits";

    private static readonly double[] Specials =
    [
        0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1e308, -1e308, 1e-308, -1e-308,
        double.Epsilon, -double.Epsilon, 9007199254740991, 9007199254740992, -9007199254740991, 1e22, 800, -800,
    ];

    /// <summary>The widths the runtime uses, then name and digest of each function.</summary>
    public static string Report()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"512 {Vector512.IsHardwareAccelerated} 256 {Vector256.IsHardwareAccelerated}");
        foreach (var line in Digests())
        {
            text.AppendLine(line);
        }

        return text.ToString();
    }

    public static IEnumerable<string> Digests()
    {
        var points = Points();
        var floats = points.Select(x => (float)x).ToArray();
        foreach (var function in VectorFunctions.All)
        {
            yield return Line(function.Name, Digest(function.Evaluate(points)));
            yield return Line(function.Name + " float", Digest(function.Evaluate(floats).Select(x => (double)x)));
        }

        var pairs = (from x in Specials from y in Specials select (x, y)).Concat(points.Zip(points.Reverse())).ToArray();
        yield return Line("Pow", Digest(pairs.Select(p => VectorMath.Pow(Vector512.Create(p.Item1), Vector512.Create(p.Item2))[0])));
        yield return Line("Pow near one", Digest(points.Select(x => VectorMath.Pow(Vector512.Create(1 + (x % 1e-3)), Vector512.Create(700.0))[3])));
        yield return Line("Atan2", Digest(pairs.Select(p => VectorMath.Atan2(Vector512.Create(p.Item1), Vector512.Create(p.Item2))[7])));
        yield return Line("SinCos", Digest(points.Select(x => VectorMath.SinCos(Vector512.Create(x), out var cosine)[6] + cosine[6])));
        yield return Line("Max", Digest(pairs.Select(p => VectorMath.Max(Vector512.Create(p.Item1), Vector512.Create(p.Item2))[5])));
        yield return Line("Min", Digest(pairs.Select(p => VectorMath.Min(Vector512.Create(p.Item1), Vector512.Create(p.Item2))[4])));
        yield return Line("Round", Digest(points.Select(x => VectorMath.Round(Vector512.Create(x))[2])));
        yield return Line("Sqrt", Digest(points.Select(x => VectorMath.Sqrt(Vector512.Create(x))[1])));
    }

    private static double[] Points()
    {
        var random = new Random(7);
        var points = new List<double>(Specials);
        for (var i = 0; i < 2000; i++)
        {
            points.Add(BitConverter.Int64BitsToDouble(random.NextInt64()));
            points.Add(-points[^1]);
            points.Add((random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-10, 12)));
        }

        return [.. points];
    }

    private static string Line(string name, ulong digest) => string.Create(CultureInfo.InvariantCulture, $"{name} {digest:x16}");

    // FNV-1a over the 64-bit words. The sign and payload of a NaN are not part of the promise.
    private static ulong Digest(IEnumerable<double> values)
        => values.Aggregate(14695981039346656037UL, (hash, x) => (hash ^ Bits(x)) * 1099511628211UL);

    private static ulong Bits(double x) => double.IsNaN(x) ? 0x7FF8UL << 48 : BitConverter.DoubleToUInt64Bits(x);
}
