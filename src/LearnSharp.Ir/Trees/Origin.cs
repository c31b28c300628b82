using System;

namespace LearnSharp.Ir;

/// <summary>
/// Where a node came from: the source line it translates, for comments in generated code and for messages. An annotation: any two origins are
/// equal, so that programs that differ only in their origins are equal.
/// </summary>
/// <param name="text">The source text of the statement or expression, on one line.</param>
/// <param name="path">The file.</param>
/// <param name="start">Offset of the first character in the file.</param>
/// <param name="length">Number of characters.</param>
public readonly struct Origin(string? text, string? path = null, int start = 0, int length = 0) : IEquatable<Origin>
{
    /// <summary>The source text, on one line; null when the node has no source.</summary>
    public string? Text { get; } = text;

    /// <summary>The file, or null.</summary>
    public string? Path { get; } = path;

    /// <summary>Offset of the first character.</summary>
    public int Start { get; } = start;

    /// <summary>Number of characters.</summary>
    public int Length { get; } = length;

    /// <summary>Always true: origins are annotations.</summary>
    public bool Equals(Origin other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Origin;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>Always true: origins are annotations.</summary>
    public static bool operator ==(Origin left, Origin right) => true;

    /// <summary>Always false: origins are annotations.</summary>
    public static bool operator !=(Origin left, Origin right) => false;
}
