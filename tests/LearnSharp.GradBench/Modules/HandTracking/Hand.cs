using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules.HandTracking;

/// <summary>A hand's skeleton and skin, and points measured on it.</summary>
/// <param name="Parents">The parent of every bone, which comes before it; -1 for none.</param>
/// <param name="Relatives">Every bone's place in its parent: 4 × 4 each, row by row.</param>
/// <param name="Inverses">From the hand at rest into every bone: 4 × 4 each.</param>
/// <param name="Rest">The vertices at rest: 4 numbers each, the last one 1.</param>
/// <param name="Weights">How much every vertex follows every bone: a number per bone for each vertex.</param>
/// <param name="Triangles">The vertices of each triangle: 3 each.</param>
/// <param name="IsMirrored">Whether it is the other hand.</param>
/// <param name="Correspondences">What each measured point lies on: a vertex, or, with coordinates in it, a triangle.</param>
/// <param name="Points">The measured points: 3 numbers each.</param>
internal sealed record Hand(
    int[] Parents,
    double[] Relatives,
    double[] Inverses,
    double[] Rest,
    double[] Weights,
    int[] Triangles,
    bool IsMirrored,
    int[] Correspondences,
    double[] Points)
{
    /// <summary>Reads a hand.</summary>
    public static Hand Read(JsonElement data)
    {
        var model = data.GetProperty("model");
        return new(
            Numbers.Integers(model.GetProperty("parents")),
            Numbers.Flat(model, "base_relatives"),
            Numbers.Flat(model, "inverse_base_absolutes"),
            Numbers.Flat(model, "base_positions"),
            Numbers.Flat(model, "weights"),
            Numbers.Integers(model.GetProperty("triangles")),
            model.GetProperty("is_mirrored").GetBoolean(),
            Numbers.Integers(data.GetProperty("correspondences")),
            Numbers.Flat(data, "points"));
    }
}
