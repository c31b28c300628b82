using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>Runs a pushforward in the interpreter and compares it with dual numbers and with the pullback.</summary>
internal static class PushforwardCheck
{
    /// <summary>What is wrong with a program's pushforward at some arguments, or null.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments; they are copied, so that no two parameters share an array.</param>
    /// <param name="options">How the interpreter runs it.</param>
    /// <param name="transposed">Whether reverse mode is asked too; it refuses what comes out of itself.</param>
    public static string? Problem(IrProgram program, object?[] arguments, InterpreterOptions? options = null, bool transposed = true)
    {
        program = DerivativeValues.WithDistinctNames(program);
        var forward = ForwardMode.AllIndependent(program);
        var refusals = ForwardMode.Check(program, forward);
        if (!refusals.IsEmpty)
            return "refused: " + refusals[0].Message;
        var pushforward = ForwardMode.Pushforward(program, forward);
        var errors = Verifier.Verify(pushforward);
        if (!errors.IsEmpty)
            return "does not verify: " + errors[0];
        return Compare(program, pushforward, DerivativeValues.Copy(arguments), options, transposed);
    }

    private static string? Compare(IrProgram program, IrProgram pushforward, object?[] arguments, InterpreterOptions? options, bool transposed)
    {
        var jacobian = Interpreter.Differentiate(program, arguments, options);
        var primal = DerivativeValues.Copy(arguments);
        var expected = Interpreter.Run(program, primal, options).Results;

        var direction = jacobian.Inputs.Select(static input => DerivativeValues.WeightOf(input.Path)).ToArray();
        var numbers = new Queue<double>(direction);
        var handed = DerivativeValues.Copy(arguments);
        var tangents = new object?[handed.Length];
        for (var i = 0; i < handed.Length; i++)
        {
            if (program.Root.Parameters[i].Local.Type is { IsDifferentiable: true } type)
                tangents[i] = DerivativeValues.Filled(type, handed[i], numbers.Dequeue);
        }

        var run = Interpreter.Run(pushforward, handed.Concat(tangents.Where(static tangent => tangent is not null)).ToArray(), options);
        if (run.LeftOnWorkspace != 0)
            return $"{run.LeftOnWorkspace} values were left on the workspace";
        for (var i = 0; i < expected.Count; i++)
        {
            if (HostValues.Describe(run.Results[i]) != HostValues.Describe(expected[i]))
                return $"result {i} is {HostValues.Describe(run.Results[i])}, not {HostValues.Describe(expected[i])}";
        }

        for (var i = 0; i < primal.Length; i++)
        {
            if (primal[i] is Array && HostValues.Describe(handed[i]) != HostValues.Describe(primal[i]))
                return $"array {i} was left as {HostValues.Describe(handed[i])}, not {HostValues.Describe(primal[i])}";
        }

        var actual = new List<double>();
        var next = expected.Count;
        foreach (var result in program.Root.Results.Where(static result => result.IsDifferentiable))
            DerivativeValues.Flatten(run.Results[next++], result, actual);
        for (var i = 0; i < tangents.Length; i++)
        {
            if (program.Root.Parameters[i].Local.Type is ArrayType { IsDifferentiable: true } type)
                DerivativeValues.Flatten(tangents[i], type, actual);
        }

        return Tangents(jacobian, direction, actual) ?? (!transposed ? null : Transposed(program, arguments, jacobian, direction, actual, options));
    }

    private static string? Tangents(Jacobian jacobian, double[] direction, List<double> actual)
    {
        if (actual.Count != jacobian.Outputs.Count)
            return $"{actual.Count} tangents came back for {jacobian.Outputs.Count} outputs";
        for (var k = 0; k < actual.Count; k++)
        {
            var (wanted, contributions) = (0.0, 0.0);
            for (var i = 0; i < direction.Length; i++)
            {
                wanted += direction[i] * jacobian.Outputs[k].Derivatives[i];
                contributions += direction[i] * jacobian.Outputs[k].Contributions[i];
            }

            // Where a partial derivative is infinite, its sums with others are not those of the single directions: that the tangent is not finite either is what can be asked.
            var agrees = double.IsFinite(contributions) ? Math.Abs(actual[k] - wanted) <= jacobian.Tolerance(contributions) : !double.IsFinite(actual[k]);
            if (!agrees)
                return FormattableString.Invariant($"tangent of {jacobian.Outputs[k].Path} is {actual[k]:R}, not {wanted:R} (contributions {contributions:R})");
        }

        return null;
    }

    // ⟨seed, J t⟩ = ⟨Jᵀ seed, t⟩.
    private static string? Transposed(
        IrProgram program, object?[] arguments, Jacobian jacobian, double[] direction, List<double> tangents, InterpreterOptions? options)
    {
        if (PullbackCheck.Gradient(program, arguments, jacobian, options) is not { } gradient)
            return null;
        var written = ReverseMode.WrittenParameters(program);
        var (forward, reverse, contributions) = (0.0, 0.0, 0.0);
        for (var k = 0; k < tangents.Count; k++)
        {
            var output = jacobian.Outputs[k];
            if (output.Parameter >= 0 && !written[output.Parameter])
                continue;
            var seed = DerivativeValues.WeightOf(output.Path);
            forward += seed * tangents[k];
            for (var i = 0; i < direction.Length; i++)
                contributions += seed * output.Contributions[i] * direction[i];
        }

        for (var i = 0; i < direction.Length; i++)
            reverse += gradient[i] * direction[i];
        if (!double.IsFinite(contributions) || Math.Abs(forward - reverse) <= 2 * jacobian.Tolerance(contributions))
            return null;
        return FormattableString.Invariant($"forward gives {forward:R} where reverse gives {reverse:R} (contributions {contributions:R})");
    }
}
