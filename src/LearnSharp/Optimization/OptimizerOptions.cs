using System;

namespace LearnSharp.Optimization;

/// <summary>When to stop, and whom to tell on the way. The defaults need no change for a fit that matters.</summary>
internal sealed record OptimizerOptions
{
    /// <summary>The largest number of evaluations of any kind (value, residuals, gradient, Jacobian: one each).</summary>
    public int MaxEvaluations { get; init; } = 100_000;

    /// <summary>A relative change of the value that counts as none. Zero: as far as the arithmetic allows.</summary>
    public double ValueTolerance { get; init; } = 1e-14;

    /// <summary>A change of the parameters, relative to their size, that counts as none.</summary>
    public double StepTolerance { get; init; } = 1e-15;

    /// <summary>
    /// A gradient that counts as zero, free of the units of value and parameters. Least squares: the part of the residual vector that a step could remove, as a
    /// fraction of its length. Elsewhere: by what fraction the value would change, at first order, if every parameter that no bound holds changed by its size.
    /// </summary>
    public double GradientTolerance { get; init; } = 1e-10;

    /// <summary>Answers true once the time allowed is used up; asked once an iteration. Null: no limit of time.</summary>
    public Func<bool>? OutOfTime { get; init; }

    /// <summary>Told once an iteration. Null: nobody is told.</summary>
    public Action<IterationReport>? Progress { get; init; }
}
