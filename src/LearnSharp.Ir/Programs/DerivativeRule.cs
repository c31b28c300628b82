namespace LearnSharp.Ir;

/// <summary>
/// The derivatives of a function whose body is not differentiated. The function has parameters of numbers, arrays of them and passive types, writes no array, and has one floating result.
/// </summary>
/// <param name="Independent">Per parameter, whether a derivative by it exists; passive types ignore it.</param>
/// <param name="Pullback">
/// Takes the function's parameters, the seed, and a buffer (<see cref="ArrayKind.Array"/> for arrays, <see cref="ArrayKind.Span"/> for spans) for every independent array, which it adds to; returns the
/// derivative for every independent number. Null when only the pushforward is known.
/// </param>
/// <param name="Pushforward">Takes the function's parameters, each independent one followed by its tangent; returns the tangent of the result. Null when only the pullback is known.</param>
public sealed record DerivativeRule(EquatableArray<bool> Independent, IrProgram? Pullback, IrProgram? Pushforward)
{
    /// <summary>Whether a derivative by a parameter of the function exists.</summary>
    public bool IsIndependent(Function function, int parameter) => Independent[parameter] && function.Parameters[parameter].Local.Type.IsDifferentiable;
}
