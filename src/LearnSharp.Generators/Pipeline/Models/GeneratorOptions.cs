using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LearnSharp.Generators.Pipeline;

/// <summary>What the project's MSBuild properties say.</summary>
/// <param name="Programs">Whether programs are emitted; without them only the learned faces are, and the output references no runtime.</param>
/// <param name="RequireTrained">Whether a learned face without a valid artefact is an error.</param>
/// <param name="CheckOverflow">Whether integer arithmetic throws on overflow unless the code says otherwise.</param>
internal sealed record GeneratorOptions(bool Programs, bool RequireTrained, bool CheckOverflow)
{
    /// <summary>Reads the properties that the package makes visible to the compiler.</summary>
    public static GeneratorOptions Read(AnalyzerConfigOptions options, bool checkOverflow) =>
        new(!Is(options, "LearnSharpPrograms", "false"), Is(options, "LearnSharpRequireTrained", "true"), checkOverflow);

    private static bool Is(AnalyzerConfigOptions options, string property, string value) =>
        options.TryGetValue("build_property." + property, out var found) && string.Equals(found.Trim(), value, StringComparison.OrdinalIgnoreCase);
}
