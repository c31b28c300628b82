using System;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    private static readonly double[,] Stencil = { { 0, 0.25, 0 }, { 0.25, -1, 0.25 }, { 0, 0.25, 0 } };

    [Learnable]
    public static double TableRead(double[,] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var sum = 0.0;
        for (var i = 0; i < xs.GetLength(0); i++)
        {
            for (var j = 0; j < xs.GetLength(1); j++)
                sum += Math.Sin(a * xs[i, j]) + b * xs[i, j] * xs[xs.GetUpperBound(0) - i, xs.GetLength(1) - 1 - j];
        }

        foreach (var x in xs)
            sum += x * x * b;
        return sum / xs.Length + xs.Rank * a;
    }

    [Learnable]
    public static double TableOfDistances(double[] xs, int columns, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        // Dynamic time warping, softened.
        var cost = new double[xs.Length + 1, columns + 1];
        for (var i = 1; i <= xs.Length; i++)
            cost[i, 0] = cost[i - 1, 0] + a;
        for (var j = 1; j <= columns; j++)
            cost[0, j] += cost[0, j - 1] + b * j;
        for (var i = 1; i <= xs.Length; i++)
        {
            for (var j = 1; j <= columns; j++)
            {
                var step = Math.Abs(xs[i - 1] * a - b * j);
                cost[i, j] = step + Math.Min(cost[i - 1, j - 1], Math.Min(cost[i - 1, j], cost[i, j - 1]));
            }
        }

        return cost[xs.Length, columns] * cost[1, 1];
    }

    [Learnable]
    public static double TablesThroughCalls(double[,] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var scaled = ScaledTable(xs, a);
        double[,] pair = { { a, b }, { b * b, 1 } };
        AddTo(scaled, 1, b);
        var product = TimesTable(scaled, TransposedTable(scaled));
        return Trace(product) + Determinant(pair) * Trace(TimesTable(pair, pair)) + product[0, product.GetLength(1) - 1];
    }

    [Learnable]
    public static double TablesSwappedInALoop(double[,] start, int steps, [Weight] double rate = 0.2)
    {
        double[,] stencil = { { 0, 0.25, 0 }, { 0.25, -1, 0.25 }, { 0, 0.25, 0 } };
        var (rows, columns) = (start.GetLength(0), start.GetLength(1));
        var now = (double[,])start.Clone();
        var next = new double[rows, columns];
        for (var step = 0; step < steps; step++)
        {
            for (var i = 1; i < rows - 1; i++)
            {
                for (var j = 1; j < columns - 1; j++)
                {
                    var change = 0.0;
                    for (var k = 0; k < 3; k++)
                    {
                        for (var l = 0; l < 3; l++)
                            change += stencil[k, l] * now[i + k - 1, j + l - 1];
                    }

                    next[i, j] = now[i, j] + rate * change * now[i, j];
                }
            }

            (now, next) = (next, now);
        }

        var sum = 0.0;
        foreach (var value in now)
            sum += value * value;
        return sum;
    }

    [Learnable]
    public static double TableOfConstants(double x)
    {
        var sum = 0.0;
        for (var i = 0; i < Stencil.GetLength(0); i++)
            sum += Stencil[1, i] * Math.Pow(x, i + 1);
        return sum;
    }

    [Learnable]
    public static double TableWrittenInPlace(double[,] xs, [Weight] double a = 0.7)
    {
        for (var i = 1; i < xs.GetLength(0); i++)
        {
            for (var j = 0; j < xs.GetLength(1); j++)
            {
                xs[i, j] *= a + xs[i - 1, j];
                xs[i, 0]++;
            }
        }

        var copy = new double[xs.GetLength(0), xs.GetLength(1)];
        Array.Copy(xs, copy, xs.Length);
        Array.Clear(xs);
        return copy[copy.GetLength(0) - 1, 0] + copy[1, 1] * copy[0, 0] + xs[0, 0];
    }

    [Learnable]
    public static double ThreeDimensions(double x, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var cube = new double[2, 3, 4];
        for (var i = 0; i < cube.GetLength(0); i++)
        {
            for (var j = 0; j < cube.GetLength(1); j++)
            {
                for (var k = 0; k < cube.GetLength(2); k++)
                    cube[i, j, k] = a * i + b * j * k + x;
            }
        }

        var alias = cube;
        alias[1, 2, 3] *= cube[0, 1, 2];
        Func<int, double> at = k => cube[1, 2, k] * a;
        return cube[1, 2, 3] * cube[1, 0, 2] + at(3);
    }

    private static double[,] ScaledTable(double[,] table, double factor)
    {
        var scaled = new double[table.GetLength(0), table.GetLength(1)];
        for (var i = 0; i < table.GetLength(0); i++)
        {
            for (var j = 0; j < table.GetLength(1); j++)
                scaled[i, j] = table[i, j] * factor;
        }

        return scaled;
    }

    private static double[,] TransposedTable(double[,] table)
    {
        var result = new double[table.GetLength(1), table.GetLength(0)];
        for (var i = 0; i < table.GetLength(0); i++)
        {
            for (var j = 0; j < table.GetLength(1); j++)
                result[j, i] = table[i, j];
        }

        return result;
    }

    private static double[,] TimesTable(double[,] left, double[,] right)
    {
        var result = new double[left.GetLength(0), right.GetLength(1)];
        for (var i = 0; i < left.GetLength(0); i++)
        {
            for (var j = 0; j < right.GetLength(1); j++)
            {
                var sum = 0.0;
                for (var k = 0; k < left.GetLength(1); k++)
                    sum += left[i, k] * right[k, j];
                result[i, j] = sum;
            }
        }

        return result;
    }

    private static void AddTo(double[,] table, int row, double value)
    {
        for (var j = 0; j < table.GetLength(1); j++)
            table[row, j] += value * table[0, j];
    }

    private static double Trace(double[,] table)
    {
        var sum = 0.0;
        for (var i = 0; i < table.GetLength(0); i++)
            sum += table[i, i];
        return sum;
    }

    private static double Determinant(double[,] table)
    {
        if (table.GetLength(0) == 1)
            return table[0, 0];
        var sum = 0.0;
        for (var column = 0; column < table.GetLength(1); column++)
        {
            var minor = new double[table.GetLength(0) - 1, table.GetLength(1) - 1];
            for (var i = 1; i < table.GetLength(0); i++)
            {
                for (var j = 0; j < table.GetLength(1); j++)
                {
                    if (j != column)
                        minor[i - 1, j < column ? j : j - 1] = table[i, j];
                }
            }

            sum += (column % 2 == 0 ? 1 : -1) * table[0, column] * Determinant(minor);
        }

        return sum;
    }
}
