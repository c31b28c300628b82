namespace LearnSharp.Generators.Frontend;

/// <summary>One weight or choice, wherever it is used: a parameter of the function whose set it belongs to.</summary>
/// <param name="Owner">The id of that function.</param>
/// <param name="Parameter">The position among its parameters.</param>
internal sealed record LearnedSlot(string Owner, int Parameter);
