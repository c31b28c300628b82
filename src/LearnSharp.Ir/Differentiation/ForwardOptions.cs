namespace LearnSharp.Ir;

/// <summary>What the pushforward of a program is asked for.</summary>
/// <param name="Independent">Per parameter of the root, whether it comes with a tangent; parameters of passive types ignore it.</param>
/// <param name="LendsResults">
/// Whether arrays that come out may belong to the workspace: whoever asks copies them before they are given back. Only for programs whose results hold none of their parameters' arrays. Those
/// that are made again and again do not: the workspace would keep all of them.
/// </param>
/// <param name="IsWide">
/// Whether several directions go through at once (<see cref="DirectionsType"/>): tangents of doubles and of arrays of doubles, and nothing else.
/// </param>
public sealed record ForwardOptions(EquatableArray<bool> Independent, bool LendsResults = false, bool IsWide = false);
