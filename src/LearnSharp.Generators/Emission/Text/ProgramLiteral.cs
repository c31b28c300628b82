namespace LearnSharp.Generators.Emission;

/// <summary>Writes a serialized program as a constant.</summary>
internal static class ProgramLiteral
{
    // Long lines are hard to scroll, and every line of the serialized program is short anyway.
    private const int ChunkLength = 120;

    /// <summary>Writes <paramref name="text"/> between what stands before and after it, over as many lines as it takes.</summary>
    public static void Write(CodeWriter code, string before, string text, string after)
    {
        if (text.Length <= ChunkLength)
        {
            code.Line(before + CSharpLiteral.Of(text) + after);
            return;
        }

        // An attribute's argument stands on a line of its own already.
        if (before.Length > 0)
            code.Line(before.TrimEnd());
        using (code.Indent())
        {
            var start = 0;
            while (start < text.Length)
            {
                var newline = text.IndexOf('\n', start);
                var end = newline < 0 ? text.Length : newline + 1;
                if (end - start > ChunkLength)
                    end = start + ChunkLength - (char.IsHighSurrogate(text[start + ChunkLength - 1]) ? 1 : 0);
                code.Line((start == 0 ? "" : "+ ") + CSharpLiteral.Of(text.Substring(start, end - start)) + (end == text.Length ? after : ""));
                start = end;
            }
        }
    }
}
