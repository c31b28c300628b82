namespace LearnSharp.Runtime;

/// <summary>The top of a <see cref="RecordStack{T}"/>.</summary>
/// <param name="Chunk">Index of the chunk.</param>
/// <param name="Count">Elements in use in that chunk.</param>
internal readonly record struct StackPosition(int Chunk, int Count);
