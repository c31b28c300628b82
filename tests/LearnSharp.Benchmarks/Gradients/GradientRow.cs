using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Benchmarks.Gradients;

/// <summary>What was measured for one row.</summary>
/// <param name="Case">The row.</param>
/// <param name="Primal">Our value; null where the module has no such function.</param>
/// <param name="Gradient">Our derivative.</param>
/// <param name="Peers">The other tools, the ones that did not take part included.</param>
internal sealed record GradientRow(GradientCase Case, Measurement? Primal, Measurement Gradient, IReadOnlyList<Peer> Peers)
{
    /// <summary>The fastest of the peers that differentiate; null where none took part.</summary>
    public Peer? Best => Peers.Where(peer => double.IsFinite(peer.Gradient) && peer.Tool != Case.ClosedForm).MinBy(static peer => peer.Gradient);

    /// <summary>Our derivative's time as a multiple of the best peer's; NaN where there is none.</summary>
    public double AgainstBest => Best is { } best ? Gradient.Microseconds / best.Gradient : double.NaN;

    /// <summary>Who computes the value fastest, and in what time.</summary>
    public (string Who, double Microseconds) FastestPrimal => Peers
        .Select(static peer => (peer.Name, peer.Primal))
        .Prepend(("ours", Primal?.Microseconds ?? double.PositiveInfinity))
        .MinBy(static primal => primal.Item2);

    /// <summary>Our derivative's time as a multiple of the fastest value's; zero where no value was computed.</summary>
    public double AgainstPrimal => Gradient.Microseconds / FastestPrimal.Microseconds;
}
