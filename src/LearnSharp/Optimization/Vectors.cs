using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LearnSharp.Optimization;

/// <summary>Sums over vectors, each of a fixed shape, so that every machine gives the same bits.</summary>
internal static class Vectors
{
    /// <summary>Σ aᵢbᵢ in eight interleaved partial sums.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        b = b[..a.Length];
        var first = Vector256<double>.Zero;
        var second = Vector256<double>.Zero;
        ref var pa = ref MemoryMarshal.GetReference(a);
        ref var pb = ref MemoryMarshal.GetReference(b);
        var i = 0;
        for (; i <= a.Length - 8; i += 8)
        {
            first += Vector256.LoadUnsafe(ref pa, (nuint)i) * Vector256.LoadUnsafe(ref pb, (nuint)i);
            second += Vector256.LoadUnsafe(ref pa, (nuint)i + 4) * Vector256.LoadUnsafe(ref pb, (nuint)i + 4);
        }

        // Spelled out: Vector256.Sum leaves the order of its additions to the machine.
        var both = first + second;
        var sum = (both[0] + both[2]) + (both[1] + both[3]);
        for (; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>y ← y + s·x.</summary>
    public static void AddScaled(double s, ReadOnlySpan<double> x, Span<double> y)
    {
        y = y[..x.Length];
        ref var px = ref MemoryMarshal.GetReference(x);
        ref var py = ref MemoryMarshal.GetReference(y);
        var factor = Vector256.Create(s);
        var i = 0;
        for (; i <= x.Length - 4; i += 4)
            (Vector256.LoadUnsafe(ref py, (nuint)i) + factor * Vector256.LoadUnsafe(ref px, (nuint)i)).StoreUnsafe(ref py, (nuint)i);
        for (; i < x.Length; i++)
            y[i] += s * x[i];
    }

    /// <summary>
    /// Σ aᵢ² as if computed in twice the working precision and then rounded (Ogita, Rump and Oishi 2005, algorithm Dot2). +∞ or NaN where a
    /// square overflows.
    /// </summary>
    public static double SumOfSquares(ReadOnlySpan<double> a)
    {
        double sum = 0, error = 0;
        foreach (var value in a)
        {
            var square = value * value;
            var squareError = Math.FusedMultiplyAdd(value, value, -square);
            var next = sum + square;
            var part = next - sum;
            error += (sum - (next - part)) + (square - part) + squareError;
            sum = next;
        }

        return double.IsFinite(sum) ? sum + error : sum;
    }

    /// <summary>Euclidean length, safe against overflow and underflow of the squares.</summary>
    public static double Norm(ReadOnlySpan<double> a)
    {
        var largest = LargestMagnitude(a);
        if (!(largest > 0) || !double.IsFinite(largest))
            return largest;
        if (largest is > 1e-140 and < 1e140)
            return Math.Sqrt(Dot(a, a));
        double sum = 0;
        foreach (var value in a)
            sum += value / largest * (value / largest);
        return largest * Math.Sqrt(sum);
    }

    /// <summary>max |aᵢ|; NaN if any element is NaN.</summary>
    public static double LargestMagnitude(ReadOnlySpan<double> a)
    {
        double largest = 0;
        foreach (var value in a)
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    /// <summary>Whether every element is finite.</summary>
    public static bool AllFinite(ReadOnlySpan<double> a)
    {
        foreach (var value in a)
        {
            if (!double.IsFinite(value))
                return false;
        }

        return true;
    }
}
