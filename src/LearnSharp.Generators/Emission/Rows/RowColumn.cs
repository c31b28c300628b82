using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>A column of numbers that kernels over rows read.</summary>
/// <param name="Access">The C# that reads it from <c>input</c>.</param>
/// <param name="Type">Its type.</param>
internal sealed record RowColumn(string Access, IrType Type)
{
    /// <summary>The C# of its value as it is stored: numbers as doubles, integers by their bits.</summary>
    public string Stored => Type switch
    {
        { IsDifferentiable: true } => Access,
        ScalarType { Kind: ScalarKind.Bool } => $"{Access} ? 1.0 : 0.0",
        EnumType => $"global::System.BitConverter.Int64BitsToDouble(unchecked((long){Access}))",
        _ => $"global::System.BitConverter.Int64BitsToDouble({Access})",
    };
}
