using System.Runtime.CompilerServices;

namespace LearnSharp.Runtime;

/// <summary>eˣ − 1 without the loss of digits near zero.</summary>
internal readonly struct Expm1Function : IFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var clamped = Ieee.AtLeast(Ieee.AtMost(x, 709.8), -50);
        var half = Exponential.HalfMinusOne(clamped, out var low);
        var result = half + low;
        return T.Select(T.Less(T.Abs(x), T.Of(5.421010862427522E-20)), x, result + result);
    }
}
