using System;

namespace LearnSharp.Benchmarks.Rows;

/// <summary>The mean squared error of <see cref="RowMethod.Response"/> and its gradient as one would write them by hand, row after row.</summary>
internal static class ScalarLoop
{
    /// <summary>Evaluates all rows.</summary>
    /// <param name="rows">The data.</param>
    /// <param name="weights">a, b, c, d.</param>
    /// <param name="gradient">Receives four derivatives.</param>
    public static double Run(RowData rows, ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var (a, b, c, d) = (weights[0], weights[1], weights[2], weights[3]);
        var (sum, da, db, dd) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < rows.Targets.Length; i++)
        {
            var (x, y) = (rows.Inputs[i].X, rows.Inputs[i].Y);
            var s = (a * x) + (b * y);
            var e = Math.Exp(-s);
            var isHigh = s > c;
            var r = isHigh ? (d * e) + x : e - (d * y);
            var scale = 1 / (1 + e);
            var value = r * scale;
            var error = value - rows.Targets[i];
            sum += error * error;
            var seed = 2 * error;
            var dr = seed * scale;
            var de = (isHigh ? dr * d : dr) - (dr * value);
            dd += isHigh ? dr * e : -dr * y;
            var ds = -de * e;
            da += ds * x;
            db += ds * y;
        }

        var count = rows.Targets.Length;
        (gradient[0], gradient[1], gradient[2], gradient[3]) = (da / count, db / count, 0, dd / count);
        return sum / count;
    }
}
