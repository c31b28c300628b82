using System;

namespace LearnSharp;

/// <summary>
/// The data of a fit or an evaluation cannot be used: there is none, or a row holds something that no fit could learn from. Nothing has been
/// trained.
/// </summary>
public sealed class FitDataException : ArgumentException
{
    /// <summary>A problem with a message of its own.</summary>
    /// <param name="message">What is wrong, where, and the way out.</param>
    public FitDataException(string message)
        : base(message)
    {
    }

    /// <summary>A problem that another exception caused.</summary>
    /// <param name="message">What is wrong, where, and the way out.</param>
    /// <param name="innerException">The cause.</param>
    public FitDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A problem without a message.</summary>
    public FitDataException()
    {
    }

    /// <summary>Zero-based position of the row, or null when the problem is not one row's.</summary>
    public int? Row { get; init; }

    /// <summary>The column: an input's name, <c>target</c> or <c>weight</c>; null when the problem is not one column's.</summary>
    public string? Column { get; init; }
}
