using System;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    [Learnable]
    public static double Horner(double x, int n, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
            sum = sum * x * b + a;
        return sum;
    }

    [Learnable]
    public static double BreakAndContinue(double x, int n, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var sum = x;
        for (var i = 0; i < n; i++)
        {
            if (i % 3 == 1)
                continue;
            sum = Math.Sin(sum * a) + b;
            if (sum > 0.9 && i > 4)
                break;
            sum *= 1 + b / (1 + i);
        }

        return sum * sum;
    }

    [Learnable]
    public static double ReturnFromNestedLoops(double x, int n, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var sum = x;
        for (var i = 0; i < n; i++)
        {
            for (var j = n; j > i; j -= 2)
            {
                sum = sum * a + b * j;
                if (sum > 12)
                    return sum * sum * a;
            }

            if (sum < -20)
                break;
        }

        return sum - a * b;
    }

    [Learnable]
    public static double WhileUntilConverged(double x, [Weight] double a = 2.7)
    {
        var guess = x;
        var turns = 0;
        while (Math.Abs(guess * guess - a) > 1e-13 && turns < 50)
        {
            guess = (guess + a / guess) / 2;
            turns++;
        }

        return guess;
    }

    [Learnable]
    public static double DoWhile(double x, [Weight] double a = 0.7)
    {
        var n = 0;
        do
        {
            x = Math.Tanh(x * a) + 0.1 * n;
            n += 1;
        }
        while (x < 0.8 && n < 7);
        return x * n;
    }

    [Learnable]
    public static double CounterChangedInTheBody(double x, int n, [Weight] double a = 0.7)
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            sum += Math.Pow(a, i) * x;
            if (sum > 2)
                i++;
        }

        return sum;
    }

    [Learnable]
    public static double OuterProductSum(double[] xs, double[] ys, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var total = 0.0;
        foreach (var x in xs)
        {
            var row = 0.0;
            foreach (var y in ys)
                row += Math.Exp(-a * x * y) * b;
            total += row * row;
        }

        return total;
    }
}
