using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Makes a failing method small: drops lines, and blocks from brace to brace with what stands before them, as long as the method compiles and still fails.</summary>
internal static class Shrinker
{
    /// <summary>The smallest method found.</summary>
    public static CorpusMethod Shrink(CorpusMethod method, Func<CorpusMethod, bool> fails)
    {
        var lines = method.Members.Split('\n').ToList();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = lines.Count - 1; i >= 0; i--)
            {
                if (lines[i].StartsWith('}') || lines[i].Contains("[Learnable", StringComparison.Ordinal))
                    continue;
                foreach (var candidate in Without(lines, i))
                {
                    var smaller = method with { Members = string.Join("\n", candidate) };
                    if (!fails(smaller))
                        continue;
                    lines = candidate;
                    changed = true;
                    break;
                }
            }
        }

        return method with { Members = string.Join("\n", lines) };
    }

    private static IEnumerable<List<string>> Without(List<string> lines, int index)
    {
        var end = index;
        if (index + 1 < lines.Count && lines[index + 1] == "{" && lines[index] != "{")
            end = index + 1;
        if (lines[end] != "{")
        {
            yield return [.. lines.Take(index), .. lines.Skip(index + 1)];
            yield break;
        }

        var close = end;
        for (var depth = 0; close < lines.Count; close++)
        {
            depth += lines[close] == "{" ? 1 : lines[close].StartsWith('}') ? -1 : 0;
            if (depth == 0)
                break;
        }

        // The whole block, or its braces and what stands before them.
        var after = close + 1 < lines.Count && lines[close + 1].StartsWith("while", StringComparison.Ordinal) && lines[index] == "do" ? close + 2 : close + 1;
        yield return [.. lines.Take(index), .. lines.Skip(after)];
        if (end > index)
            yield return [.. lines.Take(index), .. lines.Skip(end + 1).Take(close - end - 1), .. lines.Skip(after)];
    }
}
