using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>One result of the root: the method's result itself, or an element of the tuple that it returns.</summary>
/// <param name="Access">What follows the result to reach the part: nothing, or <c>.Item1</c>.</param>
/// <param name="Type">Its type.</param>
internal sealed record ResultPart(string Access, IrType Type);
