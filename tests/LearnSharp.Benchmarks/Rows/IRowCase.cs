using System.IO;

namespace LearnSharp.Benchmarks.Rows;

/// <summary>A method whose rows are timed, whatever its types.</summary>
internal interface IRowCase
{
    /// <summary>Times so many rows and prints a line.</summary>
    /// <param name="count">How many.</param>
    /// <param name="torch">TorchSharp, or null.</param>
    /// <param name="output">Where to.</param>
    void Measure(int count, TorchPeer? torch, TextWriter output);
}
