using LearnSharp.Ir;

namespace LearnSharp.Generators.Pipeline;

/// <summary>Something the build says about an artefact.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Arguments">The arguments of its message.</param>
/// <param name="MethodId">The documentation id of the method it is about, when it stands at that method; else null.</param>
/// <param name="Path">The artefact file that it stands in, or null.</param>
/// <param name="Line">One-based line in the file.</param>
/// <param name="Column">One-based column in the file.</param>
internal sealed record Finding(string Rule, EquatableArray<string> Arguments, string? MethodId, string? Path, int Line, int Column)
{
    /// <summary>A finding at the name of a method or type.</summary>
    public static Finding At(ArtefactOwner owner, string rule, params string[] arguments) => new(rule, arguments.ToEquatableArray(), owner.Id, null, 0, 0);

    /// <summary>A finding in an artefact file.</summary>
    public static Finding In(ArtefactFile file, string rule, params string[] arguments) =>
        new(rule, arguments.ToEquatableArray(), null, file.Path, System.Math.Max(1, file.Line), System.Math.Max(1, file.Column));
}
