using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir.Tests.RandomPrograms;

namespace LearnSharp.Ir.Tests.Differentiation;

/// <summary>Runs a pullback in the interpreter and compares it with dual numbers.</summary>
internal static class PullbackCheck
{
    /// <summary>What is wrong with a program's pullback at some arguments, or null.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments; they are copied, so that no two parameters share an array.</param>
    /// <param name="seedWritten">Whether written arrays count as results.</param>
    /// <param name="options">How the interpreter runs it.</param>
    public static string? Problem(
        IrProgram program, object?[] arguments, bool seedWritten = true, InterpreterOptions? options = null)
    {
        program = DerivativeValues.WithDistinctNames(program);
        var reverse = ReverseMode.AllIndependent(program) with { SeedWritten = seedWritten };
        var refusals = ReverseMode.Check(program, reverse);
        if (!refusals.IsEmpty)
            return "refused: " + refusals[0].Message;
        var pullback = ReverseMode.Pullback(program, reverse);
        var errors = Verifier.Verify(pullback);
        if (!errors.IsEmpty)
            return "does not verify: " + errors[0];
        return Compare(program, pullback, arguments, seedWritten, options);
    }

    /// <summary>What is wrong with a pullback by all parameters, none of them an array, at some arguments; or null.</summary>
    /// <param name="program">The program.</param>
    /// <param name="pullback">Its pullback.</param>
    /// <param name="arguments">The program's arguments.</param>
    /// <param name="options">How the interpreter runs it.</param>
    public static string? Compared(IrProgram program, IrProgram pullback, object?[] arguments, InterpreterOptions? options) => Compare(program, pullback, arguments, seedWritten: false, options);

    /// <summary>The derivatives that the pullback gives for seeds by <see cref="DerivativeValues.WeightOf"/>, one per input of the Jacobian; null when the program is refused.</summary>
    public static List<double>? Gradient(IrProgram program, object?[] arguments, Jacobian jacobian, InterpreterOptions? options = null)
    {
        var reverse = ReverseMode.AllIndependent(program) with { SeedWritten = true };
        if (!ReverseMode.Check(program, reverse).IsEmpty)
            return null;
        var pullback = ReverseMode.Pullback(program, reverse);
        var expected = Interpreter.Run(program, DerivativeValues.Copy(arguments), options).Results;
        var seeds = jacobian.Outputs.Select(static output => DerivativeValues.WeightOf(output.Path)).ToArray();
        var handed = new List<object?>(DerivativeValues.Copy(arguments));
        var buffers = new Dictionary<int, Array>();
        foreach (var parameter in pullback.Root.Parameters.Skip(arguments.Length))
            handed.Add(Extra(program, parameter.Local, jacobian, seeds, arguments, expected, buffers, start: 0));
        var run = Interpreter.Run(pullback, handed.ToArray(), options);
        return Collected(program, buffers, run.Results.Skip(expected.Count).ToList());
    }

    private static List<double> Collected(IrProgram program, Dictionary<int, Array> buffers, List<object?> scalars)
    {
        var actual = new List<double>();
        var next = 0;
        for (var i = 0; i < program.Root.Parameters.Count; i++)
        {
            var type = program.Root.Parameters[i].Local.Type;
            if (type.IsDifferentiable)
                DerivativeValues.Flatten(type is ArrayType ? buffers[i] : scalars[next++], type, actual);
        }

        return actual;
    }

