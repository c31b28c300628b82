using System;
using System.Text.Json;
using LearnSharp.GradBench.Modules.HandTracking;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules;

/// <summary>ht: how far measured points are from the skin of a hand in a pose, with the Jacobian by the pose and by where on the skin they lie.</summary>
internal static partial class HtModule
{
    private const int Fingers = 5, Matrix = 16;

    /// <param name="theta">The pose: global rotation (axis times angle), global translation, four angles for each finger.</param>
    /// <param name="us">Where in its triangle each measured point lies: the shares of the first two vertices; empty where points lie on vertices.</param>
    /// <param name="parents">The parent of every bone; -1 for none.</param>
    /// <param name="relatives">Every bone's place in its parent: 4 × 4 each.</param>
    /// <param name="inverses">From the hand at rest into every bone: 4 × 4 each.</param>
    /// <param name="rest">The vertices at rest: 4 numbers each.</param>
    /// <param name="weights">How much every vertex follows every bone: vertices × bones.</param>
    /// <param name="triangles">The vertices of each triangle: 3 each.</param>
    /// <param name="isMirrored">Whether it is the other hand.</param>
    /// <param name="correspondences">The vertex or triangle of each measured point.</param>
    /// <param name="points">The measured points: 3 numbers each.</param>
    /// <returns>The differences: 3 numbers for each measured point.</returns>
    [Learnable]
    internal static double[] Objective(
        double[] theta,
        double[] us,
        int[] parents,
        [NonDifferentiable] double[] relatives,
        [NonDifferentiable] double[] inverses,
        [NonDifferentiable] double[] rest,
        [NonDifferentiable] double[] weights,
        int[] triangles,
        bool isMirrored,
        int[] correspondences,
        [NonDifferentiable] double[] points)
    {
        var transforms = new double[parents.Length * Matrix];
        Pose(theta, parents, relatives, inverses, transforms);
        var positions = new double[rest.Length / 4 * 3];
        Skin(transforms, rest, weights, isMirrored, positions);
        Place(theta, positions);

        var errors = new double[points.Length];
        for (var i = 0; i < correspondences.Length; i++)
        {
            for (var axis = 0; axis < 3; axis++)
            {
                if (us.Length == 0)
                {
                    errors[3 * i + axis] = points[3 * i + axis] - positions[3 * correspondences[i] + axis];
                }
                else
                {
                    var triangle = 3 * correspondences[i];
                    var u = us[2 * i];
                    var v = us[2 * i + 1];
                    errors[3 * i + axis] = points[3 * i + axis]
                        - (u * positions[3 * triangles[triangle] + axis]
                            + v * positions[3 * triangles[triangle + 1] + axis]
                            + (1 - u - v) * positions[3 * triangles[triangle + 2] + axis]);
                }
            }
        }

        return errors;
    }

    // From the hand at rest to the posed one, for every bone.
    private static void Pose(double[] theta, int[] parents, double[] relatives, double[] inverses, double[] transforms)
    {
        var absolutes = new double[parents.Length * Matrix];
        var turn = new double[Matrix];
        var relative = new double[Matrix];
        for (var bone = 0; bone < parents.Length; bone++)
        {
            // The first bone is the wrist, the last one the forearm; four bones a finger in between, of which the last three turn.
            var finger = (bone - 1) / 4;
            var joint = (bone - 1) % 4;
            var turns = bone > 0 && finger < Fingers && joint > 0;
            var angles = 6 + 4 * finger;
            var bend = turns ? joint == 1 ? theta[angles] : theta[angles + joint] : 0;
            var spread = turns && joint == 1 ? theta[angles + 1] : 0;
            Turn(bend, spread, turn);
            if (parents[bone] < 0)
            {
                Multiply(relatives, bone * Matrix, turn, 0, absolutes, bone * Matrix);
            }
            else
            {
                Multiply(relatives, bone * Matrix, turn, 0, relative, 0);
                Multiply(absolutes, parents[bone] * Matrix, relative, 0, absolutes, bone * Matrix);
            }

            Multiply(absolutes, bone * Matrix, inverses, bone * Matrix, transforms, bone * Matrix);
        }
    }

