using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Checks that a program obeys every rule that its nodes document: types of operands, scopes of locals and labels, where allocation may stand,
/// calls against their callees, results on every path. What passes reads, rewrites and prints may rely on a verified program; a program that breaks
/// a rule has no meaning.
/// </summary>
public static class Verifier
{
    /// <summary>Checks a program.</summary>
    /// <returns>The rules it breaks; empty for a well-formed program.</returns>
    public static EquatableArray<VerificationError> Verify(IrProgram program)
    {
        var errors = new List<VerificationError>();
        Functions(program, errors);
        return errors.ToEquatableArray();
    }

    /// <summary>Checks a program and what it declares as learnable.</summary>
    /// <returns>The rules it breaks; empty for a well-formed program.</returns>
    public static EquatableArray<VerificationError> Verify(LearnableProgram program)
    {
        var errors = new List<VerificationError>();
        Functions(program.Program, errors);
        LearnableRules.Check(program, errors);
        return errors.ToEquatableArray();
    }

    /// <summary>
    /// Checks a program and refuses a broken one: what a pass calls on its own output while it is being developed, and a host on what it was
    /// handed.
    /// </summary>
    /// <exception cref="InvalidOperationException">The program breaks a rule; the message lists every error.</exception>
    public static void ThrowIfInvalid(IrProgram program)
    {
        var errors = Verify(program);
        if (!errors.IsEmpty)
            throw new InvalidOperationException(string.Join("\n", errors.Select(static error => error.Message)));
    }

    /// <summary>Checks the functions of a program.</summary>
    internal static void Functions(IrProgram program, List<VerificationError> errors)
    {
        var functions = new Dictionary<string, Function>();
        foreach (var function in program.Callees.Prepend(program.Root))
        {
            if (functions.ContainsKey(function.Id))
                errors.Add(new($"Two functions of the program have the id {function.Id}.", function.Id));
            functions[function.Id] = function;
        }

        foreach (var callee in program.Callees)
        {
            foreach (var parameter in callee.Parameters)
            {
                if (parameter.Role == ParameterRole.Input)
                    continue;
                var what = $"parameter {parameter.Local} of a callee has the role {parameter.Role}; only the root has weights and choices";
                errors.Add(new($"{callee.Id}: {what}.", callee.Id));
            }
        }

        foreach (var function in program.Callees.Prepend(program.Root))
        {
            new FunctionVerifier(function, functions, errors).Check();
            DerivativeRuleCheck.Check(function, errors);
            GradientMapCheck.Check(function, errors);
        }
    }
}
