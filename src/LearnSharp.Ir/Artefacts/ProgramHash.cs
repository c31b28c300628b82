using System;
using System.Security.Cryptography;
using System.Text;

namespace LearnSharp.Ir;

/// <summary>Short hashes by which an artefact recognises the program that it was trained for.</summary>
public static class ProgramHash
{
    // 16 hex digits, 64 bits: an accident among the versions of one method is out of the question, and a line in a diff stays short.
    private const int Digits = 16;

    /// <summary>
    /// Hash of what a caller and an artefact see: the parameters of the root by name, type and role, its results, and the names and options of
    /// weights and choices.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <returns>Lower-case hex. Starting values and bounds do not count.</returns>
    public static string Signature(LearnableProgram program)
    {
        var text = new StringBuilder();
        foreach (var parameter in program.Program.Root.Parameters)
            text.Append(parameter.Role).Append(' ').Append(parameter.Local.Type.CSharpName).Append(' ').Append(parameter.Local.Name).Append('\n');
        foreach (var result in program.Program.Root.Results)
            text.Append("result ").Append(result.CSharpName).Append('\n');
        foreach (var weight in program.Weights)
            text.Append("weight ").Append(weight.Name).Append('\n');
        foreach (var choice in program.Choices)
        {
            text.Append("choice ").Append(choice.Name);
            foreach (var option in choice.Options)
                text.Append(FormattableString.Invariant($" {option.Type.CSharpName}:{option.Bits}"));
            text.Append('\n');
        }

        return Hash(text.ToString());
    }

    /// <summary>
    /// Hash of the code of the root and its callees, without the names of locals, comments and source places: renaming a local is no change.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <returns>Lower-case hex.</returns>
    public static string Body(LearnableProgram program)
        => Hash(CanonicalText.Write(program.Program));

    private static string Hash(string text)
    {
#if NET
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text));
#else
        using var algorithm = SHA256.Create();
        var bytes = algorithm.ComputeHash(Encoding.UTF8.GetBytes(text));
#endif
        var hex = new StringBuilder();
        for (var i = 0; i < Digits / 2; i++)
            hex.Append(bytes[i].ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        return hex.ToString();
    }
}
