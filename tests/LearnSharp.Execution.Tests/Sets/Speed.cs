namespace LearnSharp.Execution.Tests.Sets;

/// <summary>How a controller answers an error.</summary>
internal enum Speed
{
    Linear,
    Squared,
}
