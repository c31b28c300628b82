using System;
using LearnSharp.Optimization;

namespace LearnSharp;

/// <summary>Finds a start where the program can be evaluated, when it cannot be at the given one.</summary>
internal static class SpreadStart
{
    private const int Draws = 200;
    private const double WidestDecades = 3;

    /// <summary>Draws points ever wider around the given weights.</summary>
    /// <returns>The first weights with a finite loss, or null.</returns>
    public static double[]? Find(IObjective objective, ParameterMap map, double[] start, ulong seed, FitClock clock)
    {
        if (map.Count == 0)
            return null;
        var points = new StartingPoints(map.Bounds, seed);
        var around = map.ToParameters(start);
        var x = new double[map.Count];
        var weights = new double[map.WeightCount];
        for (var draw = 1; draw <= Draws && clock.MustStop() is null; draw++)
        {
            points.Draw(around, WidestDecades * draw / Draws, x);
            map.ToWeights(x, weights);
            clock.Count(1);
            if (objective.TryLoss(weights, out _))
                return weights;
        }

        return null;
    }
}
