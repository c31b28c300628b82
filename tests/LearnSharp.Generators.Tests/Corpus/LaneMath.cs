using System;
using System.Runtime.Intrinsics;
using LearnSharp.Runtime;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>
/// <see cref="Math"/> with the functions that rows have: a method compiled against this, without the generator, computes bit for bit what a row of it must.
/// </summary>
public static class LaneMath
{
#pragma warning disable CS1591 // the members of System.Math
    public static double Sin(double x) => One(x, VectorMath.Sin);

    public static double Cos(double x) => One(x, VectorMath.Cos);

    public static double Tan(double x) => One(x, VectorMath.Tan);

    public static double Atan(double x) => One(x, VectorMath.Atan);

    public static double Asin(double x) => One(x, VectorMath.Asin);

    public static double Acos(double x) => One(x, VectorMath.Acos);

    public static double Sinh(double x) => One(x, VectorMath.Sinh);

    public static double Cosh(double x) => One(x, VectorMath.Cosh);

    public static double Tanh(double x) => One(x, VectorMath.Tanh);

    public static double Asinh(double x) => One(x, VectorMath.Asinh);

    public static double Acosh(double x) => One(x, VectorMath.Acosh);

    public static double Atanh(double x) => One(x, VectorMath.Atanh);

    public static double Exp(double x) => One(x, VectorMath.Exp);

    public static double Log(double x) => One(x, VectorMath.Log);

    public static double Log2(double x) => One(x, VectorMath.Log2);

    public static double Log10(double x) => One(x, VectorMath.Log10);

    public static double Cbrt(double x) => One(x, VectorMath.Cbrt);

    public static double Pow(double x, double y) => VectorMath.Pow(Vector512.Create(x), Vector512.Create(y))[0];

    public static double Atan2(double y, double x) => VectorMath.Atan2(Vector512.Create(y), Vector512.Create(x))[0];

    public static double Log(double x, double newBase) => Math.Log(x, newBase);

    public static double IEEERemainder(double x, double y) => Math.IEEERemainder(x, y);

    public static double Sqrt(double x) => Math.Sqrt(x);

    public static double Abs(double x) => Math.Abs(x);

    public static int Abs(int x) => Math.Abs(x);

    public static long Abs(long x) => Math.Abs(x);

    public static double Floor(double x) => Math.Floor(x);

    public static double Ceiling(double x) => Math.Ceiling(x);

    public static double Truncate(double x) => Math.Truncate(x);

    public static double Round(double x) => Math.Round(x);

    public static double Round(double x, int digits) => Math.Round(x, digits);

    public static double FusedMultiplyAdd(double x, double y, double z) => Math.FusedMultiplyAdd(x, y, z);

    public static double CopySign(double x, double y) => Math.CopySign(x, y);

    public static double MaxMagnitude(double x, double y) => Math.MaxMagnitude(x, y);

    public static double MinMagnitude(double x, double y) => Math.MinMagnitude(x, y);

    public static double Max(double x, double y) => Math.Max(x, y);

    public static double Min(double x, double y) => Math.Min(x, y);

    public static int Max(int x, int y) => Math.Max(x, y);

    public static int Min(int x, int y) => Math.Min(x, y);

    public static double Clamp(double x, double min, double max) => Math.Clamp(x, min, max);

    public static int Clamp(int x, int min, int max) => Math.Clamp(x, min, max);

    public static int Sign(double x) => Math.Sign(x);

    public static int Sign(int x) => Math.Sign(x);
#pragma warning restore CS1591

    private static double One(double x, Func<Vector512<double>, Vector512<double>> function) => function(Vector512.Create(x))[0];
}
