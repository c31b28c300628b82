using System;
using System.Linq;
using System.Text.Json;
using LearnSharp.GradBench.Modules.BundleAdjustment;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules;

/// <summary>ba: how far from where they were seen cameras see points, and how far weights are from one, with the sparse Jacobian of both.</summary>
internal static partial class BaModule
{
    // The entries of the first observation, which gradbench compares, and the last one of all.
    private const int Shown = 30;

    /// <summary>The weighted distance between where a camera sees a point and where it was observed.</summary>
    [Learnable]
    internal static (double U, double V) ReprojectionError(Camera camera, Vector point, double weight, [NonDifferentiable] double u, [NonDifferentiable] double v)
    {
        var (seenU, seenV) = Project(camera, point);
        return (weight * (seenU - u), weight * (seenV - v));
    }

    /// <summary>Zero for a weight of one.</summary>
    [Learnable]
    internal static double WeightError(double weight) => 1 - weight * weight;

    private static (double U, double V) Project(Camera camera, Vector point)
    {
        var local = Rotate(camera.Rotation, point - camera.Centre);
        var x = local.X / local.Z;
        var y = local.Y / local.Z;
        var square = x * x + y * y;
        var distortion = 1 + camera.K1 * square + camera.K2 * square * square;
        return (x * distortion * camera.Focal + camera.U, y * distortion * camera.Focal + camera.V);
    }

    // Rodrigues' formula; for no rotation at all, its linear part.
    private static Vector Rotate(Vector rotation, Vector point)
    {
        var square = Vector.Dot(rotation, rotation);
        if (square == 0)
            return point + Vector.Cross(rotation, point);
        var angle = Math.Sqrt(square);
        var (sine, cosine) = (Math.Sin(angle), Math.Cos(angle));
        var axis = 1 / angle * rotation;
        return cosine * point + sine * Vector.Cross(axis, point) + Vector.Dot(axis, point) * (1 - cosine) * axis;
    }

    /// <summary>The errors of all observations and of all weights.</summary>
    internal static void Objective(Scene scene, (double U, double V)[] reprojection, double[] weights)
    {
        for (var i = 0; i < scene.Observations.Length; i++)
        {
            var seen = scene.Observations[i];
            reprojection[i] = ReprojectionError(scene.Cameras[seen.Camera], scene.Points[seen.Point], scene.Weights[i], seen.U, seen.V);
        }

        for (var i = 0; i < scene.Weights.Length; i++)
            weights[i] = WeightError(scene.Weights[i]);
    }

    public static PreparedFunction? Prepare(string function, JsonElement input)
    {
        var observations = Numbers.Int(input, "p");
        var (cam, x, feat) = (Numbers.Flat(input, "cam"), Numbers.Flat(input, "x"), Numbers.Flat(input, "feat"));
        var camera = new Camera(new(cam[0], cam[1], cam[2]), new(cam[3], cam[4], cam[5]), cam[6], cam[7], cam[8], cam[9], cam[10]);
        var scene = Scene.Repeat(
            camera,
            Numbers.Int(input, "n"),
            new(x[0], x[1], x[2]),
            Numbers.Int(input, "m"),
            Numbers.Double(input, "w"),
            feat[0],
            feat[1],
            observations);
        switch (function)
        {
            case "objective":
                var (reprojection, weights) = (new (double U, double V)[observations], new double[observations]);
                return new(() => Objective(scene, reprojection, weights), json => Write(json, reprojection, weights));
            case "jacobian":
                var jacobian = new SparseJacobian(observations);
                return new(() => jacobian.Fill(scene), json => Write(json, jacobian));
            default:
                return null;
        }
    }

    // All observations are the same: the first one's numbers and how many there are.
    private static void Write(Utf8JsonWriter json, (double U, double V)[] reprojection, double[] weights)
    {
        json.WriteStartObject();
        json.WriteStartObject("reproj_error");
        json.WritePropertyName("elements");
        Numbers.Write(json, [reprojection[0].U, reprojection[0].V]);
        json.WriteNumber("repeated", reprojection.Length);
        json.WriteEndObject();
        json.WriteStartObject("w_err");
        json.WriteNumber("element", weights[0]);
        json.WriteNumber("repeated", weights.Length);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SparseJacobian jacobian)
    {
        json.WriteStartObject();
        json.WritePropertyName("rows");
        Numbers.Write(json, [.. jacobian.Rows.Take(Shown), jacobian.Rows[^1]]);
        json.WritePropertyName("cols");
        Numbers.Write(json, [.. jacobian.Columns.Take(Shown), jacobian.Columns[^1]]);
        json.WritePropertyName("vals");
        Numbers.Write(json, [.. jacobian.Values.Take(Shown), jacobian.Values[^1]]);
        json.WriteEndObject();
    }
}
