using System;

namespace LearnSharp.Ir;

/// <summary>
/// Forward mode by source transformation: from a program to a program that carries, beside every value that depends on what is differentiated, its tangent: the derivative along one
/// direction. The same table of derivatives, the same activity analysis and the same conventions at kinks as in <see cref="ReverseMode"/>.
/// </summary>
/// <remarks>
/// The order of the parameters and results of a pushforward: the parameters of the original, then one tangent, of the parameter's own type, for every independent differentiable parameter.
/// The tangent of an array or span is a buffer of the same length; where the program writes the array, it writes the tangents of what it stores into the buffer, and otherwise only reads
/// it. Results: those of the original, then one tangent, of the result's own type, for every differentiable result; fields that carry no derivative are default. Arrays that the root writes
/// and their buffers must not overlap other arrays handed to it, and every buffer must be as long as its array: the caller checks that.
/// </remarks>
public static class ForwardMode
{
    /// <summary>The pushforward of a program.</summary>
    /// <param name="program">A verified program.</param>
    /// <param name="options">What is differentiated.</param>
    /// <exception cref="ArgumentException"><see cref="Check"/> has something to say.</exception>
    public static IrProgram Pushforward(IrProgram program, ForwardOptions options)
    {
        var prepared = Prepare(program, options);
        if (Refusals(prepared, options) is { IsEmpty: false } refusals)
            throw new ArgumentException($"{program.Root.Id} cannot be differentiated: {refusals[0].Message}", nameof(program));
        return TangentProgram.Write(prepared, options);
    }

    /// <summary>The reasons why a program has no pushforward; empty when it has one.</summary>
    /// <param name="program">A verified program.</param>
    /// <param name="options">What is differentiated.</param>
    public static EquatableArray<Refusal> Check(IrProgram program, ForwardOptions options) => Refusals(Prepare(program, options), options);

    /// <summary>Every parameter comes with a tangent, as far as its type allows.</summary>
    /// <param name="program">The program.</param>
    public static ForwardOptions AllIndependent(IrProgram program) =>
        new(program.Root.Parameters.Select(static parameter => parameter.Local.Type.IsDifferentiable));

    private static EquatableArray<Refusal> Refusals(PreparedProgram prepared, ForwardOptions options) =>
        options.IsWide ? [.. prepared.Refusals, .. WideTangents.Refusals(prepared, options.Independent)] : prepared.Refusals;

    // What stays behind in a written array counts as a result: its tangents are handed back in the buffer.
    private static PreparedProgram Prepare(IrProgram program, ForwardOptions options) => new(Stretches.Spelled(program), new ReverseOptions(options.Independent, SeedWritten: true), seesThrough: true);
}
