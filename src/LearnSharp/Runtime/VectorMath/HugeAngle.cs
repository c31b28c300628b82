using System;
using System.Numerics;

namespace LearnSharp.Runtime;

/// <summary>
/// The remainder of a huge angle by π/2 (Payne and Hanek 1983): x·2/π modulo 4 from the 192 bits of 2/π that matter for the exponent of x.
/// The bits above give multiples of 4, those below less than 2⁻¹³⁶; no double comes closer than 2⁻⁶² to a multiple of π/2.
/// </summary>
internal static class HugeAngle
{
    // 2/π in binary: a word of zeros for the integer part, then 19 words after the point.
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0,
        0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561,
        0xB7246E3A424DD2E0, 0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484,
        0xE99C7026B45F7E41, 0x3991D639835339F4, 0x9C845F8BBDF9283B, 0x1FF897FFDE05980F,
        0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D, 0x7527BAC7EBE5F17B,
        0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB,
    ];

    /// <summary>x = q·π/2 + result + low with |result| ≤ π/4, for finite |x| ≥ 2²⁰.</summary>
    /// <param name="x">The angle.</param>
    /// <param name="quadrant">q modulo 4.</param>
    /// <param name="low">The second part of the remainder.</param>
    public static double Reduce(double x, out int quadrant, out double low)
    {
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        var mantissa = (ulong)((bits & 0x000F_FFFF_FFFF_FFFF) | 0x0010_0000_0000_0000);
        var exponent = (int)(bits >> 52) - 1075; // |x| = mantissa·2^exponent

        // The window starts at the bit of weight 2^(1 − exponent): the first to contribute less than 4·mantissa.
        var start = exponent - 2 + 64;
        var product = (UInt128)mantissa * Window(start + 128);
        var bottom = (ulong)product;
        product = ((UInt128)mantissa * Window(start + 64)) + (product >> 64);
        var middle = (ulong)product;
        var top = (mantissa * Window(start)) + (ulong)(product >> 64);

        // Two bits of quadrant, 190 bits of fraction; above one half the next multiple is nearer.
        quadrant = (int)(top >> 62);
        var high = new UInt128((top << 2) | (middle >> 62), (middle << 2) | (bottom >> 62));
        var rest = bottom << 2;
        var isAbove = (top >> 61 & 1) != 0;
        if (isAbove)
        {
            quadrant++;
            high = ~high;
            rest = ~rest;
        }

        var zeros = (int)UInt128.LeadingZeroCount(high);
        if (zeros > 0)
        {
            high = (high << zeros) | (rest >> (64 - zeros));
        }

        // 53 bits and the 53 that follow, as doubles, times π/2 in two parts.
        var scale = Math.ScaleB(1, -zeros - 53);
        var fraction = (ulong)(high >> 75) * scale;
        var fractionLow = (ulong)((high >> 22) & 0x001F_FFFF_FFFF_FFFF) * scale * 1.1102230246251565E-16;
        var remainder = fraction * ArcSine.HalfPi;
        low = Math.FusedMultiplyAdd(fraction, ArcSine.HalfPi, -remainder)
            + Math.FusedMultiplyAdd(fraction, ArcSine.HalfPiLow, fractionLow * ArcSine.HalfPi);
        var isNegative = isAbove ^ (x < 0);
        quadrant = (x < 0 ? -quadrant : quadrant) & 3;
        low = isNegative ? -low : low;
        return isNegative ? -remainder : remainder;
    }

    private static ulong Window(int start)
    {
        var word = start >> 6;
        var shift = start & 63;
        return shift == 0 ? TwoOverPi[word] : (TwoOverPi[word] << shift) | (TwoOverPi[word + 1] >> (64 - shift));
    }
}
