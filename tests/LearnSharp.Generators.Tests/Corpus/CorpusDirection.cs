using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Calls the compiled <c>Pushforward</c> of a method along one direction and holds it against the method itself and its compiled gradient.</summary>
internal static class CorpusDirection
{
    /// <summary>The pushforward of the method's own parameters.</summary>
    public static MethodInfo Of(Type code) => code.GetNestedType("MProgram")!.GetMethods().First(static m => m.Name == "Pushforward");

    /// <summary>The arguments, each differentiable one followed by its tangent; the same array twice has the same tangents twice.</summary>
    /// <param name="pushforward">The method.</param>
    /// <param name="arguments">The method's arguments.</param>
    /// <param name="isDifferentiable">Whether a parameter of a type comes with a tangent.</param>
    /// <param name="tangents">The tangents, by the position of their parameter.</param>
    public static object?[] Complete(MethodInfo pushforward, object?[] arguments, Func<Type, bool> isDifferentiable, out Dictionary<int, object> tangents)
    {
        var parameters = pushforward.GetParameters();
        var given = new List<object?>();
        tangents = [];
        var known = new Dictionary<object, object>(ReferenceEqualityComparer.Instance);
        var next = 0;
        double Move() => 0.25 + (next++ % 7 * 0.375);
        for (var i = 0; i < arguments.Length; i++)
        {
            given.Add(arguments[i]);
            if (!isDifferentiable(parameters[given.Count - 1].ParameterType))
                continue;
            var tangent = CorpusLeaves.Like(parameters[given.Count].ParameterType, arguments[i], Move, known)!;
            tangents[i] = tangent;

            // Tangents of arrays are written: what is handed over is a copy, another one for each argument.
            var leaves = new Queue<double>(CorpusLeaves.Of(tangent));
            given.Add(tangent is Array ? CorpusLeaves.Like(tangent.GetType(), tangent, leaves.Dequeue) : tangent);
        }

        return [.. given];
    }
}
