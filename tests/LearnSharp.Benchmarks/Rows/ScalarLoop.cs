using System;

namespace LearnSharp.Benchmarks.Rows;

/// <summary>The mean squared error of the methods in <see cref="RowMethod"/> and its gradient as one would write them by hand, row after row.</summary>
internal static class ScalarLoop
{
    private const int MostSteps = 64;

    /// <summary><see cref="RowMethod.Response"/> over all rows.</summary>
    /// <param name="rows">The data.</param>
    /// <param name="weights">a, b, c, d.</param>
    /// <param name="gradient">Receives four derivatives.</param>
    public static double Response(RowData<RowMethod.ResponseProgram.Input> rows, double[] weights, double[] gradient)
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

    /// <summary><see cref="RowMethod.Decay"/> over all rows.</summary>
    /// <param name="rows">The data.</param>
    /// <param name="weights">a, b, c.</param>
    /// <param name="gradient">Receives three derivatives.</param>
    public static double Decay(RowData<RowMethod.DecayProgram.Input> rows, double[] weights, double[] gradient)
    {
        var (a, b, c) = (weights[0], weights[1], weights[2]);
        var (sum, da, db, dc) = (0.0, 0.0, 0.0, 0.0);
        Span<double> before = stackalloc double[MostSteps];
        for (var i = 0; i < rows.Targets.Length; i++)
        {
            var (y, steps) = (rows.Inputs[i].X, rows.Inputs[i].Steps);
            for (var k = 0; k < steps; k++)
            {
                before[k] = y;
                y = (a * y) + (b * y * y) + c;
            }

            var error = y - rows.Targets[i];
            sum += error * error;
            var dy = 2 * error;
            for (var k = steps - 1; k >= 0; k--)
            {
                var at = before[k];
                dc += dy;
                db += dy * at * at;
                da += dy * at;
                dy *= a + (2 * b * at);
            }
        }

        var count = rows.Targets.Length;
        (gradient[0], gradient[1], gradient[2]) = (da / count, db / count, dc / count);
        return sum / count;
    }
}
