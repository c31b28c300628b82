using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>What <see cref="FusedLoops"/> chose for a root.</summary>
/// <param name="Loops">The numbers of the loops whose two sweeps are one.</param>
/// <param name="StandIns">The array parameters whose derivatives those loops add up before the method has come to its end, where it may still throw: memory stands in for the caller's buffers.</param>
internal sealed record Fusion(IReadOnlyCollection<int> Loops, IReadOnlyCollection<Local> StandIns)
{
    /// <summary>Two sweeps for every loop.</summary>
    public static readonly Fusion None = new([], []);
}
