namespace LearnSharp.Ir;

/// <summary>The derivatives of everything floating that a run gave by everything floating it was handed, from one run on dual numbers.</summary>
/// <param name="Results">The values of the root's results, in order.</param>
/// <param name="Inputs">The floating arguments: parameters in order, elements and fields in order inside. An array handed in twice counts once, for
/// its first parameter.</param>
/// <param name="Outputs">The floating leaves of the results in order, then those of the array arguments as the run left them.</param>
/// <param name="UsesFloat">Whether the program computes anything in float.</param>
public sealed record Jacobian(
    EquatableArray<object?> Results, EquatableArray<InputLeaf> Inputs, EquatableArray<OutputLeaf> Outputs, bool UsesFloat)
{
    /// <summary>
    /// How far a derivative that was computed in another way may be from this one: 1e-12 of the contributions, and 2^29 times as much for a program
    /// that computes in float (docs/derivatives.md, 'The oracle').
    /// </summary>
    /// <param name="contribution">The sum of the absolute contributions.</param>
    public double Tolerance(double contribution) => 1e-12 * contribution * (UsesFloat ? 1 << 29 : 1);
}
