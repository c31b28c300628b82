using System;

namespace LearnSharp;

/// <summary>A row that could not be evaluated.</summary>
/// <param name="Row">The row; -1 for a black-box cost.</param>
/// <param name="Exception">What the program threw; null when its result was not finite.</param>
/// <param name="Value">The loss that was not finite.</param>
internal sealed record RowFailure(int Row, Exception? Exception, double Value);
