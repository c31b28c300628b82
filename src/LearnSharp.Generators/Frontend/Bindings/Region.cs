namespace LearnSharp.Generators.Frontend;

/// <summary>A stretch of code, all of which runs where any of it does, but for what leaves early.</summary>
/// <param name="around">The stretch that it stands in; null for a whole method.</param>
/// <param name="always">Whether it runs once wherever the stretch around it comes there: not in a branch, and not in a loop.</param>
internal sealed class Region(Region? around, bool always)
{
    /// <summary>Whether a return may have left it already.</summary>
    public bool IsLeft { get; set; }

    /// <summary>The widest stretch around whose later code is reached only through what comes now.</summary>
    public Region Lasting => Always && !IsLeft && Around is { } wider ? wider.Lasting : this;

    /// <summary>Whether control that goes through <paramref name="other"/> has come through here.</summary>
    public bool IsCertainIn(Region other)
    {
        for (var region = this; region is not null; region = region.Around)
        {
            if (region == other)
                return true;
            if (!region.Always || region.IsLeft)
                return false;
        }

        return false;
    }

    /// <summary>Whether it is <paramref name="other"/> or stands inside it.</summary>
    public bool IsWithin(Region other)
    {
        for (var region = this; region is not null; region = region.Around)
        {
            if (region == other)
                return true;
        }

        return false;
    }

    private Region? Around => around;

    private bool Always => always;
}
