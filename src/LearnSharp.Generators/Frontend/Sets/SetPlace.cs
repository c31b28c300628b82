namespace LearnSharp.Generators.Frontend;

/// <summary>Where a weight or choice of a type stands in an object.</summary>
/// <param name="Member">The field or property.</param>
/// <param name="Element">The element of its array; -1 for a member that is no array.</param>
internal sealed record SetPlace(string Member, int Element)
{
    /// <summary>The weight or choice as C#, given the object.</summary>
    public string Of(string instance)
    {
        var member = $"{instance}.{Emission.NameScope.Escape(Member)}";
        return Element < 0 ? member : $"{member}[{Element.ToString(System.Globalization.CultureInfo.InvariantCulture)}]";
    }
}
