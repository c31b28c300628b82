using System;

namespace LearnSharp.Ir;

/// <summary>The values of <see cref="MathFunction"/>s: calls of <see cref="Math"/> and <see cref="MathF"/>.</summary>
internal static class ElementaryFunctions
{
    /// <summary>
    /// A function on doubles; <paramref name="count"/> is the int argument of <see cref="MathFunction.ScaleB"/> and
    /// <see cref="MathFunction.RoundTo"/>.
    /// </summary>
    public static double Double(MathFunction function, double a, double b, double c, int count) => function switch
    {
        MathFunction.Abs => Math.Abs(a),
        MathFunction.Acos => Math.Acos(a),
        MathFunction.Acosh => Math.Acosh(a),
        MathFunction.Asin => Math.Asin(a),
        MathFunction.Asinh => Math.Asinh(a),
        MathFunction.Atan => Math.Atan(a),
        MathFunction.Atan2 => Math.Atan2(a, b),
        MathFunction.Atanh => Math.Atanh(a),
        MathFunction.Cbrt => Math.Cbrt(a),
        MathFunction.Ceiling => Math.Ceiling(a),
        MathFunction.Clamp => Math.Clamp(a, b, c),
        MathFunction.CopySign => Math.CopySign(a, b),
        MathFunction.Cos => Math.Cos(a),
        MathFunction.Cosh => Math.Cosh(a),
        MathFunction.Exp => Math.Exp(a),
        MathFunction.Floor => Math.Floor(a),
        MathFunction.FusedMultiplyAdd => Math.FusedMultiplyAdd(a, b, c),
        MathFunction.Hypot => double.Hypot(a, b),
        MathFunction.IEEERemainder => Math.IEEERemainder(a, b),
        MathFunction.Log => Math.Log(a),
        MathFunction.Log2 => Math.Log2(a),
        MathFunction.Log10 => Math.Log10(a),
        MathFunction.LogBase => Math.Log(a, b),
        MathFunction.Max => Math.Max(a, b),
        MathFunction.MaxMagnitude => Math.MaxMagnitude(a, b),
        MathFunction.Min => Math.Min(a, b),
        MathFunction.MinMagnitude => Math.MinMagnitude(a, b),
        MathFunction.Pow => Math.Pow(a, b),
        MathFunction.Round => Math.Round(a),
        MathFunction.RoundTo => Math.Round(a, count),
        MathFunction.ScaleB => Math.ScaleB(a, count),
        MathFunction.Sin => Math.Sin(a),
        MathFunction.Sinh => Math.Sinh(a),
        MathFunction.Sqrt => Math.Sqrt(a),
        MathFunction.Tan => Math.Tan(a),
        MathFunction.Tanh => Math.Tanh(a),
        MathFunction.Truncate => Math.Truncate(a),
        _ => throw Unknown(function),
    };

    /// <summary>A function on floats.</summary>
    public static float Float(MathFunction function, float a, float b, float c, int count) => function switch
    {
        MathFunction.Abs => MathF.Abs(a),
        MathFunction.Acos => MathF.Acos(a),
        MathFunction.Acosh => MathF.Acosh(a),
        MathFunction.Asin => MathF.Asin(a),
        MathFunction.Asinh => MathF.Asinh(a),
        MathFunction.Atan => MathF.Atan(a),
        MathFunction.Atan2 => MathF.Atan2(a, b),
        MathFunction.Atanh => MathF.Atanh(a),
        MathFunction.Cbrt => MathF.Cbrt(a),
        MathFunction.Ceiling => MathF.Ceiling(a),
        MathFunction.Clamp => Math.Clamp(a, b, c),
        MathFunction.CopySign => MathF.CopySign(a, b),
        MathFunction.Cos => MathF.Cos(a),
        MathFunction.Cosh => MathF.Cosh(a),
        MathFunction.Exp => MathF.Exp(a),
        MathFunction.Floor => MathF.Floor(a),
        MathFunction.FusedMultiplyAdd => MathF.FusedMultiplyAdd(a, b, c),
        MathFunction.Hypot => float.Hypot(a, b),
        MathFunction.IEEERemainder => MathF.IEEERemainder(a, b),
        MathFunction.Log => MathF.Log(a),
        MathFunction.Log2 => MathF.Log2(a),
        MathFunction.Log10 => MathF.Log10(a),
        MathFunction.LogBase => MathF.Log(a, b),
        MathFunction.Max => MathF.Max(a, b),
        MathFunction.MaxMagnitude => MathF.MaxMagnitude(a, b),
        MathFunction.Min => MathF.Min(a, b),
        MathFunction.MinMagnitude => MathF.MinMagnitude(a, b),
        MathFunction.Pow => MathF.Pow(a, b),
        MathFunction.Round => MathF.Round(a),
        MathFunction.RoundTo => MathF.Round(a, count),
        MathFunction.ScaleB => MathF.ScaleB(a, count),
        MathFunction.Sin => MathF.Sin(a),
        MathFunction.Sinh => MathF.Sinh(a),
        MathFunction.Sqrt => MathF.Sqrt(a),
        MathFunction.Tan => MathF.Tan(a),
        MathFunction.Tanh => MathF.Tanh(a),
        MathFunction.Truncate => MathF.Truncate(a),
        _ => throw Unknown(function),
    };

    /// <summary>A function on ints.</summary>
    public static int Int(MathFunction function, int a, int b, int c) => function switch
    {
        MathFunction.Abs => Math.Abs(a),
        MathFunction.Max => Math.Max(a, b),
        MathFunction.Min => Math.Min(a, b),
        MathFunction.Clamp => Math.Clamp(a, b, c),
        _ => throw Unknown(function),
    };

    /// <summary>A function on longs.</summary>
    public static long Long(MathFunction function, long a, long b, long c) => function switch
    {
        MathFunction.Abs => Math.Abs(a),
        MathFunction.Max => Math.Max(a, b),
        MathFunction.Min => Math.Min(a, b),
        MathFunction.Clamp => Math.Clamp(a, b, c),
        _ => throw Unknown(function),
    };

    private static InvalidOperationException Unknown(MathFunction function) => new($"The function {function} does not apply to these arguments.");
}
