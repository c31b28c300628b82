using System;
using LearnSharp.Optimization;

namespace LearnSharp.Tests.Optimization;

/// <summary>A function differentiated by dual numbers; where its value is not finite, the evaluation fails.</summary>
internal sealed class SmoothFunction(int parameters, Func<Dual[], Dual> function) : ISmoothProblem
{
    public int ParameterCount => parameters;

    /// <summary>Told of every point that is evaluated.</summary>
    public Action<double[]>? Seen { get; init; }

    public bool TryValue(ReadOnlySpan<double> x, out double value)
    {
        Seen?.Invoke(x.ToArray());
        value = function(Dual.Variables(x)).Value;
        return double.IsFinite(value);
    }

    public bool TryGradient(ReadOnlySpan<double> x, out double value, Span<double> gradient)
    {
        Seen?.Invoke(x.ToArray());
        var result = function(Dual.Variables(x));
        value = result.Value;
        result.Partials.CopyTo(gradient);
        return double.IsFinite(value);
    }
}
