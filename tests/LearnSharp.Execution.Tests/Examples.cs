using System;

namespace LearnSharp.Execution.Tests;

/// <summary>How a result is rounded.</summary>
internal enum Rounding
{
    Up,
    Nearest,
}

/// <summary>A place on a map, with a label that carries no derivative.</summary>
internal readonly record struct Spot(double X, double Y, int Label);

/// <summary>Ordinary methods that learn; the tests run what the generator made of them.</summary>
internal static partial class Examples
{
    /// <summary>A loop, a branch, an array and a call.</summary>
    [Learnable]
    internal static double Smooth(double[] values, double level, [Weight(Min = 0, Max = 1)] double mix = 0.3, [Weight] double gain = 1.5)
    {
        var state = level;
        var sum = 0.0;
        var history = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            state = Mix(state, values[i], mix);
            if (state > 0.5)
                sum += Math.Exp(-state) * gain;
            else
                sum += state * state / gain;
            history[i] = state;
            if (sum > 100)
                break;
        }

        return sum + (history.Length > 1 ? history[0] * history[^1] : 0);
    }

    /// <summary>Weights in the body, an enum choice, a loop whose count is a choice.</summary>
    [Learnable]
    internal static double Price(double km, double kg, [Weight(Min = 0)] double perKm = 0.3, [Choice] Rounding rounding = Rounding.Up, [Choice(Min = 1, Max = 3)] int steps = 1)
    {
        var heavy = Learn.Weight(20.0, min: 0);
        var price = perKm * km;
        if (kg > heavy)
            price += 0.1 * (kg - heavy);
        for (var i = 0; i < steps; i++)
            price *= 1.1;
        return rounding == Rounding.Up ? price + 1 : price;
    }

    /// <summary>A straight line.</summary>
    [Learnable]
    internal static double Line(double x, [Weight] double slope = 1, [Weight] double offset = 0) => (slope * x) + offset;

    /// <summary>The mean of a span of floats, scaled.</summary>
    [Learnable]
    internal static float Mean(ReadOnlySpan<float> samples, [Weight] float gain = 2)
    {
        var sum = 0f;
        for (var i = 0; i < samples.Length; i++)
            sum += samples[i];
        return samples.Length == 0 ? 0 : gain * sum / samples.Length;
    }

    /// <summary>An array result.</summary>
    [Learnable]
    internal static double[] Scale(double[] values, [Weight] double factor = 2, [Weight] double offset = 0)
    {
        var result = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
            result[i] = (factor * values[i]) + offset;
        return result;
    }

    /// <summary>Writes to its argument.</summary>
    [Learnable]
    internal static double ScaleInPlace(double[] values, [Weight] double factor = 2)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] *= factor;
            sum += values[i] * values[i];
        }

        return sum;
    }

    /// <summary>Writes one of two arrays.</summary>
    [Learnable]
    internal static double AddInPlace(double[] sums, double[] values, [Weight] double factor = 2)
    {
        var total = 0.0;
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += factor * values[i];
            total += sums[i];
        }

        return total;
    }

    /// <summary>A struct in.</summary>
    [Learnable]
    internal static double Distance(Spot from, Spot to, [Weight] double bend = 1) =>
        Math.Sqrt(((from.X - to.X) * (from.X - to.X)) + (bend * (from.Y - to.Y) * (from.Y - to.Y)));

    /// <summary>Throws for a row.</summary>
    [Learnable]
    internal static double Pick(double[] values, int index, [Weight] double factor = 1) => factor * values[index] * values[index];

    /// <summary>A threshold.</summary>
    [Learnable]
    internal static bool IsWarm(double celsius, [Weight] double limit = 0) => celsius > limit;

    /// <summary>Not analysed.</summary>
    [Learnable(Gradients = false)]
    internal static double Opaque(double x, [Weight(Min = 0, Max = 10)] double a = 1, [Choice] bool square = false)
    {
        Func<double, double> shape = square ? static v => v * v : static v => v;
        return a * shape(x);
    }

    /// <summary>A business's own cost: missing a sale costs the price, an unsold piece its storage.</summary>
    [Learnable]
    internal static double Regret(double predicted, double actual, double storage) =>
        predicted > actual ? storage * (predicted - actual) : 2 * (actual - predicted);

    /// <summary>How many pieces to order.</summary>
    [Learnable]
    internal static double Order(double demand, double storage, [Weight] double factor = 0.5) => (factor * demand) + (0 * storage);

    /// <summary>Calls itself.</summary>
    [Learnable]
    internal static double Power(double x, int n, [Weight] double scale = 1.5)
    {
        if (n == 0)
            return scale;
        return x * Power(x, n - 1, scale);
    }

    /// <summary>Calls a local function with a name of the generated program's, overloads of another type, and a method with a weight.</summary>
    [Learnable]
    internal static double Calls(double x, [Weight] double a = 2)
    {
        return (a * Fit(x)) + Elsewhere.Twice(x) + Elsewhere.Twice(2) + Line(x, a, 1);

        static double Fit(double y) => y * y;
    }

    /// <summary>A tuple out.</summary>
    [Learnable]
    internal static (double Sum, int Count) Totals(double[] values, [Weight] double factor = 2)
    {
        var sum = 0.0;
        var count = 0;
        foreach (var value in values)
        {
            sum += factor * value;
            count++;
        }

        return (sum, count);
    }

    [Learned(nameof(Line))]
    internal static partial double BestLine(double at);

    private static double Mix(double a, double b, double t) => a + (t * (b - a));
}
