using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>A callee with tangents: parameters, then the tangents of the active ones → results, then the tangents of the active ones.</summary>
internal static class TangentFunction
{
    /// <summary>The id of a function with tangents.</summary>
    public static string Id(TangentLocals function) => function.Function.Source.Id + "'tangent";

    /// <summary>The function.</summary>
    public static Function Write(TangentLocals tangents, IReadOnlyDictionary<string, TangentLocals> functions)
    {
        var function = tangents.Function;
        var facts = tangents.Facts;
        if (function.Source.Derivative is not null)
            return RuleTangent.Write(tangents);
        var statements = TangentWriter.Write(tangents, functions).ToList();
        var results = function.Results.Concat(function.Results.Where(facts.IsActive).Select(tangents.Of)).ToList();
        if (results.Count > 0)
            statements.Add(new Return(results.Select(static result => (Expression)new LocalRead(result)).ToEquatableArray()));
        return new Function(
            Id(tangents),
            function.Source.Name + "Tangent",
            function.Parameters.Concat(function.Parameters.Where(facts.IsActive).Select(tangents.Of)).Select(static local => new Parameter(local)).ToEquatableArray(),
            results.Select(static result => result.Type).ToEquatableArray(),
            new Block(statements.ToEquatableArray()));
    }
}
