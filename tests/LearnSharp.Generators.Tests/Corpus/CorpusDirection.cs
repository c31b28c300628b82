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
        var moved = new Dictionary<object, Array>(ReferenceEqualityComparer.Instance);
        var next = 0;
        double Move() => 0.25 + (next++ % 7 * 0.375);
        for (var i = 0; i < arguments.Length; i++)
        {
            given.Add(arguments[i]);
            if (!isDifferentiable(parameters[given.Count - 1].ParameterType))
                continue;
            object tangent;
            if (arguments[i] is not Array array)
                tangent = Tangent(parameters[given.Count].ParameterType, arguments[i], isDifferentiable, Move)!;
            else if (moved.TryGetValue(array, out var known))
                tangent = known.Clone();
            else
                tangent = moved[array] = (Array)Tangent(array.GetType(), array, isDifferentiable, Move)!;
            tangents[i] = tangent;
            given.Add(tangent is Array buffer ? buffer.Clone() : tangent);
        }

        return [.. given];
    }

    private static object? Tangent(Type type, object? value, Func<Type, bool> isDifferentiable, Func<double> move)
    {
        if (type == typeof(double))
            return move();
        if (type == typeof(float))
            return (float)move();
        if (value is Array array)
        {
            var tangents = Array.CreateInstance(type.GetElementType()!, array.Length);
            for (var i = 0; i < tangents.Length; i++)
                tangents.SetValue(Tangent(type.GetElementType()!, array.GetValue(i), isDifferentiable, move), i);
            return tangents;
        }

        if (!isDifferentiable(type))
            return null;
        var structure = Activator.CreateInstance(type);
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(field => isDifferentiable(field.FieldType)))
            field.SetValue(structure, Tangent(field.FieldType, field.GetValue(value), isDifferentiable, move));
        return structure;
    }
}
