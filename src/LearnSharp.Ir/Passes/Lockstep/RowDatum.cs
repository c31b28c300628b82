namespace LearnSharp.Ir;

/// <summary>What only C# computes of a row's own data, and always the same: the month of a date, whether a text is another one. It is computed once for every row, before any kernel runs.</summary>
/// <param name="Template">C# with <c>{k}</c> for the k-th leaf of the program's parameters (see <see cref="LockstepProgram.Sources"/>).</param>
/// <param name="Type">The type of the value: a number, bool or enum.</param>
public sealed record RowDatum(string Template, IrType Type);
