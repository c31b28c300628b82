using System.Linq;

namespace LearnSharp.Ir;

/// <summary>How a value of a struct type is made from its fields.</summary>
public enum StructForm
{
    /// <summary>A C# tuple: <c>(a, b)</c>.</summary>
    Tuple,

    /// <summary>A positional constructor that takes the fields in order: <c>new Point(x, y)</c>.</summary>
    Positional,

    /// <summary>An object initializer over settable fields: <c>new Point { X = x, Y = y }</c>.</summary>
    Initializer,

    /// <summary>Its fields one by one, through accessors where only the struct's own code may name them: see <see cref="StructType.Access"/>.</summary>
    Accessed,
}

/// <summary>A struct or tuple: a value, copied on assignment.</summary>
/// <param name="Name">Fully qualified C# name; for tuples the written type, <c>(double Sum, int Count)</c>.</param>
/// <param name="Form">How a value is made.</param>
/// <param name="Fields">Its fields, in constructor order.</param>
public sealed record StructType(string Name, StructForm Form, EquatableArray<StructField> Fields) : IrType
{
    /// <summary>Which fields are hidden; null but for <see cref="StructForm.Accessed"/>.</summary>
    public StructAccess? Access { get; init; }

    /// <inheritdoc/>
    public override string CSharpName => Name;

    /// <inheritdoc/>
    public override bool IsDifferentiable => Fields.Any(static member => member.Type.IsDifferentiable);

    /// <summary>Whether only the struct's own code may name a field.</summary>
    /// <param name="index">The field's position.</param>
    public bool Hides(int index) => Access is { } access && access.Hidden[index].Length > 0;
}

/// <summary>A field or auto-property of a struct, or an element of a tuple.</summary>
/// <param name="Name">The member's identifier.</param>
/// <param name="Type">Its type.</param>
public sealed record StructField(string Name, IrType Type);
