using System;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    [Learnable]
    public static double RowsRead(double[][] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var sum = 0.0;
        for (var i = 0; i < xs.Length; i++)
        {
            for (var j = 0; j < xs[i].Length; j++)
                sum += Math.Sin(a * xs[i][j]) + b * xs[i][j] * xs[i][xs[i].Length - 1];
        }

        foreach (var row in xs)
        {
            foreach (var x in row)
                sum += x * x * b;
        }

        return sum;
    }

    [Learnable]
    public static double RowsMade(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var table = new double[xs.Length][];
        for (var i = 0; i < xs.Length; i++)
        {
            table[i] = new double[i + 1];
            for (var j = 0; j <= i; j++)
                table[i][j] = i == 0 ? a : table[i - 1][Math.Min(j, i - 1)] * xs[j] + b;
        }

        var total = 0.0;
        foreach (var row in table)
            total += row[row.Length - 1] * row[0];
        return total;
    }

    [Learnable]
    public static double RowsShared(double x, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        double[] shared = [a, b * x];
        var table = new double[][] { shared, shared, new double[] { x, a * b } };
        table[0][0] *= 2;
        table[1][1] = table[1][0] * table[2][1];
        (table[0], table[2]) = (table[2], table[0]);
        table[0][0] *= table[2][0];
        shared[0] += table[0][0] * a;
        for (var i = 0; i < 3; i++)
        {
            var row = table[i];
            table[i] = table[(i + 1) % 3];
            table[(i + 1) % 3] = row;
            row[i % 2] = Math.Tanh(row[i % 2] * table[i][0]);
        }

        return table[0][0] + 2 * table[1][1] + 3 * table[2][0] + table[2][1];
    }

    [Learnable]
    public static double RowsReplacedInALoop(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        double[][] layers = [[a, b], [b, a]];
        for (var round = 0; round < xs.Length; round++)
        {
            var next = new double[2];
            next[0] = Math.Tanh(layers[0][0] * xs[round] + layers[1][1]);
            next[1] = layers[0][1] * layers[1][0] + a;
            layers[round % 2] = next;
            if (next[0] > 0.8)
                layers[1 - round % 2] = layers[round % 2];
        }

        return layers[0][0] * layers[1][1] + layers[0][1];
    }

    [Learnable]
    public static double RowsThroughCalls(double[][] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var scaled = Scaled(xs, a);
        Mix(scaled, scaled[0], b);
        Put(scaled, 1, [a * b, scaled[0][0]]);
        return Longest(scaled)[0] * b + Product(scaled[1]) * scaled[1][0] + scaled[scaled.Length - 1][0];
    }

    [Learnable]
    public static double RowsWrittenInPlace(double[][] xs, [Weight] double a = 0.7)
    {
        for (var i = 1; i < xs.Length; i++)
        {
            var (above, row) = (xs[i - 1], xs[i]);
            for (var j = 0; j < row.Length; j++)
                row[j] = row[j] * a + above[j % above.Length] * row[j];
        }

        return xs[xs.Length - 1][0] + xs[1][0];
    }

    [Learnable]
    public static double Cube(double x, [Weight] double a = 0.7)
    {
        var cube = new double[2][][];
        for (var i = 0; i < 2; i++)
        {
            cube[i] = new double[3][];
            for (var j = 0; j < 3; j++)
                cube[i][j] = [a * i + x, a * j, x * a];
        }

        cube[0][1] = cube[1][2];
        cube[0][1][0] *= a;
        var plane = cube[1];
        plane[2][0] += cube[0][0][2];
        return cube[1][2][0] * cube[0][1][1] + plane[0][2] * cube[0][2][1];
    }

    private static double[][] Scaled(double[][] rows, double factor)
    {
        var scaled = new double[rows.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            scaled[i] = new double[rows[i].Length];
            for (var j = 0; j < rows[i].Length; j++)
                scaled[i][j] = rows[i][j] * factor;
        }

        return scaled;
    }

    private static void Mix(double[][] rows, double[] with, double weight)
    {
        for (var i = 0; i < rows.Length; i++)
            rows[i][0] += with[0] * weight * rows[i][0];
    }

    private static void Put(double[][] rows, int index, double[] row)
    {
        row[0] *= rows[index][0];
        rows[index] = row;
    }

    private static double[] Longest(double[][] rows)
    {
        var longest = rows[0];
        foreach (var row in rows)
        {
            if (row.Length > longest.Length)
                longest = row;
        }

        return longest;
    }

    private static double Product(double[] row)
    {
        var product = 1.0;
        foreach (var x in row)
            product *= x;
        return product;
    }
}
