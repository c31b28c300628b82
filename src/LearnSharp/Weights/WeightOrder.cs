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
                throw new ArgumentException($"Weight {weights[Array.IndexOf(done, false)].Name} stands above itself, through its partners.", nameof(weights));
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
            if (!double.IsFinite(values[i]))
                throw new ArgumentException(FormattableString.Invariant($"Weight {weight.Name} starts at {values[i]}; it must be a finite number."), nameof(values));
            if (weight.Min > weight.Max)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Weight {weight.Name} has the smallest value {weight.Min} and the largest {weight.Max}; no value is left."), nameof(weights));
            }

            if (values[i] < weight.Min || values[i] > weight.Max)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Weight {weight.Name} starts at {values[i]}, outside its bounds from {weight.Min} to {weight.Max}."), nameof(values));
            }

            if (weight.Above >= 0 && values[i] < values[weight.Above])
            {
                var partner = weights[weight.Above];
                throw new ArgumentException(
                    FormattableString.Invariant($"Weight {weight.Name} starts at {values[i]}, below {partner.Name} at {values[weight.Above]}, which it is declared to stay above."),
                    nameof(values));
            }
        }
    }
}
