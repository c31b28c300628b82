namespace LearnSharp.Ir;

/// <summary>The type of a value in a program. Types are immutable and compare by value.</summary>
public abstract record IrType
{
    /// <summary>The C# type name, fully qualified (<c>global::</c>) where it is not a keyword.</summary>
    public abstract string CSharpName { get; }

    /// <summary>Whether values of this type can carry a derivative: double, float, arrays and spans of such, structs with such fields.</summary>
    public abstract bool IsDifferentiable { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => CSharpName;
}
