using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>A value read from an artefact, with its place for messages.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">The content of a string, the digits of a number; empty for an object.</param>
/// <param name="Members">The members of an object in their order; empty otherwise.</param>
/// <param name="Line">One-based line.</param>
/// <param name="Column">One-based column.</param>
internal sealed record JsonValue(JsonKind Kind, string Text, IReadOnlyList<KeyValuePair<string, JsonValue>> Members, int Line, int Column);
