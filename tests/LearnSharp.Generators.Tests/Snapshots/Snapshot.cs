using System.IO;
using System.Runtime.CompilerServices;

namespace LearnSharp.Generators.Tests;

/// <summary>
/// Compares a text with <c>Class.Method.verified.txt</c> beside the test: the layout of Verify, so that moving to that package is a change of this file.
/// What was received is written beside it (git-ignored); accept it by renaming.
/// </summary>
internal static class Snapshot
{
    /// <summary>Fails when the text is not what was verified.</summary>
    public static void Verify(string text, [CallerFilePath] string path = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}.{method}");
        var verified = stem + ".verified.txt";
        var received = stem + ".received.txt";
        var expected = File.Exists(verified) ? File.ReadAllText(verified).Replace("\r\n", "\n", System.StringComparison.Ordinal) : null;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        text.ShouldBe(expected, $"{received} is not what was verified; look at it, and rename it to {verified} when it is right.");
    }
}
