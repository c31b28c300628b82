using System.Collections.Generic;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits the checks of a derivative's buffer: before anything runs, so that nothing is written when one fails.</summary>
internal static class BufferChecks
{
    /// <summary>Writes the checks of the buffer <paramref name="buffer"/> for the root's parameter <paramref name="index"/>.</summary>
    public static void Write(CodeWriter code, ProgramShape shape, IReadOnlyList<string> names, int index, string buffer)
    {
        var type = (ArrayType)shape.Root.Parameters[index].Local.Type;
        if (type.Kind == ArrayKind.Array)
        {
            code.Line($"global::System.ArgumentNullException.ThrowIfNull({names[index]});");
            code.Line($"global::System.ArgumentNullException.ThrowIfNull({buffer});");
        }

        var of = names[index].TrimStart('@');
        using (code.Braces($"if ({buffer}.Length != {names[index]}.Length)"))
        {
            code.Line(
                $"throw new global::System.ArgumentException($\"The buffer {buffer} has {{{buffer}.Length}} elements, but {of} has {{{names[index]}.Length}}; "
                + $"give it the length of {of}.\", nameof({buffer}));");
        }

        for (var other = 0; other < names.Count; other++)
        {
            if (shape.Root.Parameters[other].Local.Type is not ArrayType array || array.Element != type.Element)
                continue;
            using (code.Braces($"if ({Overlap(type.Element, buffer, names[other])})"))
            {
                var input = names[other].TrimStart('@');
                code.Line(
                    $"throw new global::System.ArgumentException(\"The buffer {buffer} overlaps the input {input}; give it memory of its own.\", nameof({buffer}));");
            }
        }
    }

    private static string Overlap(IrType element, string buffer, string input) =>
        $"global::System.MemoryExtensions.Overlaps<{element.CSharpName}>((global::System.ReadOnlySpan<{element.CSharpName}>){buffer}, {input})";
}
