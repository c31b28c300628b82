using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>What about a root's parameters and results can be differentiated.</summary>
internal static class RootShape
{
    /// <summary>What about the root's own shape has no derivative.</summary>
    public static IEnumerable<Refusal> Refusals(FunctionFacts facts, ReverseOptions options)
    {
        var flat = facts.Function;
        foreach (var parameter in flat.Parameters.Where(static parameter => ArrayLevels.IsJagged(parameter.Type)))
        {
            if (ArrayLevels.Of(parameter).Any(level => ArrayLevels.IsJagged(level.Type) && facts.WritesLevel(level)))
                yield return new Refusal($"Rows of {parameter.Name} are replaced; write to their elements, or put the rows into an array of arrays of the method.", default);
        }

        foreach (var type in flat.Source.Results)
        {
            if (type is ArrayType { Element: ArrayType { Element: ArrayType } })
                yield return new Refusal("An array of arrays of arrays is returned; return an array of arrays.", default);
        }

        for (var i = 0; i < flat.Parameters.Count; i++)
        {
            var parameter = flat.Source.Parameters[flat.ParameterSources[i]].Local;
            if (parameter.Type is StructType && flat.Parameters[i].Type is ArrayType { IsDifferentiable: true } && options.Independent[flat.ParameterSources[i]])
                yield return new Refusal($"{parameter.Name} holds an array; pass the array as a parameter of its own to differentiate with respect to it.", default);
        }

        // Training copies the arrays that a method writes to; those in structs stay the caller's.
        for (var i = 0; i < flat.Parameters.Count; i++)
        {
            var parameter = flat.Source.Parameters[flat.ParameterSources[i]].Local;
            if (parameter.Type is StructType && flat.Parameters[i].Type is ArrayType && facts.WritesThrough(flat.Parameters[i]))
                yield return new Refusal($"An array in {parameter.Name} is written; pass the array as a parameter of its own.", default);
        }

        foreach (var type in flat.Source.Results)
        {
            if (type is StructType && StructShape.Leaves(type, "").Any(static leaf => leaf.Type is ArrayType { IsDifferentiable: true }))
                yield return new Refusal("A struct with an array in it is returned; return the array itself.", default);
        }
    }
}
