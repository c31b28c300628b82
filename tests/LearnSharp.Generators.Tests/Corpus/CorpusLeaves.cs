using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>The numbers that arguments, results and derivatives hold: parameters in order, elements and fields in theirs. An array that is there twice is one.</summary>
internal static class CorpusLeaves
{
    /// <summary>Whether something differentiable is in a type.</summary>
    public static bool IsDifferentiable(Type type) =>
        type == typeof(double) || type == typeof(float)
        || (type.IsArray && IsDifferentiable(type.GetElementType()!))
        || (type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && Nullable.GetUnderlyingType(type) is null && Fields(type).Any(static f => IsDifferentiable(f.FieldType)));

    /// <summary>The fields of a struct.</summary>
    public static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    /// <summary>The numbers of a value, those of an array that is there twice twice.</summary>
    public static List<double> Of(object? value)
    {
        var leaves = new List<double>();
        Visit(value, leaves.Add);
        return leaves;
    }

    /// <summary>The derivatives by the numbers of the arguments: summed over the buffers of an array that is there twice.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="derivatives">The derivatives by some of the parameters, in order.</param>
    public static List<(int Parameter, double Derivative)> Distinct(object?[] arguments, IEnumerable<(int Parameter, object? Derivative)> derivatives)
    {
        var sums = new List<(int Parameter, double Derivative)>();
        var known = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        foreach (var (parameter, derivative) in derivatives)
            Walk(parameter, arguments[parameter], derivative);
        return sums;

        void Walk(int parameter, object? value, object? derivative)
        {
            if (value is Array { Rank: 1 } rows && rows.GetType().GetElementType()!.IsArray)
            {
                for (var i = 0; i < rows.Length; i++)
                    Walk(parameter, rows.GetValue(i), ((Array)derivative!).GetValue(i));
                return;
            }

            var own = Of(derivative);
            var at = sums.Count;
            if (value is Array && !known.TryAdd(value, at))
                at = known[value];
            for (var i = 0; i < own.Count; i++)
            {
                if (at + i == sums.Count)
                    sums.Add((parameter, 0));
                sums[at + i] = (sums[at + i].Parameter, sums[at + i].Derivative + own[i]);
            }
        }
    }

    /// <summary>Moves one number of the arguments, as <see cref="Distinct"/> counts them; false where it is in a struct.</summary>
    public static bool Move(object?[] arguments, IEnumerable<int> parameters, int leaf, double by)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var left = leaf;
        foreach (var parameter in parameters)
        {
            if (arguments[parameter] is double number)
            {
                if (left-- != 0)
                    continue;
                arguments[parameter] = number + by;
                return true;
            }

            if (arguments[parameter] is not Array array)
                return false;
            if (Within(array) is { } moved)
                return moved;
        }

        return false;

        bool? Within(Array array)
        {
            if (array.GetType().GetElementType()!.IsArray)
            {
                foreach (var row in array)
                {
                    if (Within((Array)row) is { } moved)
                        return moved;
                }

                return null;
            }

            if (!seen.Add(array))
                return null;
            if (left >= array.Length)
            {
                left -= array.Length;
                return null;
            }

            switch (array)
            {
                case double[] numbers:
                    numbers[left] += by;
                    return true;
                case double[,] numbers:
                    numbers[left / numbers.GetLength(1), left % numbers.GetLength(1)] += by;
                    return true;
                default:
                    return false;
            }
        }
    }

    /// <summary>Something of the same shape, every number of it given.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="value">What it has the shape of.</param>
    /// <param name="number">The numbers, in order.</param>
    /// <param name="known">What has been made for arrays, which may be there twice; null where each is made again.</param>
    public static object? Like(Type type, object? value, Func<double> number, Dictionary<object, object>? known = null)
    {
        if (type == typeof(double))
            return number();
        if (type == typeof(float))
            return (float)number();
        if (value is Array array)
        {
            if (known?.TryGetValue(array, out var there) == true)
                return there;
            var element = type.GetElementType()!;
            var lengths = Enumerable.Range(0, array.Rank).Select(array.GetLength).ToArray();
            var made = Array.CreateInstance(element, lengths);
            for (var i = 0; i < made.Length; i++)
            {
                int[] at = array.Rank == 2 ? [i / lengths[1], i % lengths[1]] : [i];
                made.SetValue(Like(element, array.GetValue(at), number, known), at);
            }

            known?.Add(array, made);
            return made;
        }

        if (type.IsArray || !IsDifferentiable(type))
            return null;
        var structure = Activator.CreateInstance(type);
        foreach (var field in Fields(type).Where(static field => IsDifferentiable(field.FieldType)))
            field.SetValue(structure, Like(field.FieldType, value is null ? null : field.GetValue(value), number, known));
        return structure;
    }

    private static void Visit(object? value, Action<double> add)
    {
        switch (value)
        {
            case double or float:
                add(Convert.ToDouble(value, null));
                break;
            case Array array:
                foreach (var element in array)
                    Visit(element, add);
                break;
            case not null when IsDifferentiable(value.GetType()):
                foreach (var field in Fields(value.GetType()).Where(static f => IsDifferentiable(f.FieldType)))
                    Visit(field.GetValue(value), add);
                break;
        }
    }
}
