namespace LearnSharp.Optimization;

/// <summary>What an optimizer tells after each iteration.</summary>
/// <param name="Iteration">Iterations so far, from 1.</param>
/// <param name="Evaluations">Evaluations so far.</param>
/// <param name="Value">The best value so far.</param>
internal readonly record struct IterationReport(int Iteration, int Evaluations, double Value);
