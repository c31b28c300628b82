using System.Diagnostics.CodeAnalysis;

namespace LearnSharp.Runtime;

/// <summary>
/// A group of doubles that one machine register holds. The vector math is written once against this; its operations are IEEE 754 operations on each
/// lane, correctly rounded, so that a result depends on neither the number of lanes nor the machine.
/// </summary>
/// <typeparam name="T">The implementing type. Comparisons give lanes of all ones or all zeros.</typeparam>
public interface ILanes<T>
    where T : struct, ILanes<T>
{
#pragma warning disable CA1716 // keywords of other languages, which cannot call static members of interfaces anyway
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>The same value in every lane.</summary>
    static abstract T Of(double value);

    /// <summary>The same 64 bits in every lane.</summary>
    static abstract T OfBits(long bits);

    /// <summary>Reads <see cref="Count"/> values from <paramref name="source"/> on.</summary>
    static abstract T Load(ref double source);

    /// <summary>Writes <see cref="Count"/> values from <paramref name="target"/> on.</summary>
    void Store(ref double target);

#pragma warning disable CS1591 // the operators of double, lane by lane; &, |, ^ work on the bits
    static abstract T operator +(T left, T right);

    static abstract T operator -(T left, T right);

    static abstract T operator -(T value);

    static abstract T operator *(T left, T right);

    static abstract T operator /(T left, T right);

    static abstract T operator &(T left, T right);

    static abstract T operator |(T left, T right);

    static abstract T operator ^(T left, T right);

    static abstract T operator ~(T value);
#pragma warning restore CS1591

    /// <summary><c>left · right + addend</c>, rounded once.</summary>
    static abstract T Fma(T left, T right, T addend);

    /// <summary>The correctly rounded square root.</summary>
    static abstract T Sqrt(T value);

    /// <summary>The value without its sign.</summary>
    static abstract T Abs(T value);

    /// <summary>The greatest integer not above the value.</summary>
    static abstract T Floor(T value);

    /// <summary>The least integer not below the value.</summary>
    static abstract T Ceiling(T value);

    /// <summary>The nearest integer, halves to the even one.</summary>
    static abstract T Round(T value);

    /// <summary>The value without its fraction.</summary>
    static abstract T Truncate(T value);

    /// <summary>The smaller value as <see cref="System.Math.Min(double, double)"/> has it: NaN if either is, −0 before 0.</summary>
    static abstract T Min(T left, T right);

    /// <summary>The greater value as <see cref="System.Math.Max(double, double)"/> has it: NaN if either is, 0 before −0.</summary>
    static abstract T Max(T left, T right);

    /// <summary>The value rounded to a float.</summary>
    static abstract T ToSingle(T value);

    /// <summary>Mask of <c>left &lt; right</c>, false for NaN.</summary>
    static abstract T Less(T left, T right);

    /// <summary>Mask of <c>left &lt;= right</c>, false for NaN.</summary>
    static abstract T LessOrEqual(T left, T right);

    /// <summary>Mask of <c>left == right</c>, false for NaN.</summary>
    static abstract T Equal(T left, T right);

    /// <summary>The lanes of <paramref name="yes"/> where the mask is set, else those of <paramref name="no"/>.</summary>
    static abstract T Select(T mask, T yes, T no);

    /// <summary>Whether the mask is set in every lane.</summary>
    static abstract bool All(T mask);

    /// <summary>Whether the mask is set in some lane.</summary>
    static abstract bool Any(T mask);

    /// <summary>The sum of the lanes read as 64-bit integers.</summary>
    static abstract T AddBits(T left, T right);

    /// <summary>The difference of the lanes read as 64-bit integers.</summary>
    static abstract T SubtractBits(T left, T right);

    /// <summary>The bits of each lane moved up by <paramref name="count"/>.</summary>
    static abstract T ShiftLeft(T value, [ConstantExpected] int count);

    /// <summary>The bits of each lane moved down by <paramref name="count"/>, zeros coming in.</summary>
    static abstract T ShiftRight(T value, [ConstantExpected] int count);

    /// <summary>The product of the lanes read as 64-bit integers.</summary>
    static abstract T MultiplyBits(T left, T right);

    /// <summary>Mask of <c>left &lt; right</c> of the lanes read as 64-bit integers.</summary>
    static abstract T LessBits(T left, T right);

    /// <summary>Mask of the lanes with the same bits.</summary>
    static abstract T EqualBits(T left, T right);

    /// <summary>The bits of each lane moved down by <paramref name="count"/>, copies of the highest coming in.</summary>
    static abstract T ShiftRightSigned(T value, [ConstantExpected] int count);

    /// <summary>The lanes read as 64-bit integers, as doubles.</summary>
    static abstract T FromWhole(T whole);

    /// <summary>The lanes without their fractions as 64-bit integers, the nearest there is; 0 for NaN.</summary>
    static abstract T ToWhole(T value);
#pragma warning restore CA1716
}
