namespace LearnSharp.Ir;

/// <summary>A type the IR does not look into (string, DateTime, a user's class): its values are passive and only handed on.</summary>
/// <param name="Name">Fully qualified C# name, with its nullable annotation where it has one.</param>
public sealed record OpaqueType(string Name) : IrType
{
    /// <inheritdoc/>
    public override string CSharpName => Name;

    /// <inheritdoc/>
    public override bool IsDifferentiable => false;
}
