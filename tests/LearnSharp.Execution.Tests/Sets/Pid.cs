namespace LearnSharp.Execution.Tests.Sets;

/// <summary>A controller with gains that are learned and a memory that is not.</summary>
[Learnable]
internal sealed partial class Pid
{
    [Weight(Min = 0)]
    private double _kp = 0.4;

    [Weight(Min = 0)]
    private double _ki = 0.05;

    [Weight(Min = 0)]
    private double _kd = 0.01;

    private double _integral;
    private double _last;

    /// <summary>What is added whatever the error is.</summary>
    public double Bias { get; init; }

    [Learnable]
    public double Step(double error, double dt)
    {
        _integral += error * dt;
        var slope = (error - _last) / dt;
        _last = error;
        return (_kp * error) + (_ki * _integral) + (_kd * slope) + Bias;
    }
}
