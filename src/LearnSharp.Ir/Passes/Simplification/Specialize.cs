using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Makes a program of its own from a learnable one and what was learned.</summary>
public static class Specialize
{
    /// <summary>
    /// Bakes values into the root: weights become named constants at the top of its body, other parameters are replaced by their values; then dead
    /// branches go, and the
    /// functions that only they called, and single-use temporaries go back into the expressions they came from. The parameters left are those without
    /// a value, in order.
    /// </summary>
    /// <param name="learnable">The program.</param>
    /// <param name="values">Values by the parameter's position in the root's <see cref="Function.Parameters"/>.</param>
    /// <exception cref="ArgumentException">A position is not a parameter's, or a value is not of the parameter's type.</exception>
    public static IrProgram Bake(LearnableProgram learnable, IReadOnlyDictionary<int, Constant> values)
    {
        var program = WithOwnRoot(Refinements.Dropped(learnable.Program));
        var root = program.Root;
        foreach (var pair in values)
        {
            if (pair.Key < 0 || pair.Key >= root.Parameters.Count)
                throw new ArgumentException($"{root.Id} has {root.Parameters.Count} parameters; there is none at position {pair.Key}.", nameof(values));
            var local = root.Parameters[pair.Key].Local;
            if (!pair.Value.Type.Equals(local.Type))
                throw new ArgumentException($"{root.Id}: {local.Name} is {local.Type}, but the value is {pair.Value.Type}.", nameof(values));
        }

        var uses = LocalUses.Of(root);
        var declarations = new List<Statement>();
        var substituted = new Dictionary<int, Constant>();
        var left = new List<Parameter>();
        for (var i = 0; i < root.Parameters.Count; i++)
        {
            var parameter = root.Parameters[i];
            if (!values.TryGetValue(i, out var value))
                left.Add(parameter with { Role = ParameterRole.Input });
            else if (parameter.Role == ParameterRole.Weight || uses.Writes(parameter.Local) > 0)
                declarations.Add(new Declare(parameter.Local, value));
            else
                substituted.Add(parameter.Local.Id, value);
        }

        var body = new Substitution(substituted).Visit(root.Body);
        var baked = root with
        {
            Parameters = left.ToEquatableArray(),
            Body = new Block(declarations.Concat(body.Statements).ToEquatableArray()),
        };
        return Renest.Run(Simplifier.Simplify(program with { Root = baked }));
    }

    /// <summary>A root that calls itself goes on as a function beside the one whose parameters change.</summary>
    private static IrProgram WithOwnRoot(IrProgram program)
    {
        var root = program.Root;
        var id = root.Id + "'whole";
        var retarget = new Retarget(root.Id, id);
        var functions = program.Callees.Select(retarget.Visit);
        var body = retarget.Visit(root);
        if (!retarget.Found)
            return program;
        var whole = body with { Id = id, Parameters = root.Parameters.Select(p => p with { Role = ParameterRole.Input }) };
        return new IrProgram(body, functions.Add(whole));
    }

    private sealed class Retarget(string from, string to) : Rewriter
    {
        public bool Found { get; private set; }

        public override EquatableArray<Statement> Visit(Statement statement)
        {
            if (statement is not Call call || call.Function != from)
                return base.Visit(statement);
            Found = true;
            return [call with { Function = to }];
        }
    }
}
