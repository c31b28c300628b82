using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace LearnSharp.Benchmarks.Gradients;

/// <summary>
/// The inputs of the rows: from a file where there is one, else drawn as gradbench's own evaluations draw theirs: the same sizes and distributions, other random numbers.
/// </summary>
internal static class GradientInputs
{
    private const int Seed = 31337;

    /// <summary>The input of a row as JSON; null where it is data (a scene, a hand) that no file gives.</summary>
    public static string? Of(GradientCase row, string directory)
    {
        var path = Path.Combine(directory, row.Input + ".json");
        return File.Exists(path) ? File.ReadAllText(path) : Draw(row)?.ToJsonString();
    }

    private static JsonNode? Draw(GradientCase row)
    {
        var random = new Random(Seed);
        return row.Module switch
        {
            "gmm" => Mixture(random, Size(row, 'd'), Size(row, 'k'), Size(row, 'n')),
            "lstm" => Sequence(random, Size(row, 'l'), Size(row, 'c'), 14),
            "ode" => new JsonObject { ["x"] = Uniform(random, Size(row, 'n')), ["s"] = Size(row, 's') },
            "llsq" => new JsonObject { ["x"] = Uniform(random, Size(row, 'm')), ["n"] = Size(row, 'n') },
            "lse" => new JsonObject { ["x"] = Uniform(random, Size(row, 'n')) },
            "kmeans" => Clusters(random, Size(row, 'k'), Size(row, 'n'), Size(row, 'd')),
            "det" => Matrix(random, int.Parse(row.Input.Split('_')[1], CultureInfo.InvariantCulture)),
            "hello" => JsonValue.Create(3.5),
            "particle" => new JsonObject { ["w"] = 0.0 },
            "saddle" => new JsonObject { ["start"] = new JsonArray(1.0, 1.0) },
            _ => null,
        };
    }

    private static JsonObject Mixture(Random random, int d, int k, int n) => new()
    {
        ["d"] = d,
        ["k"] = k,
        ["n"] = n,
        ["x"] = Rows(n, () => Normal(random, d)),
        ["m"] = 0,
        ["gamma"] = 1.0,
        ["alpha"] = Normal(random, k),
        ["mu"] = Rows(k, () => Uniform(random, d)),
        ["q"] = Rows(k, () => Normal(random, d)),
        ["l"] = Rows(k, () => Normal(random, d * (d - 1) / 2)),
    };

    // The suite takes the bits of the characters of a text; these are the bits of random characters.
    private static JsonObject Sequence(Random random, int layers, int characters, int bits) => new()
    {
        ["main_params"] = Rows(2 * layers, () => Uniform(random, 4 * bits)),
        ["extra_params"] = Rows(3, () => Uniform(random, bits)),
        ["state"] = Rows(2 * layers, () => Uniform(random, bits)),
        ["sequence"] = Rows(characters, () => Numbers(bits, () => random.Next(2))),
    };

    // The last points are the centroids, so that each of them has a point.
    private static JsonObject Clusters(Random random, int k, int n, int d)
    {
        var points = Rows(n, () => Uniform(random, d));
        return new() { ["points"] = points, ["centroids"] = new JsonArray([.. points.TakeLast(k).Select(static point => point!.DeepClone())]) };
    }

    private static JsonObject Matrix(Random random, int ell) => new() { ["A"] = Uniform(random, ell * ell), ["ell"] = ell };

    // A size in the name of an input: a letter and a number.
    private static int Size(GradientCase row, char letter) => int.Parse(
        row.Input.Split('_').Last(part => part[0] == letter && part.Length > 1 && char.IsAsciiDigit(part[1])).AsSpan(1),
        CultureInfo.InvariantCulture);

    private static JsonArray Rows(int count, Func<JsonArray> row) => new([.. Enumerable.Range(0, count).Select(_ => row())]);

    private static JsonArray Uniform(Random random, int count) => Numbers(count, random.NextDouble);

    // Box and Muller's transform.
    private static JsonArray Normal(Random random, int count) =>
        Numbers(count, () => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private static JsonArray Numbers(int count, Func<double> number) => new([.. Enumerable.Range(0, count).Select(_ => (JsonNode)number())]);
}
