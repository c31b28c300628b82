namespace LearnSharp.Ir;

/// <summary>A place where a value that depends on what is learned goes on without its derivative: a cast to an integer, rounding.</summary>
/// <param name="Message">What loses the derivative.</param>
/// <param name="Origin">Where.</param>
public sealed record DerivativeLoss(string Message, Origin Origin);
