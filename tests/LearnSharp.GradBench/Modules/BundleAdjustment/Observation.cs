namespace LearnSharp.GradBench.Modules.BundleAdjustment;

/// <summary>A point that a camera saw.</summary>
/// <param name="Camera">The index of the camera.</param>
/// <param name="Point">The index of the point.</param>
/// <param name="U">Where it was seen: the first coordinate.</param>
/// <param name="V">Where it was seen: the second coordinate.</param>
internal readonly record struct Observation(int Camera, int Point, double U, double V);
