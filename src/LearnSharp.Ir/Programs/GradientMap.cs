namespace LearnSharp.Ir;

/// <summary>
/// What a function is that reverse mode wrote and that another program calls: the pullback of a program without written arrays. Its parameters are those of the original, one seed for every
/// differentiable result and one buffer for every independent array; its results are those of the original and the derivative by every independent number or struct.
/// </summary>
/// <remarks>
/// With ψ(x, s) = s · f(x) a pullback gives (∂ψ/∂s, ∂ψ/∂x): it is itself a gradient, and its Jacobian, the Hessian of ψ, is symmetric. So the adjoint of a call is the tangent of the same
/// pullback, along the adjoints of its results (Griewank and Walther, "Evaluating Derivatives", 2008, section 5.2).
/// </remarks>
/// <param name="Of">The name of the original.</param>
/// <param name="Inputs">The number of parameters of the original.</param>
/// <param name="Independent">Per parameter of the original, whether the pullback gives the derivative by it.</param>
/// <param name="Moving">Per parameter of the original, whether <paramref name="Along"/> knows how the pullback changes with it.</param>
/// <param name="Along">The pushforward of the pullback by everything that moves; null where there is none.</param>
/// <param name="Problem">Why there is none.</param>
public sealed record GradientMap(string Of, int Inputs, EquatableArray<bool> Independent, EquatableArray<bool> Moving, IrProgram? Along, string? Problem);
