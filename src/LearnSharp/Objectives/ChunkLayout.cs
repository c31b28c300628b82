using System;

namespace LearnSharp;

/// <summary>
/// How rows are cut into chunks: by their number alone, so that sums have the same shape on every machine and for any number of threads.
/// </summary>
/// <param name="count">Number of rows.</param>
internal readonly struct ChunkLayout(int count)
{
    private const int SmallestChunk = 16;
    private const int MostChunks = 256;
    private const int Block = 8;

    /// <summary>Rows in every chunk but the last: whole blocks of eight, which kernels run at once.</summary>
    public int Rows { get; } = Math.Max(SmallestChunk, ((count + MostChunks - 1) / MostChunks + Block - 1) / Block * Block);

    /// <summary>Number of chunks.</summary>
    public int Chunks => (count + Rows - 1) / Rows;

    /// <summary>The first row of a chunk.</summary>
    public int First(int chunk) => chunk * Rows;

    /// <summary>The row after the last of a chunk.</summary>
    public int End(int chunk) => Math.Min(count, (chunk + 1) * Rows);
}
