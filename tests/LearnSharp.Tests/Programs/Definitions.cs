using System;

namespace LearnSharp.Tests.Programs;

/// <summary>Makes the infos of small programs.</summary>
public static class Infos
{
    public static ProgramInfo Of(string name, WeightInfo[] weights, ChoiceInfo[]? choices = null, bool gradient = true) => new()
    {
        FullName = "Tests." + name,
        ArtefactName = name,
        Signature = name,
        SignatureHash = "0",
        BodyHash = "0",
        Inputs = [new InputInfo("X", "double"), new InputInfo("Y", "double")],
        Weights = weights,
        Choices = choices ?? [],
        HasGradient = gradient,
        Ir = "",
    };
}

/// <summary>slope · x + intercept.</summary>
public sealed class Line : IDefinition<double>
{
    public static ProgramInfo Info { get; } = Infos.Of("Line", [new("Slope", 0), new("Intercept", 0)]);

    public static double Run(in Row row, double[] w, int[] c) => (w[0] * row.X) + w[1];

    public static double Pullback(in Row row, double[] w, int[] c, double[] seed, Span<double> d)
    {
        d[0] += seed[0] * row.X;
        d[1] += seed[0];
        return Run(in row, w, c);
    }
}

/// <summary>
/// Two levels in order around a cut that only a condition reads, a logarithmic scale, a fixed shift, and a weight that nothing reads.
/// </summary>
public sealed class Bands : IDefinition<double>
{
    public static ProgramInfo Info { get; } = Infos.Of(
        "Bands",
        [
            new("Low", 1, Min: 0, Max: 10),
            new("High", 5, Max: 20, Above: 0),
            new("Scale", 1e-3, Min: 1e-9, Max: 1, Log: true),
            new("Shift", 2, Fixed: true),
            new("Cut", 3, Min: 0, Max: 10),
            new("Unused", 7),
        ]);

    public static double Run(in Row row, double[] w, int[] c) => w[3] + (w[2] * row.X * row.X) + (row.X < w[4] ? w[0] : w[1]);

    public static double Pullback(in Row row, double[] w, int[] c, double[] seed, Span<double> d)
    {
        d[row.X < w[4] ? 0 : 1] += seed[0];
        d[2] += seed[0] * row.X * row.X;
        d[3] += seed[0];
        return Run(in row, w, c);
    }
}

/// <summary>sin(frequency · x): many local minima.</summary>
public sealed class Wave : IDefinition<double>
{
    public static ProgramInfo Info { get; } = Infos.Of("Wave", [new("Frequency", 1, Min: 0, Max: 10)]);

    public static double Run(in Row row, double[] w, int[] c) => Math.Sin(w[0] * row.X);

    public static double Pullback(in Row row, double[] w, int[] c, double[] seed, Span<double> d)
    {
        d[0] += seed[0] * row.X * Math.Cos(w[0] * row.X);
        return Run(in row, w, c);
    }
}

/// <summary>Three numbers at once: a, a·x and b·x².</summary>
public sealed class Triple : IDefinition<double[]>
{
    public static ProgramInfo Info { get; } = Infos.Of("Triple", [new("A", 1), new("B", 1)]);

    public static double[] Run(in Row row, double[] w, int[] c) => [w[0], w[0] * row.X, w[1] * row.X * row.X];

    public static double[] Pullback(in Row row, double[] w, int[] c, double[] seed, Span<double> d)
    {
        d[0] += seed[0] + (seed[1] * row.X);
        d[1] += seed[2] * row.X * row.X;
        return Run(in row, w, c);
    }
}

/// <summary>Probability 1 / (1 + exp(−(slope · x + intercept))).</summary>
public sealed class Logistic : IDefinition<double>
{
    public static ProgramInfo Info { get; } = Infos.Of("Logistic", [new("Slope", 0), new("Intercept", 0)]);

    public static double Run(in Row row, double[] w, int[] c) => 1 / (1 + Math.Exp(-((w[0] * row.X) + w[1])));

    public static double Pullback(in Row row, double[] w, int[] c, double[] seed, Span<double> d)
    {
        var p = Run(in row, w, c);
        d[0] += seed[0] * p * (1 - p) * row.X;
        d[1] += seed[0] * p * (1 - p);
        return p;
    }
}

/// <summary>Whether x lies above a limit, or below it, as the choice says.</summary>
public sealed class Gate : IDefinition<bool>
{
    public static ProgramInfo Info { get; } = Infos.Of(
        "Gate", [new("Limit", 1, Min: 0, Max: 10)], [new("Inverted", ["false", "true"], 0, Ordered: false)], gradient: false);

    public static bool Run(in Row row, double[] w, int[] c) => row.X > w[0] ^ c[0] == 1;

    public static bool Pullback(in Row row, double[] w, int[] c, double[] seed, Span<double> d) => throw new NotSupportedException();
}

/// <summary>A cost: the squared distance of two weights from the row's numbers.</summary>
public sealed class Bowl : IDefinition<double>
{
    public static ProgramInfo Info { get; } = Infos.Of("Bowl", [new("A", 5), new("B", -5, Max: 1)]);

    public static double Run(in Row row, double[] w, int[] c) => ((w[0] - row.X) * (w[0] - row.X)) + ((w[1] - row.Y) * (w[1] - row.Y));

    public static double Pullback(in Row row, double[] w, int[] c, double[] seed, Span<double> d)
    {
        d[0] += seed[0] * 2 * (w[0] - row.X);
        d[1] += seed[0] * 2 * (w[1] - row.Y);
        return Run(in row, w, c);
    }
}

/// <summary>x · √a; throws for x = 13 and, while training, where a exceeds 30.</summary>
public sealed class Fragile : IDefinition<double>
{
    public static ProgramInfo Info { get; } = Infos.Of("Fragile", [new("A", 1)]);

    public static double Run(in Row row, double[] w, int[] c)
    {
        if (row.X == 13)
            throw new InvalidOperationException("Thirteen is not served.");
        if (w[0] > 30)
            throw new InvalidOperationException("Too large.");
        return row.X * Math.Sqrt(w[0]);
    }

    public static double Pullback(in Row row, double[] w, int[] c, double[] seed, Span<double> d)
    {
        var value = Run(in row, w, c);
        d[0] += seed[0] * row.X / (2 * Math.Sqrt(w[0]));
        return value;
    }
}

/// <summary>Four digits of a number as ordered choices, and a factor.</summary>
public sealed class Digits : IDefinition<double>
{
    private static readonly string[] s_options = ["0", "1", "2", "3", "4", "5"];

    public static ProgramInfo Info { get; } = Infos.Of(
        "Digits",
        [new("Factor", 1)],
        [new("A", s_options, 0, true), new("B", s_options, 0, true), new("C", s_options, 0, true), new("D", s_options, 0, false)]);

    public static double Run(in Row row, double[] w, int[] c) => w[0] * Polynomial(row.X, c);

    public static double Pullback(in Row row, double[] w, int[] c, double[] seed, Span<double> d)
    {
        d[0] += seed[0] * Polynomial(row.X, c);
        return Run(in row, w, c);
    }

    private static double Polynomial(double x, int[] c) => 1 + (c[0] * x) + (c[1] * Math.Sin(x)) + (c[2] * Math.Cos(2 * x)) + (c[3] * x * x / 10);
}
