namespace LearnSharp;

/// <summary>Buffers for one chunk of rows that run several at once.</summary>
/// <param name="weights">Number of weights.</param>
internal sealed class LaneScratch(int weights)
{
    /// <summary>Rows side by side.</summary>
    public const int Rows = 8;

    /// <summary>Where the derivatives begin among the results: after the values and the marks of failure.</summary>
    public const int FirstDerivative = 2 * Rows;

    /// <summary>What a kernel hands over: eight values, eight marks, eight derivatives by each weight.</summary>
    public double[] Results { get; } = new double[FirstDerivative + (weights * Rows)];

    /// <summary>The gradient, added up in eight sums for each weight.</summary>
    public double[] Gradient { get; } = new double[weights * Rows];

    /// <summary>Eight sums of losses.</summary>
    public double[] Sums { get; } = new double[Rows];

    /// <summary>What rounding took from them (see <see cref="CompensatedSum"/>).</summary>
    public double[] Compensations { get; } = new double[Rows];

    /// <summary>For each row, all ones where it counts and its loss is a number.</summary>
    public double[] Good { get; } = new double[Rows];

    /// <summary>Losses of a block, where rows are judged one by one.</summary>
    public double[] Losses { get; } = new double[Rows];

    /// <summary>Their derivatives by the results.</summary>
    public double[] Slopes { get; } = new double[Rows];

    /// <summary>Residuals of a block.</summary>
    public double[] Residuals { get; } = new double[Rows];

    /// <summary>The rows of a batch, as a block of their own.</summary>
    public double[] Block { get; set; } = [];
}
