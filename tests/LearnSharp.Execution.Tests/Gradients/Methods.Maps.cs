using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    [Learnable]
    public static double DictionaryOfSums(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var sums = new Dictionary<string, double> { ["low"] = a };
        foreach (var x in xs)
        {
            var key = x > 1 ? "high" : x > 0 ? "low" : "below";
            if (!sums.TryAdd(key, x * b))
                sums[key] += x * a * sums[key];
        }

        var score = 0.0;
        foreach (var (key, sum) in sums)
            score = score * b + sum * sum * key.Length;
        return score + sums.Values.Max() + sums.GetValueOrDefault("none", a);
    }

    [Learnable]
    public static double DictionaryOfStates(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        // The probabilities of ending at each place of a walk.
        var places = new Dictionary<(int X, int Y), double> { [(0, 0)] = 1 };
        foreach (var x in xs)
        {
            var next = new Dictionary<(int X, int Y), double>();
            foreach (var (place, p) in places)
            {
                var right = (place.X + 1, place.Y);
                var up = (place.X, place.Y + 1);
                next[right] = next.GetValueOrDefault(right) + p * a;
                next.TryGetValue(up, out var before);
                next[up] = before + p * (1 - a) * Math.Exp(-b * x);
            }

            places = next;
        }

        return places.Where(static place => place.Key.X > place.Key.Y).Sum(static place => place.Value * place.Key.X);
    }

    [Learnable]
    public static double DictionaryRemovals(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var open = new Dictionary<int, double>();
        var closed = 0.0;
        for (var i = 0; i < xs.Length; i++)
        {
            open.Add(i, xs[i] * a);
            if (open.Remove(i - 2, out var old))
                closed += old * old * b;
            if (i == 4)
                open.Clear();
        }

        return closed + open.Sum(entry => entry.Value * (entry.Key + a));
    }

    [Learnable]
    public static double SortedDictionaryByActiveKeys(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var curve = new SortedDictionary<double, double>();
        foreach (var x in xs)
            curve[x * a] = Math.Sin(x * b);
        var (area, left, height) = (0.0, 0.0, 0.0);
        foreach (var (at, y) in curve)
        {
            area += (at - left) * (y + height) / 2;
            (left, height) = (at, y);
        }

        return area;
    }

    [Learnable]
    public static double SortedListByRank(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var ranked = new SortedList<int, double>();
        for (var i = 0; i < xs.Length; i++)
            ranked[i * 5 % 7] = xs[i] * a + b;
        return ranked.Values[0] * ranked.Values[ranked.Count - 1] + ranked.Sum(entry => entry.Key * entry.Value);
    }

    [Learnable]
    public static double SetsOfVisited(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var visited = new HashSet<(int, int)>();
        var levels = new SortedSet<double>();
        var sum = 0.0;
        for (var i = 0; i < xs.Length; i++)
        {
            if (visited.Add((i % 2, i % 3)))
                sum += xs[i] * a;
            levels.Add(xs[i] * xs[i] * b + a);
        }

        foreach (var level in levels)
            sum = sum * b + level;
        return sum + levels.Max * levels.Min * visited.Count;
    }

    [Learnable]
    public static double PriorityOfEvents(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        // The next event is the one whose time, which depends on the weights, comes first.
        var events = new PriorityQueue<double, double>();
        foreach (var x in xs)
            events.Enqueue(x * b, x * x * a);
        var (state, steps) = (1.0, 0);
        while (events.TryDequeue(out var size, out var time))
        {
            state = state * Math.Exp(-time * b) + size;
            if (steps++ < 3)
                events.Enqueue(size * a, time + a);
        }

        return state;
    }
}
