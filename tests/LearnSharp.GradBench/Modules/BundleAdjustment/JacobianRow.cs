namespace LearnSharp.GradBench.Modules.BundleAdjustment;

/// <summary>The entries of the Jacobian in one row of a reprojection error: fifteen numbers side by side, in the order of the columns.</summary>
internal struct JacobianRow
{
    /// <summary>By the camera.</summary>
    public Camera Camera;

    /// <summary>By the point.</summary>
    public Vector Point;

    /// <summary>By the weight.</summary>
    public double Weight;
}
