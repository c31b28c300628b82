using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    [Learnable]
    public static double ListFilledAndRead(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var list = new List<double> { a, b };
        foreach (var x in xs)
        {
            list.Add(x * a);
            list.Insert(1, list[^1] * b);
        }

        list[0] *= list[1] + b;
        list.RemoveAt(2);
        list.AddRange(list.Where(static v => v > 0.1).ToList());
        var sum = 0.0;
        for (var i = 0; i < list.Count; i++)
            sum += list[i] * Math.Sin(i * a);
        return sum;
    }

    [Learnable]
    public static double ListSorted(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var list = xs.Select(x => x * x * a - b * x).ToList();
        list.Sort();
        list.Reverse();
        var smooth = 0.0;
        foreach (var y in list)
            smooth = smooth * a + y;
        return smooth;
    }

    [Learnable]
    public static double ListOfStructs(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var paths = new List<(double Weight, int Steps)> { (1, 0) };
        foreach (var x in xs)
        {
            var next = new List<(double Weight, int Steps)>();
            foreach (var (weight, steps) in paths)
            {
                next.Add((weight * a, steps + 1));
                if (steps < 2)
                    next.Add((weight * (x + b), steps));
            }

            paths = next;
        }

        return paths.Sum(path => path.Weight / (1 + path.Steps));
    }

    [Learnable]
    public static double StackMachine(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var stack = new Stack<double>();
        stack.Push(a);
        foreach (var x in xs)
        {
            stack.Push(x * b);
            if (stack.Count > 2 && stack.TryPop(out var top))
                stack.Push(top * stack.Pop() + a);
        }

        return stack.Sum();
    }

    [Learnable]
    public static double QueueWindow(double[] xs, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var window = new Queue<double>();
        var sum = 0.0;
        var score = 0.0;
        foreach (var x in xs)
        {
            window.Enqueue(x * a);
            sum += x * a;
            if (window.Count > 3)
                sum -= window.Dequeue() * b;
            score = score * b + sum * window.Peek();
        }

        return score;
    }
}
