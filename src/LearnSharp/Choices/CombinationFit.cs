namespace LearnSharp;

/// <summary>A combination of choices with the weights fitted for it.</summary>
/// <param name="Options">One option index per choice.</param>
/// <param name="Fit">The weights.</param>
/// <param name="Evaluations">Evaluations spent on it.</param>
internal sealed record CombinationFit(int[] Options, WeightFit Fit, int Evaluations);
