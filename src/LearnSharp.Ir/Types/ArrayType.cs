using System;

namespace LearnSharp.Ir;

/// <summary>How a one-dimensional sequence is held.</summary>
public enum ArrayKind
{
    /// <summary><c>T[]</c>.</summary>
    Array,

    /// <summary><see cref="Span{T}"/>.</summary>
    Span,

    /// <summary><see cref="ReadOnlySpan{T}"/>: never written.</summary>
    ReadOnlySpan,
}

/// <summary>A one-dimensional array or span. A reference: two locals may name the same elements.</summary>
/// <param name="Element">The element type.</param>
/// <param name="Kind">Array, span or read-only span.</param>
public sealed record ArrayType(IrType Element, ArrayKind Kind) : IrType
{
    /// <inheritdoc/>
    public override bool IsDifferentiable => Element.IsDifferentiable;

    /// <inheritdoc/>
    public override string CSharpName => Kind switch
    {
        ArrayKind.Array => Element.CSharpName + "[]",
        ArrayKind.Span => $"global::System.Span<{Element.CSharpName}>",
        ArrayKind.ReadOnlySpan => $"global::System.ReadOnlySpan<{Element.CSharpName}>",
        _ => throw new InvalidOperationException($"Unknown array kind {Kind}."),
    };
}
