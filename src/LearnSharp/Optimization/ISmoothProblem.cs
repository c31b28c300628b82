using System;

namespace LearnSharp.Optimization;

/// <summary>A value to be minimized that has a gradient almost everywhere.</summary>
/// <remarks>A failed evaluation answers <see langword="false"/>, which shortens the step that led to it and never ends the run.</remarks>
internal interface ISmoothProblem : IBlackBoxProblem
{
    /// <summary>Evaluates the value and its gradient at <paramref name="x"/>.</summary>
    /// <param name="x">The n parameters, within the bounds.</param>
    /// <param name="value">Receives the value, the same as <see cref="IBlackBoxProblem.TryValue"/> gives.</param>
    /// <param name="gradient">Receives the n derivatives. Every element must be written.</param>
    /// <returns>Whether the value and its gradient exist at this point.</returns>
    bool TryGradient(ReadOnlySpan<double> x, out double value, Span<double> gradient);
}
