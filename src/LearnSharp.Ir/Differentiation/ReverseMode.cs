using System;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Reverse mode by source transformation: from a program to a program that runs it and then, backwards, takes the adjoints of its results to those of its inputs. Activity, to-be-recorded and
/// adjoint are passes over the tree; the result is an ordinary program that the verifier accepts, the interpreter runs and the printer prints.
/// </summary>
/// <remarks>
/// The order of the parameters and results of a pullback: the parameters of the original; one seed per differentiable result (an array's: a buffer of its shape); with
/// <see cref="ReverseOptions.SeedWritten"/> one seed buffer per differentiable array parameter that is written; one buffer per independent differentiable array parameter, which the derivative is
/// added to after nothing can throw any more. Results: those of the original, then the derivative for every independent differentiable scalar or struct parameter. Arrays that the root
/// writes must not overlap other differentiable arrays handed to it: the caller checks that.
/// </remarks>
public static class ReverseMode
{
    /// <summary>The pullback of a program.</summary>
    /// <param name="program">A verified program.</param>
    /// <param name="options">What is differentiated.</param>
    /// <exception cref="ArgumentException"><see cref="Check"/> has something to say.</exception>
    public static IrProgram Pullback(IrProgram program, ReverseOptions options) => TryPullback(program, options, out var refusals)
        ?? throw new ArgumentException($"{program.Root.Id} cannot be differentiated: {refusals[0].Message}", nameof(program));

    /// <summary>The pullback of a program, or null with the reasons why it has none.</summary>
    /// <param name="program">A verified program.</param>
    /// <param name="options">What is differentiated.</param>
    /// <param name="refusals">What <see cref="Check"/> would say.</param>
    public static IrProgram? TryPullback(IrProgram program, ReverseOptions options, out EquatableArray<Refusal> refusals)
    {
        var differentiation = Differentiation.Limited(program, options);
        refusals = differentiation.Refusals();
        return refusals.IsEmpty ? differentiation.Write() : null;
    }

    /// <summary>The reasons why a program has no pullback; empty when it has one.</summary>
    /// <param name="program">A verified program.</param>
    /// <param name="options">What is differentiated.</param>
    public static EquatableArray<Refusal> Check(IrProgram program, ReverseOptions options) => new Differentiation(program, options).Refusals();

    /// <summary>The places where a value that depends on an independent parameter and might matter to a result loses its derivative.</summary>
    /// <param name="program">A verified program.</param>
    /// <param name="options">What is differentiated.</param>
    public static EquatableArray<DerivativeLoss> DerivativeLosses(IrProgram program, ReverseOptions options) => new Differentiation(program, options).Losses();

    /// <summary>Per parameter of the root, whether it is an array or span whose elements the program writes: directly, through another local, or in a function it calls.</summary>
    /// <param name="program">A verified program.</param>
    public static EquatableArray<bool> WrittenParameters(IrProgram program) => new Differentiation(program, AllIndependent(program)).WrittenParameters();

    /// <summary>Everything that is independent as far as its type allows.</summary>
    /// <param name="program">The program.</param>
    public static ReverseOptions AllIndependent(IrProgram program) =>
        new(program.Root.Parameters.Select(static parameter => parameter.Local.Type.IsDifferentiable));
}
