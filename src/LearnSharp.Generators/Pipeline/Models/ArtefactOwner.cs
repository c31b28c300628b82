namespace LearnSharp.Generators.Pipeline;

/// <summary>What an artefact holds the values of: a learnable method, or the weight set of a type.</summary>
/// <param name="Id">The documentation id of the method or type that findings stand at.</param>
/// <param name="FullName">The name inside the artefact: <c>Shop.Pricing.Price</c>, <c>Shop.Pid</c>.</param>
/// <param name="ArtefactName">The stem of the file's name: <c>Pricing.Price</c>, <c>Pid</c>.</param>
/// <param name="IsVisible">Whether other assemblies may call what is learned.</param>
internal sealed record ArtefactOwner(string Id, string FullName, string ArtefactName, bool IsVisible);
