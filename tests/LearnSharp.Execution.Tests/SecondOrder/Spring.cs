using System;

namespace LearnSharp.Execution.Tests.SecondOrder;

/// <summary>An object with weights, an array of them among these, and a memory.</summary>
internal sealed partial class Spring
{
    [Weight]
    private double _stiffness = 1.5;

    [Weight]
    private double[] _bends = [0.5, -0.25];

    /// <summary>What was computed last.</summary>
    public double Last { get; private set; }

    [Learnable(SecondOrder = true)]
    public double Energy(double[] at, double time)
    {
        var sum = Last;
        for (var i = 0; i < at.Length; i++)
            sum += _stiffness * at[i] * at[i] * Math.Sin(time) + Math.Exp(_bends[i] * at[i]);
        Last = sum;
        return sum;
    }

    [Learnable]
    public double[] Forces(double[] at)
    {
        var forces = new double[at.Length];
        for (var i = 0; i < at.Length; i++)
            forces[i] = -_stiffness * at[i] - Math.Pow(at[i], 3) * _bends[i];
        Last = forces[0];
        return forces;
    }

    /// <summary>Moves one of the weights.</summary>
    public void Move(int weight, double step)
    {
        if (weight == 0)
            _stiffness += step;
        else
            _bends[weight - 1] += step;
    }
}
