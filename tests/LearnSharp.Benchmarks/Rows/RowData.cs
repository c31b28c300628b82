using System;

namespace LearnSharp.Benchmarks.Rows;

/// <summary>Rows made from a seed.</summary>
internal sealed class RowData
{
    /// <summary>Makes rows.</summary>
    public RowData(int count)
    {
        var random = new Random(7);
        Inputs = new RowMethod.ResponseProgram.Input[count];
        Targets = new double[count];
        for (var i = 0; i < count; i++)
        {
            Inputs[i] = new(Next(random), Next(random));
            Targets[i] = RowMethod.Response(Inputs[i].X, Inputs[i].Y, 1.1, -0.3, 0.2, 1.2) + (0.1 * Next(random));
        }
    }

    /// <summary>The inputs.</summary>
    public RowMethod.ResponseProgram.Input[] Inputs { get; }

    /// <summary>The targets.</summary>
    public double[] Targets { get; }

    private static double Next(Random random) => (random.NextDouble() * 4) - 2;
}
