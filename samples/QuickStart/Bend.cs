namespace QuickStart;

/// <summary>How the law passes from sprint to endurance.</summary>
public enum Bend
{
    /// <summary>The exponent changes at one distance.</summary>
    Sharp,

    /// <summary>The exponent changes over about an octave of distance.</summary>
    Smooth,
}
