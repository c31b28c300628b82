using System;
using System.Linq;
using LearnSharp.GradBench.Modules;
using LearnSharp.GradBench.Modules.BundleAdjustment;

namespace LearnSharp.GradBench.Tests;

/// <summary>The errors of ba against a case worked by hand, their sparse Jacobian against differences.</summary>
public sealed class BundleAdjustmentTests
{
    [Fact]
    public void A_camera_that_looks_along_z_sees_a_point_where_the_pinhole_puts_it()
    {
        // A quarter turn around z takes (1, 2, 4) to (-2, 1, 4): x = -1/2, y = 1/4, r² = 5/16.
        var camera = new Camera(new(0, 0, Math.PI / 2), new(0.5, -1, 2), 3, 10, 20, 0.16, 0.256);
        var (u, v) = BaModule.ReprojectionError(camera, new(1.5, 1, 6), 2, 9, 21);
        var distortion = 1 + 0.16 * 5 / 16 + 0.256 * 25 / 256;
        u.ShouldBe(2 * (-0.5 * distortion * 3 + 10 - 9), 1e-14);
        v.ShouldBe(2 * (0.25 * distortion * 3 + 20 - 21), 1e-14);
        BaModule.WeightError(3).ShouldBe(-8);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0)]
    public void The_entries_are_the_derivatives_of_the_errors(double turn)
    {
        var all = Variables(turn);
        var jacobian = new SparseJacobian(5);
        jacobian.Fill(SceneOf(all));
        for (var axis = 0; axis < 2; axis++)
        {
            double Error(double[] x)
            {
                var (u, v) = BaModule.ReprojectionError(CameraOf(x), new(x[11], x[12], x[13]), x[14], 0.4, -0.2);
                return axis == 0 ? u : v;
            }

            foreach (var observation in Enumerable.Range(0, 5))
                Differences.Check(Error, all, jacobian.Values.AsSpan(30 * observation + 15 * axis, 15).ToArray());
        }

        jacobian.Values[150..].ShouldAllBe(value => Math.Abs(value + 2 * all[14]) < 1e-15);
    }

    [Fact]
    public void The_matrix_has_two_rows_per_observation_and_one_per_weight()
    {
        // Two cameras, three points: the fourth observation is of the second camera and the first point.
        var jacobian = new SparseJacobian(5);
        jacobian.Fill(SceneOf(Variables(0.3)));
        jacobian.Rows.ShouldBe([0, 15, 30, 45, 60, 75, 90, 105, 120, 135, 150, 151, 152, 153, 154, 155]);
        int[] camera = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21], point = [22, 23, 24], weight = [22 + 9 + 3];
        jacobian.Columns[90..105].ShouldBe([.. camera, .. point, .. weight]);
        jacobian.Columns[105..120].ShouldBe(jacobian.Columns[90..105]);
        jacobian.Columns[150..].ShouldBe([31, 32, 33, 34, 35]);
    }

    // Eleven numbers of a camera, three of a point well in front of it, a weight.
    private static double[] Variables(double turn)
    {
        var all = Differences.Numbers(15, 13);
        (all[0], all[1], all[2], all[13]) = (turn * all[0], turn * all[1], turn * all[2], 5 + all[13]);
        return all;
    }

    private static Camera CameraOf(double[] x) => new(new(x[0], x[1], x[2]), new(x[3], x[4], x[5]), x[6], x[7], x[8], x[9], x[10]);

    private static Scene SceneOf(double[] x) => Scene.Repeat(CameraOf(x), 2, new(x[11], x[12], x[13]), 3, x[14], 0.4, -0.2, 5);
}
