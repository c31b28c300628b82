using System;

namespace LearnSharp.Ir.Tests.RandomPrograms;

/// <summary>A random program that verifies and terminates, with arguments for it.</summary>
/// <param name="Seed">The seed it was made from.</param>
/// <param name="Options">The options it was made with.</param>
/// <param name="Program">The program.</param>
/// <param name="DepthParameter">The parameter that bounds the recursion of the root (at most 3), or -1.</param>
public sealed record RandomProgram(int Seed, RandomProgramOptions Options, IrProgram Program, int DepthParameter)
{
    /// <summary>Fresh arguments in the interpreter's form: the same for the same index.</summary>
    /// <param name="index">Which of the endless sets of arguments.</param>
    public object?[] Arguments(int index)
    {
        var random = new Random((Seed * 31) + index);
        var parameters = Program.Root.Parameters;
        var arguments = new object?[parameters.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var type = parameters[i].Local.Type;
            arguments[i] = i == DepthParameter ? random.Next(4) : Value(random, type);
            if (!Options.Aliasing || type is not ArrayType { Kind: ArrayKind.Array } || random.Next(4) != 0)
                continue;
            for (var j = 0; j < i; j++)
            {
                if (parameters[j].Local.Type == type)
                    arguments[i] = arguments[j];
            }
        }

        return arguments;
    }

    private static object Value(Random random, IrType type)
    {
        switch (type)
        {
            case ScalarType { Kind: ScalarKind.Double }:
                return random.NextDouble() * 4 - 2;
            case ScalarType { Kind: ScalarKind.Float }:
                return random.NextSingle() * 4 - 2;
            case ScalarType { Kind: ScalarKind.Int }:
                return random.Next(-10, 11);
            case ScalarType { Kind: ScalarKind.Long }:
                return random.NextInt64(-100, 101);
            case ScalarType:
                return random.Next(2) == 0;
            case EnumType enumeration:
                return enumeration.Members[random.Next(enumeration.Members.Count)].Value;
            case StructType structure:
                return new StructValue(structure.Fields.Select(field => (object?)Value(random, field.Type)));
            case ArrayType { Element: var element }:
            {
                var items = NewArray(element, random.Next(1, 5));
                for (var i = 0; i < items.Length; i++)
                    items.SetValue(Value(random, element), i);
                return items;
            }

            default:
                throw new InvalidOperationException($"Random programs have no parameters of type {type}.");
        }
    }

    private static Array NewArray(IrType element, int length) => element switch
    {
        ScalarType { Kind: ScalarKind.Double } => new double[length],
        ScalarType { Kind: ScalarKind.Float } => new float[length],
        ScalarType { Kind: ScalarKind.Int } => new int[length],
        ScalarType { Kind: ScalarKind.Bool } => new bool[length],
        StructType => new StructValue[length],
        _ => new long[length],
    };
}
