using System;

namespace LearnSharp.Execution.Tests.Sets;

/// <summary>A class whose fields and properties learn.</summary>
[Learnable]
internal sealed partial class Controller
{
    [Weight(Min = 0)]
    private double _kp = 2;

    [Weight]
    private double _bias = -1;

    [Choice]
    private Speed _speed = Speed.Linear;

    [Weight(Above = nameof(_kp))]
    public double Limit { get; set; } = 5;

    /// <summary>Reads members, calls a method of the object and one with a set of its own.</summary>
    [Learnable]
    public double Step(double error, [Weight] double gain = 1)
    {
        var answer = Math.Min(Answer(error) * gain, Limit);
        return answer + this._bias + Tolls.Toll(error);
    }

    /// <summary>Another method on the same set.</summary>
    [Learnable]
    internal double Damped(double kp) => kp * Range;

    private double Range => Limit - _kp;

    private double Answer(double error) => _speed == Speed.Squared ? _kp * error * error : _kp * error;
}
