namespace LearnSharp;

internal static class FitReport
{
    public static string Write<TProgram, TInput, TWeights, TChoices, TResult>(FitOutcome<TWeights, TChoices> outcome)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
        => outcome.ToString() ?? "";
}
