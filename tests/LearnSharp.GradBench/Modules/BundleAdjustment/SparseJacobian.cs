using System;
using System.Runtime.InteropServices;

namespace LearnSharp.GradBench.Modules.BundleAdjustment;

/// <summary>The derivatives of all errors by all cameras, points and weights, by rows: two rows per observation, then one per weight.</summary>
internal sealed class SparseJacobian
{
    private const int CameraSize = 11, PointSize = 3, RowSize = CameraSize + PointSize + 1;

    /// <summary>The matrix of a scene with so many observations.</summary>
    public SparseJacobian(int observations)
    {
        Rows = new int[3 * observations + 1];
        Columns = new int[(2 * RowSize + 1) * observations];
        Values = new double[Columns.Length];
    }

    /// <summary>Where each row begins in <see cref="Columns"/>, and where the last one ends.</summary>
    public int[] Rows { get; }

    /// <summary>The column of each entry.</summary>
    public int[] Columns { get; }

    /// <summary>The entries.</summary>
    public double[] Values { get; }

    /// <summary>Computes all entries.</summary>
    public void Fill(Scene scene)
    {
        var observations = scene.Observations;
        var entries = MemoryMarshal.Cast<double, JacobianRow>(Values.AsSpan(0, 2 * RowSize * observations.Length));
        var at = 0;
        for (var i = 0; i < observations.Length; i++)
        {
            var seen = observations[i];
            var camera = scene.Cameras[seen.Camera];
            var point = scene.Points[seen.Point];
            var weight = scene.Weights[i];
            ref var first = ref entries[2 * i];
            ref var second = ref entries[2 * i + 1];
            BaModule.ReprojectionErrorProgram.Pullback(camera, point, weight, seen.U, seen.V, (1, 0), out first.Camera, out first.Point, out first.Weight);
            BaModule.ReprojectionErrorProgram.Pullback(camera, point, weight, seen.U, seen.V, (0, 1), out second.Camera, out second.Point, out second.Weight);
            Rows[2 * i] = at;
            Rows[2 * i + 1] = at + RowSize;
            var columns = Columns.AsSpan(at, RowSize);
            for (var j = 0; j < CameraSize; j++)
                columns[j] = CameraSize * seen.Camera + j;
            for (var j = 0; j < PointSize; j++)
                columns[CameraSize + j] = CameraSize * scene.Cameras.Length + PointSize * seen.Point + j;
            columns[^1] = CameraSize * scene.Cameras.Length + PointSize * scene.Points.Length + i;
            columns.CopyTo(Columns.AsSpan(at + RowSize));
            at += 2 * RowSize;
        }

        for (var i = 0; i < observations.Length; i++)
        {
            Rows[2 * observations.Length + i] = at;
            Columns[at] = CameraSize * scene.Cameras.Length + PointSize * scene.Points.Length + i;
            BaModule.WeightErrorProgram.Gradient(scene.Weights[i], out Values[at]);
            at++;
        }

        Rows[^1] = at;
    }
}
