using System.Threading;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Pipeline;

/// <summary>An artefact among the project's additional files.</summary>
/// <param name="Path">The file.</param>
/// <param name="Artefact">What it holds; null when it cannot be read.</param>
/// <param name="Problem">Why it cannot be read, or null.</param>
/// <param name="Line">One-based line of the problem; 0 without a place.</param>
/// <param name="Column">One-based column of the problem; 0 without a place.</param>
internal sealed record ArtefactFile(string Path, Artefact? Artefact, string? Problem, int Line, int Column)
{
    /// <summary>The file's name without its ending: <c>Pricing.Price</c> or <c>Pricing.Price.2026-10</c>.</summary>
    public string Stem
    {
        get
        {
            var name = System.IO.Path.GetFileName(Path);
            return name.Substring(0, name.Length - LearnSharp.Ir.Artefact.FileExtension.Length);
        }
    }

    /// <summary>Whether an additional file is an artefact.</summary>
    public static bool Is(AdditionalText file) => file.Path.EndsWith(LearnSharp.Ir.Artefact.FileExtension, System.StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a file; a damaged one gives its problem.</summary>
    public static ArtefactFile Read(AdditionalText file, CancellationToken cancellation)
    {
        var text = file.GetText(cancellation)?.ToString();
        if (text is null)
            return new(file.Path, null, "The file cannot be read.", 0, 0);
        try
        {
            return new(file.Path, ArtefactText.Read(text), null, 0, 0);
        }
        catch (ArtefactException e)
        {
            return new(file.Path, null, e.Message, e.Line, e.Column);
        }
    }

    /// <summary>The variant that the file is for, judged by its name: null for none, or when the name does not begin as the program's does.</summary>
    public string? VariantOf(ArtefactOwner owner) => Stem.StartsWith(owner.ArtefactName + ".", System.StringComparison.Ordinal)
        ? Stem.Substring(owner.ArtefactName.Length + 1)
        : null;
}
