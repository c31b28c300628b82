using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>How printed functions are named and called inside generated code.</summary>
internal static class CodeText
{
    /// <summary>
    /// Options under which callees that stand in the user's code are called there, and everything else is printed with <paramref name="suffix"/> behind its name.
    /// </summary>
    /// <param name="program">What is printed.</param>
    /// <param name="body">The method it comes from.</param>
    /// <param name="suffix">Tells several programs of one method apart.</param>
    /// <param name="overflow">What the project does on integer overflow.</param>
    public static PrintOptions Options(IrProgram program, BodyModel body, string suffix, OverflowContext overflow)
    {
        var callees = new Dictionary<string, string>();
        foreach (var callee in body.Callees)
            callees[callee.Id] = callee.Name;
        if (suffix.Length > 0)
        {
            foreach (var function in new[] { program.Root }.Concat(program.Callees))
            {
                if (!callees.ContainsKey(function.Id))
                    callees.Add(function.Id, function.Name + suffix);
            }
        }

        return new PrintOptions { Callees = callees, Overflow = overflow };
    }
}
