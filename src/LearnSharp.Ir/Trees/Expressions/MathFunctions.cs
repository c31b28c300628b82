using System;

namespace LearnSharp.Ir;

/// <summary>The shape of each <see cref="MathFunction"/>: how it is called in C# and on which types.</summary>
public static class MathFunctions
{
    /// <summary>The number of arguments.</summary>
    public static int Arity(this MathFunction function) => function switch
    {
        MathFunction.Atan2 or MathFunction.CopySign or MathFunction.Hypot or MathFunction.IEEERemainder or MathFunction.LogBase or MathFunction.Max or MathFunction.MaxMagnitude
            or MathFunction.Min or MathFunction.MinMagnitude or MathFunction.Pow or MathFunction.RoundTo or MathFunction.ScaleB => 2,
        MathFunction.Clamp or MathFunction.FusedMultiplyAdd => 3,
        _ => 1,
    };

    /// <summary>The name of the member of <c>System.Math</c>: <see cref="MathFunction.LogBase"/> is <c>Log(x, b)</c>, <see cref="MathFunction.RoundTo"/> is <c>Round(x, digits)</c>.</summary>
    public static string CSharpName(this MathFunction function) => function switch
    {
        MathFunction.LogBase => "Log",
        MathFunction.RoundTo => "Round",
        _ => function.ToString(),
    };

    /// <summary>Whether the function has overloads for int and long.</summary>
    public static bool HasIntegerOverloads(this MathFunction function) =>
        function is MathFunction.Abs or MathFunction.Max or MathFunction.Min or MathFunction.Clamp or MathFunction.Sign;

    /// <summary>The type of an argument under an overload: the overload's own, but int for the count of <see cref="MathFunction.ScaleB"/> and <see cref="MathFunction.RoundTo"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is not below the arity.</exception>
    public static ScalarType ArgumentType(this MathFunction function, ScalarType overload, int position)
    {
        if (position < 0 || position >= function.Arity())
            throw new ArgumentOutOfRangeException(nameof(position), position, $"{function} takes {function.Arity()} arguments.");
        return position == 1 && (function is MathFunction.ScaleB or MathFunction.RoundTo) ? ScalarType.Int : overload;
    }
}
