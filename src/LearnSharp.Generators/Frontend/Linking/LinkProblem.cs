namespace LearnSharp.Generators.Frontend;

/// <summary>A problem found while linking.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Callee">The id of the function that cannot be linked.</param>
/// <param name="Detail">The weight or the type concerned.</param>
/// <param name="Other">The second weight concerned, or null.</param>
internal sealed record LinkProblem(LinkProblemKind Kind, string Callee, string Detail, string? Other = null);
