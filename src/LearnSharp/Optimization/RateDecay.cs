namespace LearnSharp.Optimization;

/// <summary>How the learning rate falls over a run.</summary>
internal enum RateDecay
{
    /// <summary>Along half a cosine from the full rate to zero at the last epoch (Loshchilov and Hutter 2017, without restarts).</summary>
    Cosine,

    /// <summary>
    /// By a factor of three whenever the value has not improved for some epochs; the run ends after the fall below a thousandth of the first
    /// rate.
    /// </summary>
    Plateau,
}
