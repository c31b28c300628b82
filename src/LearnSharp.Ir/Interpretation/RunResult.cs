namespace LearnSharp.Ir;

/// <summary>What a run of a program gave.</summary>
/// <param name="Results">The values of the root's results, in order.</param>
/// <param name="LeftOnWorkspace">The number of values that were pushed and not popped; 0 when every <see cref="Push"/> met its
/// <see cref="Pop"/>.</param>
public sealed record RunResult(EquatableArray<object?> Results, int LeftOnWorkspace);
