using System;
using System.Collections.Generic;

namespace LearnSharp;

/// <summary>The order in which weights can be computed, and whether values keep what was declared.</summary>
internal static class WeightOrder
{
    /// <summary>The weights, each after the one that it stays above.</summary>
    /// <exception cref="ArgumentException">Weights stand above each other in a circle.</exception>
    public static int[] PartnersFirst(IReadOnlyList<WeightInfo> weights)
    {
        var order = new List<int>(weights.Count);
        var done = new bool[weights.Count];
        while (order.Count < weights.Count)
        {
            var before = order.Count;
            for (var i = 0; i < weights.Count; i++)
            {
                if (done[i] || (weights[i].Above >= 0 && !done[weights[i].Above]))
                    continue;
                done[i] = true;
                order.Add(i);
            }

            if (order.Count == before)
            {
                var name = weights[Array.IndexOf(done, false)].Name;
                throw new ArgumentException($"Weight {name} stands above itself, through its partners.", nameof(weights));
            }
        }

        return [.. order];
    }

    /// <summary>Refuses values that are not allowed.</summary>
    /// <exception cref="ArgumentException">A value is not finite, outside its bounds or below its partner, or bounds leave no value.</exception>
    public static void RequireAllowed(IReadOnlyList<WeightInfo> weights, ReadOnlySpan<int> order, ReadOnlySpan<double> values)
    {
        foreach (var i in order)
        {
            var weight = weights[i];
            if (Complaint(weights, weight, values[i], values) is { } complaint)
                throw new ArgumentException($"Weight {weight.Name} {complaint}", nameof(values));
        }
    }

    private static string? Complaint(IReadOnlyList<WeightInfo> weights, WeightInfo weight, double value, ReadOnlySpan<double> values)
    {
        if (!double.IsFinite(value))
            return FormattableString.Invariant($"starts at {value}; it must be a finite number.");
        if (weight.Min > weight.Max)
            return FormattableString.Invariant($"has the smallest value {weight.Min} and the largest {weight.Max}; no value is left.");
        if (value < weight.Min || value > weight.Max)
            return FormattableString.Invariant($"starts at {value}, outside its bounds from {weight.Min} to {weight.Max}.");
        if (weight.Above < 0 || value >= values[weight.Above])
            return null;
        return FormattableString.Invariant(
            $"starts at {value}, below {weights[weight.Above].Name} at {values[weight.Above]}, which it is declared to stay above.");
    }
}
