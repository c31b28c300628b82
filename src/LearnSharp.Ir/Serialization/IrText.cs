using System;
using System.Globalization;

namespace LearnSharp.Ir;

/// <summary>
/// Programs as text: compact, on one line, with the version of the format first and a check sum last. Names and the source lines of statements come
/// back too; the origins of expressions serve messages at compile time and stay out, as do files and offsets. The form: tokens with one space between,
/// every node by its mnemonic with its children behind it; a string, type or local is written out where it first occurs and referred to by its number (<c>#</c>, <c>$</c>, <c>%</c>) after that.
/// </summary>
public static class IrText
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const string Version = "ls1";

    /// <summary>Writes a program.</summary>
    /// <returns>One line of text; the same for equal programs with equal names and source lines.</returns>
    public static string Write(LearnableProgram program)
    {
        var writer = new IrTextWriter();
        writer.Token(Version);
        writer.Write(program);
        return Seal(writer.ToString());
    }

    /// <summary>Reads a program.</summary>
    /// <param name="text">What <see cref="Write"/> gave.</param>
    /// <returns>A program equal to the one that was written. It has not been verified: text from elsewhere needs
    /// <see cref="Verifier.Verify(LearnableProgram)"/>.</returns>
    /// <exception cref="FormatException">The version is unknown, or the text is cut off or corrupt; the message names the position.</exception>
    public static LearnableProgram Read(string text)
    {
        var tokens = new IrTextTokens(text);
        var version = tokens.Next("the version of the format");
        if (version != Version)
            throw tokens.Fault($"The text has the version '{Shortened(version)}'; this version of LearnSharp reads '{Version}'");
        var program = new IrTextReader(tokens).ReadProgram();
        var body = tokens.End;
        var sum = tokens.Next("the check sum");
        if (sum != CheckSum(text, body))
            throw tokens.Fault($"The check sum '{Shortened(sum)}' does not match the text: it was changed or damaged");
        tokens.ExpectEnd();
        return program;
    }

    /// <summary>The text with its check sum behind it.</summary>
    internal static string Seal(string body) => $"{body} {CheckSum(body, body.Length)}";

    private static string Shortened(string token)
    {
        const int most = 40;
        if (token.Length <= most)
            return token;
        var head = token.Substring(0, most);
        return head + "…";
    }

    /// <summary>FNV-1a (Fowler, Noll, Vo) over the UTF-16 units of the text's beginning, 32 bits.</summary>
    private static string CheckSum(string text, int length)
    {
        var sum = 2166136261u;
        for (var i = 0; i < length; i++)
            sum = unchecked((sum ^ text[i]) * 16777619u);
        return "~" + sum.ToString("x8", CultureInfo.InvariantCulture);
    }
}
