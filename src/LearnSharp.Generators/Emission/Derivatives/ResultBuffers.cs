using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits how an array that comes out of a pushforward, and its tangents, get into two buffers of the caller's.</summary>
internal static class ResultBuffers
{
    /// <summary>Writes the check that the two share no memory.</summary>
    public static void WriteApart(CodeWriter code, ArrayType type, string[] buffers) => BufferChecks.WriteApart(code, type with { Kind = ArrayKind.Span }, buffers[1], type, buffers[0]);

    /// <summary>Writes the checks of lengths and, where all is well, the copies: how long the result is shows only when it is there.</summary>
    public static void WriteCopies(CodeWriter code, ProgramShape shape, (string Value, string Tangent) result, string[] buffers)
    {
        foreach (var buffer in buffers)
            WriteLength(code, shape, buffer, $"{result.Value}.Length", $"{result.Value}.Length");
        code.Line($"global::System.MemoryExtensions.CopyTo({result.Value}, {buffers[0]});");
        code.Line($"global::System.MemoryExtensions.CopyTo({result.Tangent}, {buffers[1]});");
    }

    /// <summary>Writes the check of one buffer's length.</summary>
    public static void WriteLength(CodeWriter code, ProgramShape shape, string buffer, string length, string shown)
    {
        using (code.Braces($"if ({buffer}.Length != {length})"))
        {
            code.Line(
                $"throw new global::System.ArgumentException($\"The buffer {buffer} has {{{buffer}.Length}} elements, but what {shape.Method.Name} gives has {{{shown}}}; "
                + $"give it that length.\", nameof({buffer}));");
        }
    }
}
