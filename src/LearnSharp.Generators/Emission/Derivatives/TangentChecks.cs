using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits the checks of tangent buffers: before anything runs, so that nothing is written when one fails.</summary>
internal static class TangentChecks
{
    /// <summary>Writes the checks of lengths and overlaps.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="shape">The program.</param>
    /// <param name="names">The name of each parameter.</param>
    /// <param name="tangents">The root parameters that come with a tangent, with the tangent's name.</param>
    public static void Write(CodeWriter code, ProgramShape shape, IReadOnlyList<string> names, IReadOnlyList<(int Index, string Name)> tangents)
    {
        BufferChecks.WriteArguments(code, shape, names);
        var buffers = tangents.Where(tangent => shape.Root.Parameters[tangent.Index].Local.Type is ArrayType).ToArray();
        foreach (var buffer in buffers)
            Length(code, shape, names[buffer.Index], buffer);

        // A read-only array and its tangents may share memory with anything that is only read as well.
        var arrays = Enumerable.Range(0, names.Count).Where(index => shape.Root.Parameters[index].Local.Type is ArrayType).ToArray();
        for (var i = 0; i < buffers.Length; i++)
        {
            foreach (var index in arrays.Where(index => IsWritten(shape, buffers[i].Index) || IsWritten(shape, index)))
                Overlap(code, shape, buffers[i], (index, shape.Elements(index, names[index]), names[index]));
            foreach (var other in buffers.Skip(i + 1).Where(other => IsWritten(shape, buffers[i].Index) || IsWritten(shape, other.Index)))
                Overlap(code, shape, buffers[i], (other.Index, shape.ElementsOfBuffer(other.Index, other.Name), other.Name));
        }
    }

    private static bool IsWritten(ProgramShape shape, int index) => shape.Inputs.Any(input => input.Index == index && input.Copied);

    private static void Length(CodeWriter code, ProgramShape shape, string parameter, (int Index, string Name) buffer)
    {
        if (shape.Root.Parameters[buffer.Index].Local.Type is ArrayType { Kind: ArrayKind.Array })
        {
            code.Line($"global::System.ArgumentNullException.ThrowIfNull({parameter});");
            code.Line($"global::System.ArgumentNullException.ThrowIfNull({buffer.Name});");
        }

        var of = parameter.TrimStart('@');
        if (shape.IsRectangular(buffer.Index))
        {
            code.Line($"{BufferChecks.RectangularArrays}RequireShape({buffer.Name}, {parameter}, nameof({buffer.Name}), nameof({parameter}));");
            return;
        }

        var length = shape.Elements(buffer.Index, parameter) + ".Length";
        using (code.Braces($"if ({buffer.Name}.Length != {length})"))
        {
            code.Line(
                $"throw new global::System.ArgumentException($\"The tangents {buffer.Name} have {{{buffer.Name}.Length}} elements, but {of} has {{{(shape.IsSequence(buffer.Index) ? $"({length})" : length)}}}; "
                + $"give them the length of {of}.\", nameof({buffer.Name}));");
        }

        if (shape.Root.Parameters[buffer.Index].Local.Type is not ArrayType { Element: ArrayType { Element: var element } })
            return;
        code.Line($"{BufferChecks.Jagged}RequireRows<{element.CSharpName}>({buffer.Name}, {parameter}, nameof({buffer.Name}), nameof({parameter}));");
        if (!IsWritten(shape, buffer.Index))
            return;
        using (code.Braces($"if ({BufferChecks.Jagged}RepeatsRow<{element.CSharpName}>({buffer.Name}))"))
        {
            code.Line(
                $"throw new global::System.ArgumentException(\"The tangents {buffer.Name} hold one row twice, and {shape.Method.Name} writes them; give each row its own.\", "
                + $"nameof({buffer.Name}));");
        }
    }

    private static void Overlap(CodeWriter code, ProgramShape shape, (int Index, string Name) buffer, (int Index, string Elements, string Name) other)
    {
        var (mine, theirs) = ((ArrayType)shape.Root.Parameters[buffer.Index].Local.Type, (ArrayType)shape.Root.Parameters[other.Index].Local.Type);
        if (BufferChecks.Overlap(mine, shape.ElementsOfBuffer(buffer.Index, buffer.Name), theirs, other.Elements) is not { } overlap)
            return;
        using (code.Braces($"if ({overlap})"))
        {
            code.Line(
                $"throw new global::System.ArgumentException(\"The tangents {buffer.Name} overlap {other.Name.TrimStart('@')}, and {shape.Method.Name} writes one of them; "
                + $"give them memory of their own.\", nameof({buffer.Name}));");
        }
    }
}
