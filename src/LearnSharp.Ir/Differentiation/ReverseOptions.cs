namespace LearnSharp.Ir;

/// <summary>What the pullback of a program is asked for.</summary>
/// <param name="Independent">Per parameter of the root, whether the derivative with respect to it is wanted; parameters of passive types ignore it.</param>
/// <param name="SeedWritten">Whether arrays and spans that the root writes are results as well: each gets a seed buffer.</param>
/// <param name="Selects">
/// Whether a choice between two values stays an expression in both sweeps, instead of becoming a branch: for programs whose branches stand for many rows at once.
/// </param>
/// <param name="MemoryLimit">The bytes that the records of a run may take: loops whose records do not fit run with checkpoints. Null for no limit.</param>
public sealed record ReverseOptions(EquatableArray<bool> Independent, bool SeedWritten = false, bool Selects = false, long? MemoryLimit = null);
