using System.IO;
using System.Runtime.CompilerServices;

namespace LearnSharp.Generators.Tests.Diagnostics;

/// <summary>Where the repository lies that these tests were compiled from: pages of the documentation are held against the code.</summary>
internal static class Repository
{
    /// <summary>The path of a page in <c>docs</c>, or of another file, from the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root(), .. parts]);

    private static string Root([CallerFilePath] string path = "")
    {
        var folder = Path.GetDirectoryName(path)!;
        while (!File.Exists(Path.Combine(folder, "Generators.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
