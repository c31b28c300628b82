using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Elements of an array that follow each other.</summary>
/// <param name="From">The first index.</param>
/// <param name="To">The index after the last one.</param>
internal readonly record struct Stretch(long From, Size To)
{
    /// <summary>Whether no element is in both.</summary>
    public bool IsApartFrom(Stretch other) => (To.Base is null && To.Added <= other.From) || (other.To.Base is null && other.To.Added <= From);

    /// <summary>Whether every element is in one of the parts.</summary>
    public bool IsCoveredBy(IEnumerable<Stretch> parts)
    {
        var at = new Size(null, From);
        foreach (var part in parts.OrderBy(static part => part.From))
        {
            if (at.IsAtLeast(To))
                return true;
            // What ends at an unknown place can be gone on from only by what starts at a known one, and covers that.
            var follows = at.Base is null ? part.From <= at.Added && !at.IsAtLeast(part.To) : part.From <= From && part.To.IsAtLeast(at);
            if (follows)
                at = part.To;
        }

        return at.IsAtLeast(To);
    }
}
