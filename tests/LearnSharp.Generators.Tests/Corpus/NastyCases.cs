using System.Collections.Generic;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Methods written to break a translation: every one is right, bit for bit.</summary>
internal static class NastyCases
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<CorpusMethod> All { get; } = [.. NastyOrder.All, .. NastyNumbers.All, .. NastyControl.All, .. NastyArrays.All, .. NastyResults.All, .. NastyNames.All];
}
