using System;

namespace LearnSharp.Optimization;

/// <summary>A sum of squares to be minimized, given by its residuals r(x): the value is Σ rᵢ(x)².</summary>
/// <remarks>
/// Both methods may be called at any point within the bounds, in any order. They answer <see langword="false"/> where the residuals do
/// not exist (an exception in the program, a NaN, an infinity); such a point rejects the step that led to it and never ends the run.
/// An optimizer also treats a non-finite number in an answer of <see langword="true"/> as a failure. Exceptions are not caught.
/// </remarks>
internal interface IResidualProblem
{
    /// <summary>Number of parameters n, the length of x.</summary>
    int ParameterCount { get; }

    /// <summary>Number of residuals m. It may be smaller than n; the undetermined directions are then left where they started.</summary>
    int ResidualCount { get; }

    /// <summary>Writes the m residuals at <paramref name="x"/>.</summary>
    /// <param name="x">The n parameters.</param>
    /// <param name="residuals">Receives m residuals. Its content is of no meaning after a failure.</param>
    /// <returns>Whether the residuals exist at this point.</returns>
    bool TryResiduals(ReadOnlySpan<double> x, Span<double> residuals);

    /// <summary>Writes the residuals and their derivatives at <paramref name="x"/>.</summary>
    /// <param name="x">The n parameters.</param>
    /// <param name="residuals">Receives m residuals, the same as <see cref="TryResiduals"/> gives.</param>
    /// <param name="jacobian">Receives ∂rᵢ/∂xⱼ at [i·n + j]: m rows of n. Every element must be written.</param>
    /// <returns>Whether the residuals and all derivatives exist at this point.</returns>
    bool TryJacobian(ReadOnlySpan<double> x, Span<double> residuals, Span<double> jacobian);
}
