using System.Linq;

namespace LearnSharp.Ir;

/// <summary>A user's enum: passive, compared and switched on by its underlying integer.</summary>
/// <param name="Name">Fully qualified C# name, <c>global::Shop.Rounding</c>.</param>
/// <param name="Members">Its named values in declaration order.</param>
public sealed record EnumType(string Name, EquatableArray<EnumMember> Members) : IrType
{
    /// <inheritdoc/>
    public override string CSharpName => Name;

    /// <inheritdoc/>
    public override bool IsDifferentiable => false;

    /// <summary>Whether every member fits an int: what conversions take the underlying type to be.</summary>
    public bool IsInt => Members.All(static member => member.Value == unchecked((int)member.Value));
}

/// <summary>A named value of an enum.</summary>
/// <param name="Name">The member's identifier.</param>
/// <param name="Value">Its underlying value, widened to 64 bits.</param>
public sealed record EnumMember(string Name, long Value);
