using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>What the results count in a pullback: one seed for each result that is differentiable.</summary>
internal static class Seeds
{
    /// <summary>Names and types of the seeds as parameters of a generated method.</summary>
    public static EquatableArray<(string Name, IrType Type)> Claim(NameScope scope, ProgramShape shape)
    {
        var parts = shape.Results.Where(static part => part.Type.IsDifferentiable).ToArray();
        return parts.Select(part => (scope.Claim(shape.Results.Count == 1 ? "seed" : "seed" + part.Access.TrimStart('.')), part.Type)).ToEquatableArray();
    }

    /// <summary>
    /// Writes the seeds as locals or expressions made from <c>seed</c>, the array that the trainer hands over with one value for each output of the result.
    /// </summary>
    /// <returns>One expression for each differentiable result.</returns>
    public static IReadOnlyList<string> FromOutputs(CodeWriter code, NameScope scope, ProgramShape shape, string workspace)
    {
        var seeds = new List<string>();
        var next = 0;
        foreach (var part in shape.Results)
        {
            var leaves = Leaf.Of(part.Type).ToArray();
            if (part.Type is ArrayType array)
            {
                // The only result that is an array takes all that is left: the layout of outputs has its length nowhere else.
                if (part.Type.IsDifferentiable)
                    seeds.Add(Array(code, scope, array, next, workspace));
                continue;
            }

            if (part.Type.IsDifferentiable)
                seeds.Add(Value(part.Type, ref next, code.Fields));
            else
                next += leaves.Count(static leaf => leaf.IsOutput);
        }

        return seeds;
    }

    /// <summary>Whether only one number of the result is differentiable, so that a seed of one counts it.</summary>
    public static bool HasOne(ProgramShape shape) =>
        shape.Results.Count == 1 && Leaf.Of(shape.Results[0].Type).Count(static leaf => leaf.Type.IsDifferentiable) == 1 && !Leaf.HoldsArrays(shape.Results[0].Type);

    /// <summary>The seed that counts the only number of the result that is differentiable once.</summary>
    /// <param name="shape">A program that <see cref="HasOne"/>.</param>
    /// <param name="accessors">The accessors of the file.</param>
    public static string One(ProgramShape shape, StructFields accessors)
    {
        return Unit(shape.Results[0].Type);

        string Unit(IrType type) => type switch
        {
            StructType structure => StructText.Of(structure, [.. structure.Fields.Select(field => Unit(field.Type))], accessors),
            ScalarType { IsFloating: true } => CSharpLiteral.Of(type, 1),
            _ => $"default({type.CSharpName})!",
        };
    }

    /// <summary>Whether making the seeds takes memory from the workspace.</summary>
    public static bool NeedWorkspace(ProgramShape shape) =>
        shape.Results.Any(static part => part.Type is ArrayType { IsDifferentiable: true } array && array.Element != ScalarType.Double)
        || (shape.Results.Count > 1 && shape.Results.Any(static part => part.Type is ArrayType { IsDifferentiable: true }));

    private static string Array(CodeWriter code, NameScope scope, ArrayType array, int start, string workspace)
    {
        if (array.Element == ScalarType.Double && start == 0)
            return "seed";
        var name = scope.Claim("seeds");
        code.Line($"var {name} = {WorkspaceScope.Rent(workspace, array.Element, start == 0 ? "seed.Length" : $"seed.Length - {start}")};");
        using (code.Braces($"for (var i = 0; i < {name}.Length; i++)"))
            code.Line($"{name}[i] = {(array.Element == ScalarType.Float ? "(float)" : "")}seed[{(start == 0 ? "i" : $"i + {start}")}];");
        return name;
    }

    private static string Value(IrType type, ref int next, StructFields accessors)
    {
        switch (type)
        {
            case ScalarType { Kind: ScalarKind.Double }:
                return $"seed[{next++}]";
            case ScalarType { Kind: ScalarKind.Float }:
                return $"(float)seed[{next++}]";
            case StructType structure:
                var fields = new List<string>();
                foreach (var field in structure.Fields)
                    fields.Add(Value(field.Type, ref next, accessors));
                return StructText.Of(structure, fields, accessors);
            default:
                if (new Leaf("", [], type).IsOutput)
                    next++;
                return $"default({type.CSharpName})!";
        }
    }
}
