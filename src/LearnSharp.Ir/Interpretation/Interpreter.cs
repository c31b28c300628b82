using System;
using System.Collections.Generic;
using System.Globalization;

namespace LearnSharp.Ir;

/// <summary>
/// Runs programs as they are written: the reference that printed, reversed and vectorized programs are measured against. Arguments and results are
/// the host's values: double, float, int, long, bool; long (or the enum itself) for enums; arrays for arrays and spans; <see cref="StructValue"/>
/// (or a tuple) for structs. Programs are expected to be verified.
/// </summary>
public static class Interpreter
{
    /// <summary>
    /// Runs the root. Arrays that the program writes are written, also when it throws; the same array handed in twice is one array.
    /// </summary>
    /// <param name="program">A verified program.</param>
    /// <param name="arguments">One value per parameter of the root.</param>
    /// <param name="options">Fuel and the host's functions; the defaults when null.</param>
    /// <exception cref="ArgumentException">An argument is missing or not of its parameter's type.</exception>
    /// <exception cref="FuelExhaustedException">The program did not end in time.</exception>
    /// <exception cref="IrThrownException">The program reached a <see cref="Throw"/>.</exception>
    public static RunResult Run(IrProgram program, ReadOnlySpan<object?> arguments, InterpreterOptions? options = null)
    {
        CheckCount(program, arguments);
        var algebra = new PlainAlgebra();
        var boundary = new Boundary<double>(algebra);
        var machine = new Machine<double>(program, algebra, options ?? InterpreterOptions.Default);
        var imported = new object?[arguments.Length];
        for (var i = 0; i < imported.Length; i++)
            imported[i] = boundary.Import(arguments[i], program.Root.Parameters[i].Local.Type);
        var original = (object?[])imported.Clone();
        try
        {
            var results = machine.Run(imported);
            var exported = new object?[results.Length];
            for (var i = 0; i < results.Length; i++)
                exported[i] = boundary.Export(results[i], program.Root.Results[i]);
            return new(exported.ToEquatableArray(), machine.LeftOnWorkspace);
        }
        finally
        {
            for (var i = 0; i < original.Length; i++)
                boundary.Export(original[i], program.Root.Parameters[i].Local.Type);
        }
    }

    /// <summary>
    /// Runs the root once on dual numbers: every double and float among the arguments, elements of arrays and fields of structs included, is an
    /// input. The arguments are left as they are. Rules and conventions stand in docs/derivatives.md.
    /// </summary>
    /// <param name="program">A verified program.</param>
    /// <param name="arguments">One value per parameter of the root.</param>
    /// <param name="options">Fuel and the host's functions; the defaults when null.</param>
    /// <exception cref="ArgumentException">An argument is missing or not of its parameter's type.</exception>
    /// <exception cref="FuelExhaustedException">The program did not end in time.</exception>
    /// <exception cref="IrThrownException">The program reached a <see cref="Throw"/>.</exception>
    public static Jacobian Differentiate(IrProgram program, ReadOnlySpan<object?> arguments, InterpreterOptions? options = null)
    {
        CheckCount(program, arguments);
        var parameters = program.Root.Parameters;
        var boundary = new Boundary<Dual>(new DualAlgebra(0));
        var values = new object?[arguments.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = boundary.Import(arguments[i], parameters[i].Local.Type);

        var inputs = new List<InputLeaf>();
        var parameter = 0;
        var count = new FloatingLeaves((path, leaf) =>
        {
            inputs.Add(new(path, parameter, leaf.Value));
            return leaf;
        });
        for (; parameter < values.Length; parameter++)
            values[parameter] = count.Visit(values[parameter], parameters[parameter].Local.Type, parameters[parameter].Local.Name);

        var algebra = new DualAlgebra(inputs.Count);
        var next = 0;
        var seed = new FloatingLeaves((_, leaf) => algebra.Input(leaf.Value, next++));
        for (var i = 0; i < values.Length; i++)
            values[i] = seed.Visit(values[i], parameters[i].Local.Type, parameters[i].Local.Name);

        var results = new Machine<Dual>(program, algebra, options ?? InterpreterOptions.Default).Run((object?[])values.Clone());
        var outputs = Outputs(program.Root, results, values, inputs.Count);
        var exported = new object?[results.Length];
        var fresh = new Boundary<Dual>(algebra);
        for (var i = 0; i < exported.Length; i++)
            exported[i] = fresh.Export(results[i], program.Root.Results[i]);
        return new(exported.ToEquatableArray(), inputs.ToEquatableArray(), outputs, FloatUse.In(program));
    }

    private static EquatableArray<OutputLeaf> Outputs(Function root, object?[] results, object?[] arguments, int inputs)
    {
        var outputs = new List<OutputLeaf>();
        var (result, parameter) = (-1, -1);
        Dual Read(string path, Dual leaf)
        {
            var (tangents, contributions) = (leaf.Tangents ?? new double[inputs], leaf.Contributions ?? new double[inputs]);
            outputs.Add(new(path, result, parameter, leaf.Value, tangents.ToEquatableArray(), contributions.ToEquatableArray()));
            return leaf;
        }

        for (result = 0; result < results.Length; result++)
        {
            var name = results.Length == 1 ? "result" : string.Create(CultureInfo.InvariantCulture, $"result{result}");
            new FloatingLeaves(Read).Visit(results[result], root.Results[result], name);
        }

        result = -1;
        var seen = new FloatingLeaves(Read);
        for (parameter = 0; parameter < arguments.Length; parameter++)
        {
            if (root.Parameters[parameter].Local.Type is ArrayType type)
                seen.Visit(arguments[parameter], type, root.Parameters[parameter].Local.Name);
        }

        return outputs.ToEquatableArray();
    }

    private static void CheckCount(IrProgram program, ReadOnlySpan<object?> arguments)
    {
        var needed = program.Root.Parameters.Count;
        if (arguments.Length != needed)
            throw new ArgumentException($"{program.Root.Id} takes {needed} arguments, not {arguments.Length}.", nameof(arguments));
    }
}
