namespace LearnSharp.Generators.Frontend;

/// <summary>One criterion of an ordered sequence.</summary>
/// <param name="Key">Gives an element's key; null for the element itself.</param>
/// <param name="IsDescending">Whether greater keys come first.</param>
internal sealed record Ordering(Callable? Key, bool IsDescending);
