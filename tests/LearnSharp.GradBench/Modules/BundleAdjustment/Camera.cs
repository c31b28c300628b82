namespace LearnSharp.GradBench.Modules.BundleAdjustment;

/// <summary>A camera's eleven parameters, in gradbench's order.</summary>
/// <param name="Rotation">The axis that it is turned around, as long as the angle.</param>
/// <param name="Centre">Where it stands.</param>
/// <param name="Focal">The focal length in pixels.</param>
/// <param name="U">The principal point's first coordinate.</param>
/// <param name="V">The principal point's second coordinate.</param>
/// <param name="K1">Radial distortion by the squared distance.</param>
/// <param name="K2">Radial distortion by the fourth power of the distance.</param>
internal readonly record struct Camera(Vector Rotation, Vector Centre, double Focal, double U, double V, double K1, double K2);
