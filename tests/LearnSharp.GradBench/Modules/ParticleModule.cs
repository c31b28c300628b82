using System;
using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules;

/// <summary>
/// particle: where to put a charge so that a particle that two charges push crosses the axis at the origin. The force is a derivative, and the descent that moves the charge takes the
/// derivative of the whole flight; each of the two in reverse (r) or forward (f) mode, the outer one named first.
/// </summary>
internal static partial class ParticleModule
{
    private const double Tick = 0.1;

    /// <summary>The electric potential of the two charges.</summary>
    /// <param name="x">Where.</param>
    /// <param name="y">Where.</param>
    /// <param name="w">How far below its place at (10, 10) the second charge is.</param>
    [Learnable]
    internal static double Potential(double x, double y, double w) => 1 / Distance(x, y, 10, 10 - w) + 1 / Distance(x, y, 10, 0);

    /// <summary>The square of where the particle crosses the axis, with forces by reverse mode.</summary>
    [Learnable]
    internal static double MissByReverse(double w) => Miss(w, static (x, y, w) =>
    {
        PotentialProgram.Gradient(x, y, w, out var slopeX, out var slopeY, out _);
        return (slopeX, slopeY);
    });

    /// <summary>The same with forces by forward mode.</summary>
    [Learnable]
    internal static double MissByForward(double w) => Miss(
        w, static (x, y, w) => (PotentialProgram.Pushforward(x, 1, y, 0, w, 0).Tangent, PotentialProgram.Pushforward(x, 0, y, 1, w, 0).Tangent));

    // Euler's method until the particle is below the axis; the last step is cut where it crosses.
    private static double Miss(double w, Func<double, double, double, (double X, double Y)> slopes)
    {
        var (x, y, velocityX, velocityY) = (0.0, 8.0, 0.75, 0.0);
        while (true)
        {
            var slope = slopes(x, y, w);
            x += Tick * velocityX;
            y += Tick * velocityY;
            if (y <= 0)
            {
                var rest = -y / velocityY;
                var crossing = x + rest * velocityX;
                return crossing * crossing;
            }

            velocityX -= Tick * slope.X;
            velocityY -= Tick * slope.Y;
        }
    }

    private static double Distance(double x, double y, double toX, double toY) => Math.Sqrt((x - toX) * (x - toX) + (y - toY) * (y - toY));

    /// <summary>The functions of the module.</summary>
    public static PreparedFunction? Prepare(string function, JsonElement input)
    {
        double[] start = [Numbers.Double(input, "w")];
        Action<double[], double[]>? gradient = function switch
        {
            "rr" => static (w, slope) => MissByReverseProgram.Gradient(w[0], out slope[0]),
            "rf" => static (w, slope) => MissByForwardProgram.Gradient(w[0], out slope[0]),
            "fr" => static (w, slope) => slope[0] = MissByReverseProgram.Pushforward(w[0], 1).Tangent,
            "ff" => static (w, slope) => slope[0] = MissByForwardProgram.Pushforward(w[0], 1).Tangent,
            _ => null,
        };
        if (gradient is null)
            return null;
        Func<double[], double> miss = function[1] == 'r' ? static w => MissByReverse(w[0]) : static w => MissByForward(w[0]);
        var descent = new GradientDescent(start, miss, gradient);
        return new(descent.Run, json => json.WriteNumberValue(descent.Lowest[0]));
    }
}
