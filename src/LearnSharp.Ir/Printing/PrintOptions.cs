using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>How a program is printed. The default suits generated code: every name fully qualified, right in every project.</summary>
public sealed record PrintOptions
{
    /// <summary>The default options.</summary>
    public static readonly PrintOptions Default = new();

    /// <summary>The modifiers of printed methods.</summary>
    public string Modifiers { get; init; } = "private static";

    /// <summary>The modifiers of the root's method; null for <see cref="Modifiers"/>.</summary>
    public string? RootModifiers { get; init; }

    /// <summary>
    /// Names to call functions by, by <see cref="Function.Id"/>: <c>global::Shop.Pricing.Helper</c> for a method of the user's. A function named with
    /// a dot is
    /// taken to exist and is not printed; another name is given to the printed method.
    /// </summary>
    public IReadOnlyDictionary<string, string> Callees { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether <c>Math</c> is written in full (<c>global::System.Math</c>), so that no <c>using</c> is needed.</summary>
    public bool QualifyMath { get; init; } = true;

    /// <summary>
    /// Where accessors of hidden fields are noted, for a text that declares them elsewhere; null to have them declared behind the printed methods.
    /// </summary>
    public StructFields? Fields { get; init; }

    /// <summary>What the surrounding project does on integer overflow.</summary>
    public OverflowContext Overflow { get; init; }

    /// <summary>Levels of indentation (four spaces each) before every line.</summary>
    public int Indentation { get; init; }
}
