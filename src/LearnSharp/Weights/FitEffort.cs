namespace LearnSharp;

/// <summary>How much work goes into fitting the weights of one combination of choices.</summary>
internal enum FitEffort
{
    /// <summary>One run, to compare combinations.</summary>
    Quick,

    /// <summary>Everything that helps: further starts, polish.</summary>
    Full,
}
