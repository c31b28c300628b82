using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir.Tests.RandomPrograms;

/// <summary>
/// Makes programs that verify, terminate and compute finite values with moderate derivatives, whatever the seed. The same seed and options always
/// give the same program.
/// </summary>
public static class RandomProgramGenerator
{
    /// <summary>Makes the program of a seed.</summary>
    public static RandomProgram Generate(int seed, RandomProgramOptions? options = null)
    {
        options ??= RandomProgramOptions.Default;
        var random = new Random(seed);
        var callables = new List<Callable>();
        var callees = options.Calls ? random.Next(options.Callees + 1) : 0;
        for (var i = 0; i < callees; i++)
        {
            var small = options with { Statements = Math.Max(2, options.Statements / 3), Depth = Math.Min(2, options.Depth) };
            callables.Add(Make($"Callee{i}", random, small, callables));
        }

        var root = Make("Root", random, options, callables);
        var program = new IrProgram(root.Function, Reached(root.Function, callables.ConvertAll(static callable => callable.Function)));
        return new(seed, options, program, root.DepthParameter);
    }

    private static Callable Make(string id, Random random, RandomProgramOptions options, List<Callable> callables)
    {
        var parameters = new List<IrType> { ScalarType.Double };
        var types = ParameterTypes(options);
        for (var count = random.Next(5); count > 0; count--)
            parameters.Add(types[random.Next(types.Count)]);
        var results = new List<IrType> { ScalarType.Double };
        var resultTypes = types.FindAll(type => type is not ArrayType
            || (options.ArrayResults && type is ArrayType { Kind: ArrayKind.Array } && parameters.Contains(type)));
        for (var count = options.SeveralResults && random.Next(3) == 0 ? random.Next(1, 3) : 0; count > 0; count--)
            results.Add(resultTypes[random.Next(resultTypes.Count)]);
        var isRecursive = options.Recursion && options.Calls && random.Next(5) == 0;
        return new FunctionBuilder(random, options, callables.ToList()).Build(id, parameters.ToEquatableArray(), results.ToEquatableArray(), isRecursive);
    }

    private static List<IrType> ParameterTypes(RandomProgramOptions options)
    {
        var types = new List<IrType> { ScalarType.Double, ScalarType.Double, ScalarType.Int, ScalarType.Bool };
        if (options.Floats)
            types.Add(ScalarType.Float);
        if (options.Longs)
            types.Add(ScalarType.Long);
        if (options.Enums)
            types.Add(SampleIrTypes.Mode);
        if (options.Structs)
            types.AddRange([SampleIrTypes.Point, SampleIrTypes.Pair]);
        if (options.Structs && options.Floats)
            types.AddRange([SampleIrTypes.Cell, SampleIrTypes.Tally]);
        if (!options.Arrays)
            return types;
        types.AddRange([SampleIrTypes.ArrayOf(ScalarType.Double), SampleIrTypes.ArrayOf(ScalarType.Double), SampleIrTypes.ArrayOf(ScalarType.Int)]);
        if (options.Floats)
            types.Add(SampleIrTypes.ArrayOf(ScalarType.Float));
        if (options.Spans)
            types.AddRange([SampleIrTypes.SpanOf(ScalarType.Double), SampleIrTypes.ReadOnlySpanOf(ScalarType.Double)]);
        if (options.Structs && options.StructArrays)
            types.Add(SampleIrTypes.ArrayOf(SampleIrTypes.Point));
        return types;
    }

    /// <summary>The callees that the root reaches, in order.</summary>
    private static EquatableArray<Function> Reached(Function root, List<Function> functions)
    {
        var reached = new HashSet<string>();
        var pending = new Stack<Function>([root]);
        while (pending.TryPop(out var function))
        {
            foreach (var id in CalledIds.In(function).Where(id => id != root.Id && reached.Add(id)))
                pending.Push(functions.Find(callee => callee.Id == id)!);
        }

        return functions.Where(function => reached.Contains(function.Id)).ToEquatableArray();
    }
}
