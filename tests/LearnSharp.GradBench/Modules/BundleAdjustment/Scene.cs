using System;

namespace LearnSharp.GradBench.Modules.BundleAdjustment;

/// <summary>What is adjusted, and what was observed.</summary>
/// <param name="Cameras">The cameras.</param>
/// <param name="Points">The points in space.</param>
/// <param name="Weights">A weight for each observation.</param>
/// <param name="Observations">The observations.</param>
internal sealed record Scene(Camera[] Cameras, Vector[] Points, double[] Weights, Observation[] Observations)
{
    /// <summary>gradbench's generated scenes: every camera, point and observation is the same one, cameras and points take turns.</summary>
    public static Scene Repeat(Camera camera, int cameras, Vector point, int points, double weight, double u, double v, int observations)
    {
        var scene = new Scene(new Camera[cameras], new Vector[points], new double[observations], new Observation[observations]);
        Array.Fill(scene.Cameras, camera);
        Array.Fill(scene.Points, point);
        Array.Fill(scene.Weights, weight);
        for (var i = 0; i < observations; i++)
            scene.Observations[i] = new(i % cameras, i % points, u, v);
        return scene;
    }
}
