using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearnSharp.Runtime;

/// <summary>Operations with one right result that no vector unit has: computed one lane after the other.</summary>
internal static class LaneByLane
{
    /// <summary>The remainder of truncating division, C#'s <c>%</c>.</summary>
    public static Vector512<double> Remainder(Vector512<double> x, Vector512<double> y)
    {
        Span<double> values = stackalloc double[8];
        Span<double> divisors = stackalloc double[8];
        x.CopyTo(values);
        y.CopyTo(divisors);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] %= divisors[i];
        }

        return Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values));
    }

    /// <summary>The remainder of rounding division, <see cref="Math.IEEERemainder"/>.</summary>
    public static Vector512<double> IEEERemainder(Vector512<double> x, Vector512<double> y)
    {
        Span<double> values = stackalloc double[8];
        Span<double> divisors = stackalloc double[8];
        x.CopyTo(values);
        y.CopyTo(divisors);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.IEEERemainder(values[i], divisors[i]);
        }

        return Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values));
    }
}