    private static string? Compare(IrProgram program, IrProgram pullback, object?[] arguments, bool seedWritten, InterpreterOptions? options)
    {
        arguments = DerivativeValues.Copy(arguments);
        var jacobian = Interpreter.Differentiate(program, arguments, options);
        var primal = DerivativeValues.Copy(arguments);
        var expected = Interpreter.Run(program, primal, options).Results;

        var written = ReverseMode.WrittenParameters(program);
        var seeds = jacobian.Outputs.Select(output => output.Parameter < 0 || (seedWritten && written[output.Parameter]) ? DerivativeValues.WeightOf(output.Path) : 0.0).ToArray();
        var handed = new List<object?>(DerivativeValues.Copy(arguments));
        var buffers = new Dictionary<int, Array>();
        for (var i = arguments.Length; i < pullback.Root.Parameters.Count; i++)
        {
            var parameter = pullback.Root.Parameters[i].Local;
            handed.Add(Extra(program, parameter, jacobian, seeds, arguments, expected, buffers, start: 1));
        }

        var run = Interpreter.Run(pullback, handed.ToArray(), options);
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

        return Derivatives(program, jacobian, seeds, buffers, run.Results.Skip(expected.Count).ToList());
    }

    private static string? Derivatives(IrProgram program, Jacobian jacobian, double[] seeds, Dictionary<int, Array> buffers, List<object?> scalars)
    {
        var actual = Collected(program, buffers, scalars);
        if (actual.Count != jacobian.Inputs.Count)
            return $"{actual.Count} derivatives came back for {jacobian.Inputs.Count} inputs";
        for (var i = 0; i < actual.Count; i++)
        {
            var (wanted, contributions) = (0.0, 0.0);
            for (var k = 0; k < seeds.Length; k++)
            {
                wanted += seeds[k] * jacobian.Outputs[k].Derivatives[i];
                contributions += Math.Abs(seeds[k]) * jacobian.Outputs[k].Contributions[i];
            }

            // Buffers start with 1 in every element, to see that they are added to.
            var start = program.Root.Parameters[jacobian.Inputs[i].Parameter].Local.Type is ArrayType ? 1.0 : 0.0;
            var error = Math.Abs(actual[i] - start - wanted);
            var isSame = actual[i].Equals(wanted) || (double.IsNaN(actual[i]) && double.IsNaN(wanted));
            if (!isSame && !(error <= jacobian.Tolerance(contributions + start)))
                return FormattableString.Invariant($"derivative to {jacobian.Inputs[i].Path} is {actual[i] - start:R}, not {wanted:R} (contributions {contributions:R})");
        }

        return null;
    }

    private static object Extra(
        IrProgram program, Local parameter, Jacobian jacobian, double[] seeds, object?[] arguments, EquatableArray<object?> expected, Dictionary<int, Array> buffers,
        double start)
    {
        var root = program.Root;
        var isSeed = parameter.Name.StartsWith("seed", StringComparison.Ordinal);
        if (!isSeed)
        {
            var source = Enumerable.Range(0, root.Parameters.Count)
                .First(i => root.Parameters[i].Local.Type is ArrayType { IsDifferentiable: true } && !buffers.ContainsKey(i));
            return buffers[source] = (Array)DerivativeValues.Filled(root.Parameters[source].Local.Type, arguments[source], () => start);
        }

        var name = parameter.Name.Substring("seed".Length);
        var owner = name.Length > 0 && !char.IsDigit(name[0])
            ? jacobian.Outputs.Select((output, k) => (output, k)).Where(pair => pair.output.Parameter >= 0 && Capitalized(root.Parameters[pair.output.Parameter].Local.Name) == name)
            : jacobian.Outputs.Select((output, k) => (output, k)).Where(pair => pair.output.Result == (name.Length == 0 ? 0 : int.Parse(name, null) - 1));
        var values = new Queue<double>(owner.Select(pair => seeds[pair.k]));
        var result = name.Length == 0 ? 0 : char.IsDigit(name[0]) ? int.Parse(name, null) - 1 : -1;
        var shape = result >= 0 ? expected[result] : arguments[Enumerable.Range(0, arguments.Length).First(i => Capitalized(root.Parameters[i].Local.Name) == name)];
        var type = result >= 0 ? root.Results[result] : parameter.Type;
        return DerivativeValues.Filled(type, shape, () => values.TryDequeue(out var value) ? value : 0.0);
    }

    private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
