namespace LearnSharp.Generators.Pipeline;

/// <summary>A callee that generated code may call as it stands, instead of printing it again.</summary>
/// <param name="Id">The id of its function in the program.</param>
/// <param name="Name">How it is called: <c>global::Shop.Pricing.Helper</c>.</param>
internal sealed record CalleeModel(string Id, string Name);
