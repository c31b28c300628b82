namespace LearnSharp.Ir;

/// <summary>The functions of <c>System.Math</c> and <c>System.MathF</c> that programs may call, and <c>Hypot</c> of double and float. <see cref="MathFunctions"/> describes each.</summary>
public enum MathFunction
{
#pragma warning disable CS1591 // each is the member of System.Math, or of double, of the same name
    Abs, Acos, Acosh, Asin, Asinh, Atan, Atan2, Atanh, Cbrt, Ceiling, Clamp, CopySign, Cos, Cosh, Exp, Floor, FusedMultiplyAdd, Hypot, IEEERemainder, Log, Log2,
    Log10, LogBase, Max, MaxMagnitude, Min, MinMagnitude, Pow, Round, RoundTo, ScaleB, Sign, Sin, Sinh, Sqrt, Tan, Tanh, Truncate,
#pragma warning restore CS1591
}
