using System;
using System.Linq;
using LearnSharp.GradBench.Modules;
using LearnSharp.GradBench.Modules.HandTracking;

namespace LearnSharp.GradBench.Tests;

/// <summary>The differences of ht against poses worked by hand, their Jacobian against differences.</summary>
public sealed class HandTrackingTests
{
    private const int Bones = 10, Vertices = 6, Points = 4;

    [Fact]
    public void A_hand_at_rest_is_moved_and_turned_as_a_whole()
    {
        var hand = HandOf(21) with { Points = new double[3 * Points] };
        hand = hand with { Relatives = Identities(), Inverses = Identities(), Weights = Enumerable.Repeat(1.0 / Bones, Bones * Vertices).ToArray() };
        var theta = new double[14];
        (theta[2], theta[3], theta[4], theta[5]) = (Math.PI / 2, 7, 8, 9);
        var errors = HtModule.Objective(hand, theta, []);
        for (var i = 0; i < Points; i++)
        {
            // A quarter turn around z takes x to y and y to -x.
            var vertex = 4 * hand.Correspondences[i];
            errors[3 * i].ShouldBe(-(7 - hand.Rest[vertex + 1]), 1e-14);
            errors[3 * i + 1].ShouldBe(-(8 + hand.Rest[vertex]), 1e-14);
            errors[3 * i + 2].ShouldBe(-(9 + hand.Rest[vertex + 2]), 1e-14);
        }
    }

    [Fact]
    public void A_bent_joint_takes_the_bones_behind_it_along()
    {
        // Every bone stands one above its parent; the second joint of the first finger bends by a quarter, which takes z to -y.
        var relatives = Identities();
        for (var bone = 0; bone < Bones; bone++)
            relatives[16 * bone + 11] = 1;
        var hand = HandOf(22) with { Relatives = relatives, Inverses = Identities(), Points = new double[3 * Points], Correspondences = [0, 0, 0, 0] };
        var theta = new double[14];
        theta[6] = Math.PI / 2;
        double[] PlaceOf(int bone)
        {
            var weights = new double[Bones * Vertices];
            weights[bone] = 1;
            return HtModule.Objective(hand with { Weights = weights, Rest = [0, 0, 0, 1, .. hand.Rest[4..]] }, theta, [])[..3].Select(static error => 0 - error).ToArray();
        }

        Check(PlaceOf(2), 0, 0, 3);
        Check(PlaceOf(3), 0, -1, 3);
        Check(PlaceOf(4), 0, -2, 3);
        Check(PlaceOf(8), 0, 0, 5);

        static void Check(double[] place, double x, double y, double z)
        {
            place[0].ShouldBe(x, 1e-14);
            place[1].ShouldBe(y, 1e-14);
            place[2].ShouldBe(z, 1e-14);
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void The_columns_are_the_derivatives_of_the_differences(bool onTriangles, bool isMirrored)
    {
        var hand = HandOf(23) with { IsMirrored = isMirrored };
        var theta = Differences.Numbers(14, 24);
        var us = onTriangles ? Differences.Numbers(2 * Points, 25) : [];
        var jacobian = new HandJacobian(hand, theta, us);
        jacobian.Fill();
        jacobian.Columns.Length.ShouldBe(theta.Length + (onTriangles ? 2 : 0));

        // A random combination of the differences: its gradient is the same combination of the rows.
        var mix = Differences.Numbers(3 * Points, 26);
        double Mixed(double[] x) => HtModule.Objective(hand, x[..14], x[14..]).Zip(mix, static (error, factor) => error * factor).Sum();
        var columns = jacobian.Columns[^14..];
        var byTheta = columns.Select(column => column.Zip(mix, static (entry, factor) => entry * factor).Sum());
        var byUs = Enumerable.Range(0, us.Length).Select(i => Enumerable.Range(3 * (i / 2), 3).Sum(row => jacobian.Columns[i % 2][row] * mix[row]));
        Differences.Check(Mixed, [.. theta, .. us], [.. byTheta, .. byUs]);
    }

    // A wrist with fingers, random transforms and a random skin that follows half of the bones.
    private static Hand HandOf(int seed)
    {
        var weights = Differences.Numbers(Bones * Vertices, seed).Select(static weight => Math.Max(weight, 0)).ToArray();
        return new(
            [-1, 0, 1, 2, 3, 0, 5, 6, 7, 0],
            Transforms(seed + 100),
            Transforms(seed + 101),
            Differences.Numbers(4 * Vertices, seed + 102).Select(static (x, i) => i % 4 == 3 ? 1 : x).ToArray(),
            weights,
            [0, 1, 2, 3, 4, 5, 2, 0, 4],
            false,
            [1, 0, 2, 1],
            Differences.Numbers(3 * Points, seed + 103));
    }

    private static double[] Transforms(int seed) =>
        Differences.Numbers(16 * Bones, seed).Select(static (x, i) => (i % 16) switch { < 12 => x, 15 => 1, _ => 0 }).ToArray();

    private static double[] Identities() => Enumerable.Range(0, 16 * Bones).Select(static i => i % 16 % 5 == 0 ? 1.0 : 0.0).ToArray();
}
