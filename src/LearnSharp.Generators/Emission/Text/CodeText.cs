using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>How printed functions are named and called inside generated code.</summary>
internal static class CodeText
{
    // What a program declares itself: a local function of the user's may be called the same.
    private static readonly HashSet<string> Members =
    [
        "Input", "Weights", "Choices", "Model", "FitResult", "Default", "Load", "Fit", "Minimize", "Gradient", "Pullback", "Pushforward", "HessianVectorProduct", "Hessian", "Jacobian", "JacobianProduct", "JacobianPattern", "SparseJacobian", "AsLoss", "MethodLoss",
        "ProgramDescription",
    ];

    /// <summary>
    /// Options under which callees that stand in the user's code are called there, and everything else is printed with <paramref name="suffix"/> behind its name.
    /// </summary>
    /// <param name="program">What is printed.</param>
    /// <param name="body">The method it comes from.</param>
    /// <param name="suffix">Tells several programs of one method apart.</param>
    /// <param name="overflow">What the project does on integer overflow.</param>
    /// <param name="suffixed">Which functions get the suffix; null for all.</param>
    public static PrintOptions Options(IrProgram program, BodyModel body, string suffix, OverflowContext overflow, Func<Function, bool>? suffixed = null)
    {
        var callees = new Dictionary<string, string>();
        foreach (var callee in body.Callees)
            callees[callee.Id] = callee.Name;

        // Overloads and local functions of different methods may share a name: each gets one of its own.
        var taken = new HashSet<string>();
        foreach (var function in new[] { program.Root }.Concat(program.Callees))
        {
            var added = suffixed is null || suffixed(function) ? suffix : "";
            var name = function.Name + added;
            if (callees.ContainsKey(function.Id) || (added.Length == 0 && !Members.Contains(name)))
                continue;
            if (Members.Contains(name))
                name += "Function";
            var free = name;
            for (var number = 2; !taken.Add(free); number++)
                free = name + number.ToString(CultureInfo.InvariantCulture);
            callees.Add(function.Id, free);
        }

        return new PrintOptions { Callees = callees, Overflow = overflow };
    }
}
