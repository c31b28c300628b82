using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearnSharp.Benchmarks.Gradients;

/// <summary>How far two outputs of a function are apart.</summary>
internal static class Agreement
{
    /// <summary>
    /// The largest difference of two numbers at the same place, relative to the largest number of all; of an object, that of the member where it is largest. NaN where the shapes differ.
    /// </summary>
    public static double Difference(JsonNode? ours, JsonNode? theirs)
    {
        if (ours is JsonObject members && theirs is JsonObject others && members.Count == others.Count)
            return members.Select(member => Difference(member.Value, others[member.Key])).Aggregate(0.0, Math.Max);
        var pairs = Pairs(ours, theirs).ToList();
        var difference = pairs.Select(static pair => Math.Abs(pair.Ours - pair.Theirs)).Aggregate(0.0, Math.Max);
        return difference == 0 ? 0 : difference / pairs.Max(static pair => Math.Max(Math.Abs(pair.Ours), Math.Abs(pair.Theirs)));
    }

    // The numbers at the same places; a pair of NaN where one of the two has something else there.
    private static IEnumerable<(double Ours, double Theirs)> Pairs(JsonNode? ours, JsonNode? theirs) => (ours, theirs) switch
    {
        (JsonArray left, JsonArray right) when left.Count == right.Count => left.Zip(right, Pairs).SelectMany(static pairs => pairs),
        (JsonValue left, JsonValue right) when left.GetValueKind() == JsonValueKind.Number && right.GetValueKind() == JsonValueKind.Number => [((double)left, (double)right)],
        _ => [(double.NaN, double.NaN)],
    };
}
