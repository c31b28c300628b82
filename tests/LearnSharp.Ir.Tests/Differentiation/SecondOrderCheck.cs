using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>
/// Forward mode over what reverse mode wrote, against dual numbers that are sent through the pullback: the same second derivatives from two sides. Everything moves, the seeds included.
/// </summary>
internal static class SecondOrderCheck
{
    /// <summary>What is wrong with the pushforward of a program's pullback at some arguments, or null.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="options">How the interpreter runs it.</param>
    public static string? Problem(IrProgram program, object?[] arguments, InterpreterOptions? options = null)
    {
        var reverse = ReverseMode.AllIndependent(program) with { SeedWritten = true };
        if (ReverseMode.Check(program, reverse) is { IsEmpty: false } refusals)
            return "refused: " + refusals[0].Message;
        var pullback = ReverseMode.Pullback(program, reverse);
        return PushforwardCheck.Problem(pullback, Arguments(program, pullback, arguments, options), options, transposed: false);
    }

    /// <summary>The arguments of a pullback: those of the program, seeds of the shape of what they count, and buffers of the shape of what they are for.</summary>
    public static object?[] Arguments(IrProgram program, IrProgram pullback, object?[] arguments, InterpreterOptions? options)
    {
        var results = Interpreter.Run(program, DerivativeValues.Copy(arguments), options).Results;
        var written = ReverseMode.WrittenParameters(program);
        var shapes = new List<object?>();
        for (var k = 0; k < results.Count; k++)
        {
            if (program.Root.Results[k].IsDifferentiable)
                shapes.Add(results[k]);
        }

        var arrays = Enumerable.Range(0, arguments.Length).Where(i => program.Root.Parameters[i].Local.Type is ArrayType { IsDifferentiable: true }).ToList();
        shapes.AddRange(arrays.Where(i => written[i]).Select(i => arguments[i]));
        shapes.AddRange(arrays.Select(i => arguments[i]));
        var handed = arguments.ToList();
        var next = 0.25;
        foreach (var (parameter, shape) in pullback.Root.Parameters.Skip(arguments.Length).Zip(shapes))
            handed.Add(DerivativeValues.Filled(parameter.Local.Type, shape, () => next += 0.125));
        handed.Count.ShouldBe(pullback.Root.Parameters.Count);
        return DerivativeValues.Copy(handed.ToArray());
    }
}
