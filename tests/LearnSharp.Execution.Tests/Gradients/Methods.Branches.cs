using System;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    [Learnable]
    public static double EarlyReturns(double x, [Weight] double a = 0.7, [Weight] double b = -1.3)
    {
        if (x > 2)
            return a * a * x;
        if (x < -2)
            return Math.Exp(b) / x;
        var y = a * x;
        if (y > 0.5)
            return y + b;
        return y * b;
    }

    [Learnable]
    public static double Guarded(double x, [Weight] double a = 0.7)
    {
        if (x > 0 && Math.Log(x) * a > -1 || x < -5)
            return Math.Sqrt(x * x + a);
        return a * x;
    }

    [Learnable]
    public static double Ternaries(double x, [Weight] double a = 0.7, [Weight] double b = 2.5) =>
        (x > 0 ? a * x : b / (1 + x * x)) + (a > b ? 1 : a * b);

    [Learnable]
    public static double Switches(int kind, double x, [Weight] double a = 0.7, [Weight] double b = 2.5)
    {
        switch (kind)
        {
            case 0:
                return a + x;
            case 1:
            case 2:
                x *= a;
                break;
            case > 10:
                x = x * x * b;
                break;
            default:
                x = a - b;
                break;
        }

        return x * kind switch { < 0 => a, 1 or 2 => b, _ when x > 100 => a * b, _ => a / b };
    }

    [Learnable]
    public static double OverwrittenParameter(double x, [Weight] double a = 0.7)
    {
        x = x * a;
        a = a * a + x;
        x += a * x;
        return x * a;
    }
}
