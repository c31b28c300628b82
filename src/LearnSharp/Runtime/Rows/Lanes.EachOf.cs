using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LearnSharp.Runtime;

/// <content>What is done lane by lane: exact operations that have no cheaper form.</content>
public static partial class Lanes
{
    private const int MostLanes = 8;

    private interface IOfOne
    {
        static abstract double Of(double x, double y);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T EachOf<TOfOne, T>(T x, T y)
        where TOfOne : struct, IOfOne
        where T : struct, ILanes<T>
    {
        Span<double> first = stackalloc double[MostLanes];
        Span<double> second = stackalloc double[MostLanes];
        x.Store(ref MemoryMarshal.GetReference(first));
        y.Store(ref MemoryMarshal.GetReference(second));
        for (var i = 0; i < T.Count; i++)
            first[i] = TOfOne.Of(first[i], second[i]);
        return T.Load(ref MemoryMarshal.GetReference(first));
    }

    /// <summary><see cref="MathF.FusedMultiplyAdd"/>: rounded once, to a float.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T FusedMultiplyAddSingle<T>(T x, T y, T z)
        where T : struct, ILanes<T>
    {
        Span<double> lanes = stackalloc double[3 * MostLanes];
        x.Store(ref lanes[0]);
        y.Store(ref lanes[MostLanes]);
        z.Store(ref lanes[2 * MostLanes]);
        for (var i = 0; i < T.Count; i++)
            lanes[i] = MathF.FusedMultiplyAdd((float)lanes[i], (float)lanes[MostLanes + i], (float)lanes[(2 * MostLanes) + i]);
        return T.Load(ref MemoryMarshal.GetReference(lanes));
    }

    private readonly struct SingleOfOne : IOfOne
    {
        public static double Of(double x, double y) => (float)Whole(x);
    }

    private readonly struct RoundToOfOne : IOfOne
    {
        // Where Math throws, the kernel has marked the row.
        public static double Of(double x, double y) => Whole(y) is >= 0 and <= 15 ? Math.Round(x, (int)Whole(y)) : x;
    }

    private readonly struct ScaleBOfOne : IOfOne
    {
        public static double Of(double x, double y) => Math.ScaleB(x, (int)Whole(y));
    }

    private readonly struct RemainderOfOne : IOfOne
    {
        public static double Of(double x, double y) => x % y;
    }

    private readonly struct IeeeRemainderOfOne : IOfOne
    {
        public static double Of(double x, double y) => Math.IEEERemainder(x, y);
    }

    private readonly struct LogBaseOfOne : IOfOne
    {
        public static double Of(double x, double y) => Math.Log(x, y);
    }

    private readonly struct MaxMagnitudeOfOne : IOfOne
    {
        public static double Of(double x, double y) => Math.MaxMagnitude(x, y);
    }

    private readonly struct MinMagnitudeOfOne : IOfOne
    {
        public static double Of(double x, double y) => Math.MinMagnitude(x, y);
    }
}
