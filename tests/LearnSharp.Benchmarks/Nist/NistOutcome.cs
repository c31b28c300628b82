namespace LearnSharp.Benchmarks.Nist;

/// <summary>What a fit from one starting point gave.</summary>
/// <param name="Parameters">The fitted parameters.</param>
/// <param name="Evaluations">Evaluations of the whole data set.</param>
/// <param name="Stop">Why it stopped.</param>
internal sealed record NistOutcome(double[] Parameters, int Evaluations, StopReason Stop);
