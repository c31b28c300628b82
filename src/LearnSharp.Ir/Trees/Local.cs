namespace LearnSharp.Ir;

/// <summary>A local variable or parameter of one function. Identity is <see cref="Id"/>; the name is an annotation for the printer.</summary>
/// <param name="id">Unique within the function.</param>
/// <param name="type">The type of its values.</param>
/// <param name="name">The name to print; the printer makes it unique and escapes keywords.</param>
public sealed class Local(int id, IrType type, string name) : System.IEquatable<Local>
{
    /// <summary>Unique within the function.</summary>
    public int Id { get; } = id;

    /// <summary>The type of its values.</summary>
    public IrType Type { get; } = type;

    /// <summary>The preferred printed name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public bool Equals(Local? other) => ReferenceEquals(other, this) || (other is not null && other.Id == Id && (ReferenceEquals(other.Type, Type) || other.Type.Equals(Type)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Local);

    /// <inheritdoc/>
    public override int GetHashCode() => Id;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}#{Id}";
}
