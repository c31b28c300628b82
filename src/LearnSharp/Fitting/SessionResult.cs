using System.Collections.Generic;

namespace LearnSharp;

/// <summary>What a session found, in terms of values and option indexes.</summary>
internal sealed record SessionResult
{
    /// <summary>The best combination with its weights.</summary>
    public required CombinationFit Best { get; init; }

    /// <summary>The combinations tried, best first.</summary>
    public required IReadOnlyList<CombinationFit> Tried { get; init; }

    /// <summary>Losses before and after.</summary>
    public required TrainingRecord Training { get; init; }

    /// <summary>Why training ended.</summary>
    public required StopReason StopReason { get; init; }

    /// <summary>What a person should know.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
