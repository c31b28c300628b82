namespace LearnSharp;

/// <summary>Picks which combinations of choices to fit: asked for one, then told how it scored.</summary>
internal interface IChoiceSampler
{
    /// <summary>The next combination to fit: one option index per choice; null when there is none left.</summary>
    int[]? Ask();

    /// <summary>Reports on a combination that was asked for.</summary>
    /// <param name="options">The combination.</param>
    /// <param name="score">Its score, lower is better; NaN where the program failed.</param>
    void Tell(int[] options, double score);
}
