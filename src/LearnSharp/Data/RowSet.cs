namespace LearnSharp;

/// <summary>Rows as a fit keeps them: read once from the caller, checked, never changed.</summary>
/// <typeparam name="TInput">The program's input.</typeparam>
/// <typeparam name="TTarget">What was observed.</typeparam>
/// <param name="Inputs">The inputs; their arrays are the caller's own.</param>
/// <param name="Targets">What was observed, one per row.</param>
/// <param name="Weights">The weight of each row, finite and not negative; null where all are 1.</param>
internal sealed record RowSet<TInput, TTarget>(TInput[] Inputs, TTarget[] Targets, double[]? Weights)
{
    /// <summary>Number of rows; at least one.</summary>
    public int Count => Inputs.Length;
}
