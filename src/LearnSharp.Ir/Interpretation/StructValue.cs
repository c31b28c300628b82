namespace LearnSharp.Ir;

/// <summary>A value of a <see cref="StructType"/> outside the interpreter.</summary>
/// <param name="Fields">The values of the fields, in order.</param>
public sealed record StructValue(EquatableArray<object?> Fields);
