namespace LearnSharp;

/// <summary>How a weight comes from its parameter.</summary>
internal enum WeightRole
{
    /// <summary>It has no parameter: it keeps its value.</summary>
    Constant,

    /// <summary>It is its parameter.</summary>
    Plain,

    /// <summary>It is e to the parameter.</summary>
    Logarithmic,

    /// <summary>It is its partner (or its own minimum, if larger) plus the parameter, which is not negative.</summary>
    Gap,

    /// <summary>It is a share, from 0 to 1, of the way from its partner (or its own minimum) to its maximum.</summary>
    Share,

    /// <summary>It is its partner times e to the parameter, which is not negative.</summary>
    Ratio,

    /// <summary>It is a share, from 0 to 1, of the way from its partner to its maximum on a logarithmic scale.</summary>
    LogarithmicShare,
}
