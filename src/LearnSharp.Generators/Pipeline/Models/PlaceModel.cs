using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LearnSharp.Generators.Pipeline;

/// <summary>Where a method's name stands: path and span instead of a syntax tree, so that nothing keeps the tree alive.</summary>
/// <param name="Id">The documentation id of the method.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">The name's characters.</param>
/// <param name="Lines">The name's lines and columns.</param>
internal sealed record PlaceModel(string Id, string Path, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>The place of a symbol in source.</summary>
    public static PlaceModel Of(string id, Location location) =>
        new(id, location.SourceTree?.FilePath ?? "", location.SourceSpan, location.GetLineSpan().Span);
}
