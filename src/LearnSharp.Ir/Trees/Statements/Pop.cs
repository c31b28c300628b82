namespace LearnSharp.Ir;

/// <summary>Restores the value saved last on the workspace's stack of the place's type. Made by passes only.</summary>
/// <param name="Target">Where to.</param>
public sealed record Pop(Place Target) : Statement;
