using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Holds the compiled <c>HessianVectorProduct</c> of a method against its compiled <c>Gradient</c>: the gradient that it gives is the same, and the product is how fast that one changes.</summary>
internal static class SecondOrderCheck
{
    /// <summary>What is wrong; null where nothing is.</summary>
    /// <param name="code">The class that has the method's program.</param>
    /// <param name="arguments">The method's own arguments.</param>
    public static string? Find(Type code, object?[] arguments)
    {
        var methods = code.GetNestedType("MProgram")!.GetMethods();
        var product = methods.Where(static m => m.Name == "HessianVectorProduct").OrderByDescending(static m => m.GetParameters().Length).FirstOrDefault(static m => !m.GetParameters()[0].ParameterType.IsByRef);
        if (product is null)
            return "there is no HessianVectorProduct";
        var gradient = methods.Where(static m => m.Name == "Gradient").OrderByDescending(static m => m.GetParameters().Length).First(static m => !m.GetParameters()[0].ParameterType.IsByRef);
        var given = CorpusDirection.Complete(product, CorpusCheck.Copy(arguments), CorpusLeaves.IsDifferentiable, out var tangents);
        var buffers = product.GetParameters().Length - given.Length;
        var outs = tangents.Keys.Order().ToList();
        if (buffers != 2 * outs.Count)
            return $"HessianVectorProduct has {buffers} derivatives for {outs.Count} inputs";
        Rest(given, arguments.Length, tangents);
        object?[] all = [.. given, .. Buffers(arguments, outs), .. Buffers(arguments, outs)];
        var value = CorpusCheck.Call(product, all);
        var (expected, slopes) = Gradient(gradient, CorpusCheck.Copy(arguments), outs);
        if (CorpusCheck.Text(value) != CorpusCheck.Text(expected))
            return $"HessianVectorProduct gives {CorpusCheck.Text(value)}, Gradient {CorpusCheck.Text(expected)}";
        if (value is Exception)
            return null;
        var (own, moved) = (Leaves(all.Skip(given.Length).Take(outs.Count)), Leaves(all.Skip(given.Length + outs.Count)));
        for (var i = 0; i < own.Count; i++)
        {
            if (double.IsFinite(slopes[i]) && !(Math.Abs(own[i] - slopes[i]) <= 1e-9 * Math.Max(1, Math.Abs(slopes[i]))))
                return $"derivative {i} is {CorpusCheck.Text(own[i])}, that of Gradient {CorpusCheck.Text(slopes[i])}";
        }

        List<double> Slopes(double step) => Gradient(gradient, Moved(arguments, tangents, step), outs).Slopes;
        List<double>[] quotients = [.. new[] { 4e-5, 2e-5, 1e-5 }.Select(step => Slopes(step).Zip(Slopes(-step), (up, down) => (up - down) / (2 * step)).ToList())];
        List<double>[] sides = [.. new[] { 1e-5, -1e-5 }.Select(step => Slopes(step).Zip(slopes, (moved, here) => (moved - here) / step).ToList())];
        for (var i = 0; i < own.Count; i++)
        {
            var scale = Math.Max(Math.Max(1, Math.Abs(own[i])), Math.Abs(quotients[2][i]));

            // Kinks and jumps do not count, nor where the method takes another path at the point itself than beside it.
            if (!(Math.Abs(sides[0][i] - sides[1][i]) < 1e-3 * scale) || !(Math.Abs(quotients[0][i] - quotients[1][i]) + Math.Abs(quotients[1][i] - quotients[2][i]) < 1e-6 * scale))
                continue;
            if (!(Math.Abs(moved[i] - quotients[2][i]) <= 1e-4 * scale))
                return $"product {i} is {CorpusCheck.Text(moved[i])}, by differences {CorpusCheck.Text(quotients[2][i])}";
        }

        return null;
    }

    // Numbers of seven digits stay where they are: differences over small steps of them say nothing.
    private static void Rest(object?[] given, int arguments, Dictionary<int, object> tangents)
    {
        var position = 0;
        for (var i = 0; i < arguments; i++)
        {
            position++;
            if (!tangents.TryGetValue(i, out var tangent))
                continue;
            if (tangent is float or float[])
            {
                given[position] = tangent is float[] numbers ? new float[numbers.Length] : 0f;
                tangents.Remove(i);
            }

            position++;
        }
    }

    private static (object? Value, List<double> Slopes) Gradient(MethodInfo gradient, object?[] arguments, List<int> outs)
    {
        object?[] all = [.. arguments, .. Buffers(arguments, outs)];
        var value = CorpusCheck.Call(gradient, all);
        return (value, value is Exception ? [.. Enumerable.Repeat(double.NaN, 1000)] : Leaves(all.Skip(arguments.Length)));
    }

    private static IEnumerable<object?> Buffers(object?[] arguments, List<int> outs) =>
        outs.Select(parameter => arguments[parameter] is Array array ? (object?)Array.CreateInstance(array.GetType().GetElementType()!, array.Length) : null);

    private static object?[] Moved(object?[] arguments, Dictionary<int, object> tangents, double step)
    {
        var moved = CorpusCheck.Copy(arguments);
        var done = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (parameter, tangent) in tangents)
        {
            switch (moved[parameter])
            {
                case double number:
                    moved[parameter] = number + (step * (double)tangent);
                    break;
                case double[] array when done.Add(array):
                    for (var i = 0; i < array.Length; i++)
                        array[i] += step * ((double[])tangent)[i];
                    break;
            }
        }

        return moved;
    }

    private static List<double> Leaves(IEnumerable<object?> values) => [.. values.SelectMany(CorpusLeaves.Of)];
}
