using System;
using System.Linq;
using LearnSharp.Runtime;

namespace LearnSharp.Tests.Runtime;

/// <summary>The functions under test.</summary>
public static class VectorFunctions
{
    private const double Max = double.MaxValue;
    private const double Tiny = double.Epsilon;

    // double.ExpM1 and double.LogP1 subtract and add the 1 plainly: near zero, and for the sign of zero, they are no reference.
    public static readonly VectorFunction[] All =
    [
        new("Exp", VectorMath.Exp, VectorMath.Exp, BigMath.Exp, Math.Exp, -745.2, 709.8),
        new("Exp2", VectorMath.Exp2, VectorMath.Exp2, x => BigMath.Exp(x * BigMath.Ln2), double.Exp2, -1075, 1024),
        new("Expm1", VectorMath.Expm1, VectorMath.Expm1, BigMath.Expm1, x => Math.Abs(x) < 1e-8 ? x : double.ExpM1(x), -60, 709.8),
        new("Log", VectorMath.Log, VectorMath.Log, BigMath.Log, Math.Log, Tiny, Max),
        new(
            "LogOnePlus",
            VectorMath.LogOnePlus,
            VectorMath.LogOnePlus,
            BigMath.LogOnePlus,
            x => Math.Abs(x) < 1e-8 ? x : double.LogP1(x),
            Math.BitIncrement(-1.0),
            Max),
        new("Log2", VectorMath.Log2, VectorMath.Log2, x => BigMath.Log(x) / BigMath.Ln2, Math.Log2, Tiny, Max),
        new("Log10", VectorMath.Log10, VectorMath.Log10, x => BigMath.Log(x) / BigMath.Log(10), Math.Log10, Tiny, Max),
        new("Sin", VectorMath.Sin, VectorMath.Sin, BigMath.Sin, Math.Sin, -Max, Max),
        new("Cos", VectorMath.Cos, VectorMath.Cos, BigMath.Cos, Math.Cos, -Max, Max),
        new("Tan", VectorMath.Tan, VectorMath.Tan, BigMath.Tan, Math.Tan, -Max, Max),
        new("Asin", VectorMath.Asin, VectorMath.Asin, BigMath.Asin, Math.Asin, -1, 1),
        new("Acos", VectorMath.Acos, VectorMath.Acos, BigMath.Acos, Math.Acos, -1, 1),
        new("Atan", VectorMath.Atan, VectorMath.Atan, BigMath.Atan, Math.Atan, -Max, Max),
        new("Sinh", VectorMath.Sinh, VectorMath.Sinh, BigMath.Sinh, Math.Sinh, -710.5, 710.5),
        new("Cosh", VectorMath.Cosh, VectorMath.Cosh, BigMath.Cosh, Math.Cosh, -710.5, 710.5),
        new("Tanh", VectorMath.Tanh, VectorMath.Tanh, BigMath.Tanh, Math.Tanh, -30, 30),
        new("Asinh", VectorMath.Asinh, VectorMath.Asinh, BigMath.Asinh, Math.Asinh, -Max, Max),
        new("Acosh", VectorMath.Acosh, VectorMath.Acosh, BigMath.Acosh, Math.Acosh, 1, Max),
        new("Atanh", VectorMath.Atanh, VectorMath.Atanh, BigMath.Atanh, Math.Atanh, Math.BitIncrement(-1.0), Math.BitDecrement(1.0)),
        new("Cbrt", VectorMath.Cbrt, VectorMath.Cbrt, BigMath.Cbrt, Math.Cbrt, -Max, Max),
        new("Erf", VectorMath.Erf, VectorMath.Erf, BigMath.Erf, null, -Max, Max),
        new("Erfc", VectorMath.Erfc, VectorMath.Erfc, BigMath.Erfc, null, -Max, 27.3),
        new("Sigmoid", VectorMath.Sigmoid, VectorMath.Sigmoid, BigMath.Sigmoid, null, -745.2, 745),
        new("Softplus", VectorMath.Softplus, VectorMath.Softplus, BigMath.Softplus, null, -745.2, 1e300),
    ];

    public static TheoryData<string> Names => [.. All.Select(f => f.Name)];

    public static VectorFunction Named(string name) => All.Single(f => f.Name == name);
}
