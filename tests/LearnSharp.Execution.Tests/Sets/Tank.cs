using System;

namespace LearnSharp.Execution.Tests.Sets;

/// <summary>A tank that a controller fills: its cost simulates the object.</summary>
internal static partial class Tank
{
    /// <summary>The mean squared error of a run.</summary>
    [Learnable]
    internal static double Cost(double setpoint, double start)
    {
        var pid = new Pid { Bias = 0.1 };
        return Run(pid, setpoint, start);
    }

    /// <summary>Two objects share the weights and not the memory; a filter with an array of weights stands before one of them.</summary>
    [Learnable]
    internal static double Cascade(double setpoint, [Weight(Min = 0)] double share = 0.5)
    {
        var first = new Pid();
        var second = new Pid();
        var filter = new Smoother { Scale = 0.5 };
        var (upper, lower, cost) = (0.0, 0.0, 0.0);
        for (var i = 0; i < 20; i++)
        {
            upper += 0.1 * (first.Step(filter.Next(setpoint - lower), 0.1) - upper);
            lower += 0.1 * (share * upper * second.Step(setpoint - lower, 0.1));
            cost += Math.Abs(setpoint - lower);
        }

        return cost;
    }

    internal static double Run(Pid pid, double setpoint, double start)
    {
        var (level, cost) = (start, 0.0);
        for (var i = 0; i < 60; i++)
        {
            var flow = Math.Max(pid.Step(setpoint - level, 0.1), -1);
            level += 0.1 * (flow - (0.5 * level));
            cost += (setpoint - level) * (setpoint - level);
        }

        return cost / 60;
    }
}
