using System;

namespace LearnSharp.Ir;

/// <summary>A primitive type.</summary>
/// <param name="Kind">Which one.</param>
public sealed record ScalarType(ScalarKind Kind) : IrType
{
    /// <summary><see cref="bool"/>.</summary>
    public static readonly ScalarType Bool = new(ScalarKind.Bool);

    /// <summary><see cref="int"/>.</summary>
    public static readonly ScalarType Int = new(ScalarKind.Int);

    /// <summary><see cref="long"/>.</summary>
    public static readonly ScalarType Long = new(ScalarKind.Long);

    /// <summary><see cref="float"/>.</summary>
    public static readonly ScalarType Float = new(ScalarKind.Float);

    /// <summary><see cref="double"/>.</summary>
    public static readonly ScalarType Double = new(ScalarKind.Double);

    /// <summary>Whether this is double or float.</summary>
    public bool IsFloating => Kind is ScalarKind.Double or ScalarKind.Float;

    /// <summary>Whether this is int or long.</summary>
    public bool IsInteger => Kind is ScalarKind.Int or ScalarKind.Long;

    /// <inheritdoc/>
    public override bool IsDifferentiable => IsFloating;

    /// <inheritdoc/>
    public override string CSharpName => Kind switch
    {
        ScalarKind.Bool => "bool",
        ScalarKind.Int => "int",
        ScalarKind.Long => "long",
        ScalarKind.Float => "float",
        ScalarKind.Double => "double",
        _ => throw new InvalidOperationException($"Unknown scalar kind {Kind}."),
    };
}
