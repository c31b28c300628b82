using System.Linq;

namespace LearnSharp.GradBench.Modules.HandTracking;

/// <summary>The derivatives of all differences by where on the skin each point lies, if anywhere but on a vertex, and by the pose.</summary>
internal sealed class HandJacobian
{
    private readonly Hand _hand;
    private readonly double[] _theta, _us, _alongTheta, _alongUs, _differences, _product;
    private readonly int _directions;

    /// <summary>The Jacobian of a hand in a pose.</summary>
    public HandJacobian(Hand hand, double[] theta, double[] us)
    {
        (_hand, _theta, _us) = (hand, theta, us);

        // A point's place on the skin moves that point alone: all places together are one direction for each of their two shares.
        var shares = us.Length == 0 ? 0 : 2;
        _directions = shares + theta.Length;
        _alongUs = new double[_directions * us.Length];
        for (var i = 0; i < us.Length; i++)
            _alongUs[i % 2 * us.Length + i] = 1;
        _alongTheta = new double[_directions * theta.Length];
        for (var i = 0; i < theta.Length; i++)
            _alongTheta[(shares + i) * theta.Length + i] = 1;
        _differences = new double[hand.Points.Length];
        _product = new double[_directions * hand.Points.Length];
    }

    /// <summary>One column for each of the two shares of a point's triangle, if there are any, then one for each parameter of the pose.</summary>
    public double[][] Columns => [.. Enumerable.Range(0, _directions).Select(i => _product[(i * _differences.Length)..((i + 1) * _differences.Length)])];

    /// <summary>Computes all columns, each of them as the tangent along one direction.</summary>
    public void Fill() => HtModule.ObjectiveProgram.JacobianProduct(
        _theta,
        _alongTheta,
        _us,
        _alongUs,
        _hand.Parents,
        _hand.Relatives,
        _hand.Inverses,
        _hand.Rest,
        _hand.Weights,
        _hand.Triangles,
        _hand.IsMirrored,
        _hand.Correspondences,
        _hand.Points,
        _directions,
        _differences,
        _product);
}
