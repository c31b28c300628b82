using System;

namespace LearnSharp.Execution.Tests.Gradients;

internal static partial class Methods
{
    public readonly record struct Point(double X, double Y)
    {
        public double Norm => Math.Sqrt((X * X) + (Y * Y));

        public static Point operator +(Point left, Point right) => new(left.X + right.X, left.Y + right.Y);

        public static Point operator *(double scale, Point point) => new(scale * point.X, scale * point.Y);

        public Point Turned(double angle) => new((X * Math.Cos(angle)) - (Y * Math.Sin(angle)), (X * Math.Sin(angle)) + (Y * Math.Cos(angle)));
    }

    public enum Season
    {
        Winter,
        Summer = 5,
    }

    [Learnable]
    public static double Tuples(double x, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var (low, high) = (a * x, b);
        (low, high) = (high, low);
        var pair = (Sum: low + high, Product: low * high);
        pair.Sum *= 2;
        return pair.Sum - pair.Product * pair.Item1;
    }

    [Learnable]
    public static double Structs(Point start, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var position = start;
        for (var i = 0; i < 3; i++)
            position = a * position.Turned(b) + new Point(b, i);
        return position.Norm;
    }

    [Learnable]
    public static double Calls(double x, [Weight] double a = 0.7, [Weight] double b = 0.3)
    {
        var sum = 0.0;
        for (var i = 1; i < 4; i++)
            sum += Bump(x - i, a) * Power(b, i);
        return sum + MinMax(sum, a).Min;
    }

    [Learnable]
    public static double Enums(Season season, double x, [Weight] double a = 0.7, [Choice] Season base_ = Season.Summer) =>
        season == Season.Winter ? a * x : season == base_ ? a / x : 0;

    [Learnable]
    public static double ImplicitConversions(int n, float f, long big, [Weight] double a = 0.7) =>
        n * a + f * a * a + (big % 7) / (a + n / 2);

    [Learnable]
    public static double InTheBody(double x)
    {
        var rate = Learn.Weight(0.35, min: 0);
        var limit = Learn.Weight(2.0);
        return limit / (1 + Math.Exp(-rate * x));
    }

    [Learnable]
    public static double Passive(string name, DateTime day, double x, [Weight] double a = 0.7, [Weight] double b = 0.3) =>
        day.DayOfWeek == DayOfWeek.Sunday ? a * x : name.Length * b * x + (name.StartsWith('A') ? a : 0);

#pragma warning disable LS0017 // steps are among the functions on purpose
    [Learnable]
    public static double EveryFunction([Weight] double a = 0.7, [Weight] double b = 0.3, [Weight] double c = 1.9)
    {
        var sum = Math.Abs(-a) + Math.Acos(a) + Math.Acosh(c) + Math.Asin(b) + Math.Asinh(c) + Math.Atan(a) + Math.Atan2(a, c) + Math.Atanh(b);
        sum += Math.Cbrt(c) + Math.Ceiling(a) * a + Math.Clamp(a, b, c) + Math.CopySign(a, -b) + Math.Cos(c) + Math.Cosh(a) + Math.Exp(b) + Math.Floor(c) * b;
        sum += Math.FusedMultiplyAdd(a, b, c) + Math.IEEERemainder(c, a) + Math.Log(a) + Math.Log(c, 1 + a) + Math.Log2(c) + Math.Log10(b) + Math.Max(a, b);
        sum += Math.MaxMagnitude(-a, b) + Math.Min(c, a) + Math.MinMagnitude(-a, b) + Math.Pow(c, a) + Math.Round(c) * a + Math.ScaleB(a, 3) + Math.Sign(b) * c;
        sum += Math.Sin(a) + Math.Sinh(b) + Math.Sqrt(c) + Math.Tan(b) + Math.Tanh(a) + Math.Truncate(c) * b + c % a - -b / +c;
        return sum;
    }
#pragma warning restore LS0017

    private static double Bump(double x, double width)
    {
        if (Math.Abs(x) > 3 * width)
            return 0;
        var z = x / width;
        return Math.Exp(-z * z / 2);
    }

    private static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);

    private static (double Min, double Max) MinMax(double x, double y) => x < y ? (x, y) : (y, x);
}
