using System.Collections.Generic;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>A learnable method as text, and what to run it on.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Members">Members of a static partial class; the learnable method among them is <c>M</c>.</param>
/// <param name="Arguments">The arguments of each run, one for each parameter.</param>
public sealed record CorpusMethod(string Name, string Members, IReadOnlyList<object?[]> Arguments)
{
    /// <summary>The names that every method may use.</summary>
    public const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing LearnSharp;\n";

    /// <summary>Further <c>using</c> lines of its file.</summary>
    public string MoreUsings { get; init; } = "";

    /// <summary>A method.</summary>
    public static CorpusMethod Of(string name, string members, params object?[][] arguments) => new(name, members, arguments);

    /// <summary>The method with a memory limit that no records keep to, so that every loop that can run with checkpoints does.</summary>
    public CorpusMethod Limited() => this with { Members = System.Text.RegularExpressions.Regex.Replace(Members, @"\[Learnable(\(MemoryLimit = \d+\))?\]", "[Learnable(MemoryLimit = 1)]") };

    /// <summary>The method with second derivatives.</summary>
    public CorpusMethod Twice() => this with { Members = new System.Text.RegularExpressions.Regex(@"\[Learnable(\(MemoryLimit = \d+\))?\](?=[^\[]*\bM\()").Replace(Members, "[Learnable(SecondOrder = true)]") };

    /// <summary>The text of its file.</summary>
    public string Source(int index) => $"{Usings}{MoreUsings}namespace Case{index};\npublic static partial class Code\n{{\n{Members}\n}}\n";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