    // A turn by the first angle around x, then by the second around z.
    private static void Turn(double x, double z, double[] turn)
    {
        var (sinX, cosX) = (Math.Sin(x), Math.Cos(x));
        var (sinZ, cosZ) = (Math.Sin(z), Math.Cos(z));
        turn[0] = cosZ;
        turn[1] = -sinZ * cosX;
        turn[2] = sinZ * sinX;
        turn[4] = sinZ;
        turn[5] = cosZ * cosX;
        turn[6] = -cosZ * sinX;
        turn[9] = sinX;
        turn[10] = cosX;
        turn[15] = 1;
    }

    private static void Multiply(double[] left, int atLeft, double[] right, int atRight, double[] product, int at)
    {
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 4; column++)
            {
                var sum = 0.0;
                for (var i = 0; i < 4; i++)
                    sum += left[atLeft + 4 * row + i] * right[atRight + 4 * i + column];
                product[at + 4 * row + column] = sum;
            }
        }
    }

    // Every vertex goes where the bones that it follows take it.
    private static void Skin(double[] transforms, double[] rest, double[] weights, bool isMirrored, double[] positions)
    {
        var bones = transforms.Length / Matrix;
        for (var vertex = 0; vertex < positions.Length / 3; vertex++)
        {
            for (var bone = 0; bone < bones; bone++)
            {
                var weight = weights[vertex * bones + bone];
                if (weight == 0)
                    continue;
                for (var axis = 0; axis < 3; axis++)
                {
                    var at = bone * Matrix + 4 * axis;
                    positions[3 * vertex + axis] += weight
                        * (transforms[at] * rest[4 * vertex]
                            + transforms[at + 1] * rest[4 * vertex + 1]
                            + transforms[at + 2] * rest[4 * vertex + 2]
                            + transforms[at + 3] * rest[4 * vertex + 3]);
                }
            }

            if (isMirrored)
                positions[3 * vertex] = -positions[3 * vertex];
        }
    }

    // The whole hand is turned around an axis, by less than a ten-thousandth not at all, and moved.
    private static void Place(double[] theta, double[] positions)
    {
        var angle = Math.Sqrt(theta[0] * theta[0] + theta[1] * theta[1] + theta[2] * theta[2]);
        var (axisX, axisY, axisZ, sine, cosine) = (0.0, 0.0, 0.0, 0.0, 1.0);
        if (angle >= 1e-4)
        {
            axisX = theta[0] / angle;
            axisY = theta[1] / angle;
            axisZ = theta[2] / angle;
            sine = Math.Sin(angle);
            cosine = Math.Cos(angle);
        }

        for (var i = 0; i < positions.Length; i += 3)
        {
            var (x, y, z) = (positions[i], positions[i + 1], positions[i + 2]);
            var along = (axisX * x + axisY * y + axisZ * z) * (1 - cosine);
            positions[i] = along * axisX + cosine * x + sine * (axisY * z - axisZ * y) + theta[3];
            positions[i + 1] = along * axisY + cosine * y + sine * (axisZ * x - axisX * z) + theta[4];
            positions[i + 2] = along * axisZ + cosine * z + sine * (axisX * y - axisY * x) + theta[5];
        }
    }

    public static PreparedFunction? Prepare(string function, JsonElement input)
    {
        var (theta, us) = (Numbers.Flat(input, "theta"), Numbers.Flat(input, "us"));
        var hand = Hand.Read(input.GetProperty("data"));
        switch (function)
        {
            case "objective":
                double[] errors = [];
                return new(() => errors = Objective(hand, theta, us), json => Numbers.Write(json, errors));
            case "jacobian":
                var jacobian = new HandJacobian(hand, theta, us);
                return new(jacobian.Fill, json => Numbers.WriteColumns(json, jacobian.Columns));
            default:
                return null;
        }
    }

    /// <summary>The differences of a hand in a pose.</summary>
    internal static double[] Objective(Hand hand, double[] theta, double[] us) => Objective(
        theta,
        us,
        hand.Parents,
        hand.Relatives,
        hand.Inverses,
        hand.Rest,
        hand.Weights,
        hand.Triangles,
        hand.IsMirrored,
        hand.Correspondences,
        hand.Points);
}
