namespace QuickStart;

/// <summary>A race and the time that it was run in.</summary>
/// <param name="Meters">The distance.</param>
/// <param name="Women">Whether women ran.</param>
/// <param name="Seconds">The time.</param>
public readonly record struct Race(double Meters, bool Women, double Seconds);
