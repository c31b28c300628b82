using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearnSharp.Benchmarks.Gradients;

/// <summary>How far two outputs of a function are apart.</summary>
internal static class Agreement
{
    /// <summary>The largest difference of two numbers at the same place, relative where they are above one (as gradbench compares them); NaN where the shapes differ.</summary>
    public static double Difference(JsonNode? ours, JsonNode? theirs) => (ours, theirs) switch
    {
        (JsonArray left, JsonArray right) when left.Count == right.Count => Largest(left.Zip(right, Difference)),
        (JsonObject left, JsonObject right) when left.Count == right.Count => Largest(left.Select(member => Difference(member.Value, right[member.Key]))),
        (JsonValue left, JsonValue right) when left.GetValueKind() == JsonValueKind.Number && right.GetValueKind() == JsonValueKind.Number =>
            Difference((double)left, (double)right),
        _ => double.NaN,
    };

    private static double Difference(double left, double right) => Math.Abs(left - right) / Math.Max(1, Math.Abs(left) + Math.Abs(right));

    // A NaN anywhere is the result.
    private static double Largest(IEnumerable<double> differences) => differences.Aggregate(0.0, Math.Max);
}
