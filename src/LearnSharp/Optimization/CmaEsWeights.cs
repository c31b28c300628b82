using System;

namespace LearnSharp.Optimization;

/// <summary>
/// The constants of CMA-ES for a dimension and a population, as in Hansen (2016), "The CMA evolution strategy: a tutorial", arXiv:1604.00772,
/// table 1.
/// </summary>
internal sealed class CmaEsWeights
{
    /// <summary>Computes the constants for <paramref name="n"/> parameters and <paramref name="population"/> points a generation.</summary>
    public CmaEsWeights(int n, int population)
    {
        Parents = population / 2;
        Recombination = new double[population];
        double sum = 0, squares = 0, negativeSum = 0, negativeSquares = 0;
        for (var i = 0; i < population; i++)
        {
            var raw = Math.Log((population + 1) / 2.0) - Math.Log(i + 1);
            Recombination[i] = raw;
            if (i < Parents)
            {
                sum += raw;
                squares += raw * raw;
            }
            else
            {
                negativeSum += raw;
                negativeSquares += raw * raw;
            }
        }

        Mass = sum * sum / squares;
        var negativeMass = negativeSum * negativeSum / negativeSquares;
        PathDecay = (4 + (Mass / n)) / (n + 4 + (2 * Mass / n));
        StepDecay = (Mass + 2) / (n + Mass + 5);
        RankOne = 2 / (((n + 1.3) * (n + 1.3)) + Mass);
        RankMany = Math.Min(1 - RankOne, 2 * (0.25 + Mass + (1 / Mass) - 2) / (((n + 2.0) * (n + 2)) + Mass));
        Damping = 1 + (2 * Math.Max(0, Math.Sqrt((Mass - 1) / (n + 1)) - 1)) + StepDecay;
        ExpectedLength = Math.Sqrt(n) * (1 - (1.0 / (4 * n)) + (1.0 / (21.0 * n * n)));

        // Points worse than the middle count against their direction ("active" CMA), no more than keeps the covariance positive definite.
        var negative = Math.Min(
            Math.Min(1 + (RankOne / RankMany), 1 + (2 * negativeMass / (Mass + 2))),
            (1 - RankOne - RankMany) / (n * RankMany));
        for (var i = 0; i < population; i++)
        {
            Recombination[i] *= i < Parents ? 1 / sum : negative / -negativeSum;
            Total += Recombination[i];
        }
    }

    /// <summary>μ: how many points the mean is made of.</summary>
    public int Parents { get; }

    /// <summary>w: positive for the parents, in order of rank, and negative for the others.</summary>
    public double[] Recombination { get; }

    /// <summary>Σ w.</summary>
    public double Total { get; }

    /// <summary>μ_eff.</summary>
    public double Mass { get; }

    /// <summary>c_c.</summary>
    public double PathDecay { get; }

    /// <summary>c_σ.</summary>
    public double StepDecay { get; }

    /// <summary>d_σ.</summary>
    public double Damping { get; }

    /// <summary>c_1.</summary>
    public double RankOne { get; }

    /// <summary>c_μ.</summary>
    public double RankMany { get; }

    /// <summary>The expected length of a vector of n standard normals.</summary>
    public double ExpectedLength { get; }
}
