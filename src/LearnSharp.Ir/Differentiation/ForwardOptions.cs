namespace LearnSharp.Ir;

/// <summary>What the pushforward of a program is asked for.</summary>
/// <param name="Independent">Per parameter of the root, whether it comes with a tangent; parameters of passive types ignore it.</param>
public sealed record ForwardOptions(EquatableArray<bool> Independent);
