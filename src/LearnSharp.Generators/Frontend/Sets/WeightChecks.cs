using System.Globalization;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Checks one weight by itself.</summary>
internal static class WeightChecks
{
    /// <summary>What is wrong with a weight's bounds and starting value, with the way out; null when nothing is.</summary>
    public static string? Problem(WeightSpec weight)
    {
        if (double.IsNaN(weight.Start) || double.IsInfinity(weight.Start))
            return Text("its starting value is {0:R}; start at a finite number", weight.Start);
        if (double.IsNaN(weight.Min) || double.IsNaN(weight.Max))
            return "a bound is NaN; leave it out for no bound";
        if (weight.Min > weight.Max)
            return Text("Min {0:R} is above Max {1:R}; swap them", weight.Min, weight.Max);
        if (weight.Start < weight.Min)
            return Text("its starting value {0:R} is below Min {1:R}; start inside the bounds, or widen them", weight.Start, weight.Min);
        if (weight.Start > weight.Max)
            return Text("its starting value {0:R} is above Max {1:R}; start inside the bounds, or widen them", weight.Start, weight.Max);
        if (weight.Log && weight.Start <= 0)
            return Text("Log needs positive values, and it starts at {0:R}; start above zero, or leave Log out", weight.Start);
        if (weight.Log && weight.Min < 0 && !double.IsNegativeInfinity(weight.Min))
            return Text("Log needs positive values, and Min is {0:R}; give Min zero or more, or leave Log out", weight.Min);
        return null;
    }

    private static string Text(string format, params object[] numbers) => string.Format(CultureInfo.InvariantCulture, format, numbers);
}
