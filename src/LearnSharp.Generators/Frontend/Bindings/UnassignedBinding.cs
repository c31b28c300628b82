namespace LearnSharp.Generators.Frontend;

/// <summary>A variable that stands for nothing yet: its first assignment says what for.</summary>
internal sealed record UnassignedBinding : Binding;
