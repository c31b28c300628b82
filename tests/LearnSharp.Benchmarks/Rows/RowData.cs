using System;

namespace LearnSharp.Benchmarks.Rows;

/// <summary>Rows made from a seed: inputs of a method, and targets that other weights than the starting ones, and noise, explain.</summary>
/// <typeparam name="TInput">The input of the method.</typeparam>
internal sealed class RowData<TInput>
{
    /// <summary>Makes rows.</summary>
    /// <param name="count">How many.</param>
    /// <param name="input">One input.</param>
    /// <param name="value">The target without noise.</param>
    public RowData(int count, Func<Random, TInput> input, Func<TInput, double> value)
    {
        var random = new Random(7);
        Inputs = new TInput[count];
        Targets = new double[count];
        for (var i = 0; i < count; i++)
        {
            Inputs[i] = input(random);
            Targets[i] = value(Inputs[i]) + (0.1 * Next(random));
        }
    }

    /// <summary>The inputs.</summary>
    public TInput[] Inputs { get; }

    /// <summary>The targets.</summary>
    public double[] Targets { get; }

    /// <summary>A number from −2 to 2.</summary>
    public static double Next(Random random) => (random.NextDouble() * 4) - 2;
}
