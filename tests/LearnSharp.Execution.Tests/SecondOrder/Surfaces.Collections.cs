using System;
using System.Collections.Generic;

namespace LearnSharp.Execution.Tests.SecondOrder;

/// <summary>Methods with second derivatives whose parameters hold their numbers in rows or lists.</summary>
internal static partial class Surfaces
{
    /// <summary>Rows of different lengths, each with a state of its own.</summary>
    [Learnable(SecondOrder = true)]
    internal static double Elastic(double[][] at, double stiffness)
    {
        var sum = 0.0;
        for (var i = 0; i < at.Length; i++)
        {
            var state = 1.0;
            for (var j = 0; j < at[i].Length; j++)
            {
                state = (state * at[i][j]) + Math.Sin(stiffness * at[i][j]);
                if (state > 2)
                    state = Math.Sqrt(state);
            }

            sum += state * state * (i + 1);
        }

        return sum;
    }

    /// <summary>Writes to the rows that it is handed, in functions of their own.</summary>
    [Learnable(SecondOrder = true)]
    internal static double Relaxed(double[][] at, double rate)
    {
        for (var turn = 0; turn < 3; turn++)
        {
            for (var i = 0; i < at.Length; i++)
                Relax(at[i], at[(i + 1) % at.Length], rate);
        }

        var sum = 0.0;
        foreach (var row in at)
        {
            foreach (var number in row)
                sum += number * number * number;
        }

        return sum;
    }

    /// <summary>Rows of its own, which change places, and a table that a function makes.</summary>
    [Learnable(SecondOrder = true)]
    internal static double Woven(double[] x, int turns)
    {
        double[][] rows = [[x[0], x[1]], [x[1] * x[0], Math.Cos(x[2])]];
        for (var i = 0; i < turns; i++)
        {
            var first = rows[0];
            rows[0] = rows[1];
            rows[1] = first;
            rows[0][i % 2] *= rows[1][1] + x[2];
            if (rows[0][0] > 1)
                rows[1] = [Math.Sqrt(rows[0][0]), x[0]];
        }

        var table = Table(rows, x[1]);
        return (table[0][0] * table[1][1]) - (table[0][1] * table[1][0]);
    }

    /// <summary>A list and what only reads one.</summary>
    [Learnable(SecondOrder = true)]
    internal static double Listed(List<double> at, double scale, IReadOnlyList<float> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < at.Count; i++)
        {
            var next = at[(i + 1) % at.Count];
            sum += Math.Sin(at[i] * next * scale) * weights[i % weights.Count];
        }

        return sum * sum;
    }

    /// <summary>An array of two dimensions.</summary>
    [Learnable(SecondOrder = true)]
    internal static double Gridded(double[,] at, double scale)
    {
        var sum = 0.0;
        for (var i = 0; i < at.GetLength(0); i++)
        {
            for (var j = 0; j < at.GetLength(1); j++)
                sum += Math.Pow(at[i, j], 3) * at[j % at.GetLength(0), i % at.GetLength(1)] * scale;
        }

        return sum;
    }

    private static void Relax(double[] row, double[] next, double rate)
    {
        for (var j = 0; j < row.Length; j++)
            row[j] += rate * Math.Sin(next[j % next.Length] - row[j]);
    }

    private static double[][] Table(double[][] rows, double x)
    {
        var table = new double[rows.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            table[i] = new double[rows.Length];
            for (var j = 0; j < rows.Length; j++)
                table[i][j] = (rows[i][0] * rows[j][1] * x) + Math.Exp(-rows[i][1]);
        }

        return table;
    }
}
