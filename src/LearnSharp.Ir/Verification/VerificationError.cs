namespace LearnSharp.Ir;

/// <summary>A rule that a program breaks.</summary>
/// <param name="Message">What is wrong, with the function and the node it is wrong in; complete by itself.</param>
/// <param name="Path">Where: the function's id and the way down to the node, <c>Shop.Price(double): Body[2].Then[0].Value</c>.</param>
public sealed record VerificationError(string Message, string Path);
