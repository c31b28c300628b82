using System;

namespace LearnSharp.GradBench.Modules.HandTracking;

/// <summary>The derivatives of all differences by where on the skin each point lies, if anywhere but on a vertex, and by the pose.</summary>
internal sealed class HandJacobian
{
    private readonly Hand _hand;
    private readonly double[] _theta, _us, _alongTheta, _alongUs;

    /// <summary>The Jacobian of a hand in a pose.</summary>
    public HandJacobian(Hand hand, double[] theta, double[] us)
    {
        (_hand, _theta, _us) = (hand, theta, us);
        (_alongTheta, _alongUs) = (new double[theta.Length], new double[us.Length]);
        Columns = new double[(us.Length == 0 ? 0 : 2) + theta.Length][];
    }

    /// <summary>One column for each of the two shares of a point's triangle, if there are any, then one for each parameter of the pose.</summary>
    public double[][] Columns { get; }

    /// <summary>Computes all columns, each of them as the tangent along one direction.</summary>
    public void Fill()
    {
        // A point's place on the skin moves that point alone: all places together are one direction.
        var shares = Columns.Length - _theta.Length;
        for (var share = 0; share < shares; share++)
        {
            for (var i = 0; i < _us.Length; i++)
                _alongUs[i] = i % 2 == share ? 1 : 0;
            Columns[share] = Move();
        }

        Array.Clear(_alongUs);
        for (var i = 0; i < _theta.Length; i++)
        {
            _alongTheta[i] = 1;
            Columns[shares + i] = Move();
            _alongTheta[i] = 0;
        }
    }

    private double[] Move() => HtModule.ObjectiveProgram.Pushforward(
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
        _hand.Points).Tangent;
}
