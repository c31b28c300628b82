using System;

namespace LearnSharp;

/// <summary>
/// Marks a continuous weight: an optional parameter of a learnable method (its default is the starting value), or a field or property of a learnable type
/// (its initializer is the starting value).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
public sealed class WeightAttribute : Attribute
{
    /// <summary>The smallest allowed value; negative infinity (no bound) unless said otherwise. Held exactly while fitting.</summary>
    public double Min { get; set; } = double.NegativeInfinity;

    /// <summary>The largest allowed value; infinity (no bound) unless said otherwise. Held exactly while fitting.</summary>
    public double Max { get; set; } = double.PositiveInfinity;

    /// <summary>Search and scale logarithmically: for rates and scales that span orders of magnitude. The starting value and the bounds must be positive.</summary>
    public bool Log { get; set; }

    /// <summary>The weight that this one stays at or above, by <c>nameof</c>: ordered thresholds. Null for none.</summary>
    public string? Above { get; set; }

    /// <summary>Never trained: the value is part of the weight set, is saved and can be set by hand.</summary>
    public bool Fixed { get; set; }
}
