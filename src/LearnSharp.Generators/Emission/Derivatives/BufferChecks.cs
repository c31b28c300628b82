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
        var name = buffer;
        if (type.Kind == ArrayKind.Array)
        {
            code.Line($"global::System.ArgumentNullException.ThrowIfNull({names[index]});");
            code.Line($"global::System.ArgumentNullException.ThrowIfNull({buffer});");
        }

        var of = names[index].TrimStart('@');
        if (shape.IsRectangular(index))
        {
            code.Line($"{RectangularArrays}RequireShape({buffer}, {names[index]}, nameof({buffer}), nameof({names[index]}));");
            buffer = shape.Elements(index, buffer);
        }
        else
        {
            var length = shape.Elements(index, names[index]) + ".Length";
            using var _ = code.Braces($"if ({buffer}.Length != {length})");
            code.Line(
                $"throw new global::System.ArgumentException($\"The buffer {buffer} has {{{buffer}.Length}} elements, but {of} has {{{(shape.IsSequence(index) ? $"({length})" : length)}}}; "
                + $"give it the length of {of}.\", nameof({buffer}));");
        }

        if (type.Element is ArrayType { Element: var element })
            code.Line($"{Jagged}RequireRows<{element.CSharpName}>({buffer}, {names[index]}, nameof({buffer}), nameof({names[index]}));");

        for (var other = 0; other < names.Count; other++)
        {
            if (shape.Root.Parameters[other].Local.Type is not ArrayType array || Overlap(type, buffer, array, shape.Elements(other, names[other])) is not { } overlap)
                continue;
            using (code.Braces($"if ({overlap})"))
            {
                var input = names[other].TrimStart('@');
                code.Line(
                    $"throw new global::System.ArgumentException(\"The buffer {name} overlaps the input {input}; give it memory of its own.\", nameof({name}));");
            }
        }
    }

    /// <summary>
    /// Writes the checks of an array of seeds: it is there, as long as the argument that it belongs to, and apart from the arguments that the method writes,
    /// since it is read after them.
    /// </summary>
    /// <param name="code">Where to.</param>
    /// <param name="shape">The method.</param>
    /// <param name="names">The arguments.</param>
    /// <param name="seed">The seeds.</param>
    /// <param name="written">What reverse mode calls them, for those of an argument that the method writes; null for those of a result.</param>
    public static void WriteSeed(CodeWriter code, ProgramShape shape, IReadOnlyList<string> names, (string Name, IrType Type) seed, string? written)
    {
        if (seed.Type is not ArrayType type)
            return;
        var elements = seed.Name;
        if (written is not null && shape.IsRectangular(GradientEmitter.SeedOf(shape, new(0, type, written))))
            elements = shape.Elements(GradientEmitter.SeedOf(shape, new(0, type, written)), seed.Name);
        else if (type.Kind == ArrayKind.Array)
            code.Line($"global::System.ArgumentNullException.ThrowIfNull({seed.Name});");
        foreach (var input in shape.Inputs)
        {
            if (!input.Copied || input.Type is not ArrayType array || Overlap(type, elements, array, shape.Elements(input.Index, names[input.Index])) is not { } overlap)
                continue;
            var (argument, of) = (names[input.Index], names[input.Index].TrimStart('@'));
            if (written is not null && string.Equals(written, "seed" + input.Parameter.Name, System.StringComparison.OrdinalIgnoreCase))
            {
                if (shape.IsRectangular(input.Index))
                {
                    code.Line($"{RectangularArrays}RequireShape({seed.Name}, {argument}, nameof({seed.Name}), nameof({argument}));");
                }
                else
                {
                    if (array.Kind == ArrayKind.Array)
                        code.Line($"global::System.ArgumentNullException.ThrowIfNull({argument});");
                    using var _ = code.Braces($"if ({seed.Name}.Length != {argument}.Length)");
                    code.Line(
                        $"throw new global::System.ArgumentException($\"The seed {seed.Name} has {{{seed.Name}.Length}} elements, but {of} has {{{argument}.Length}}; "
                        + $"give it the length of {of}.\", nameof({seed.Name}));");
                }
            }

            using (code.Braces($"if ({overlap})"))
            {
                code.Line(
                    $"throw new global::System.ArgumentException(\"The seed {seed.Name} overlaps {of}, which {shape.Method.Name} writes; give it memory of its own.\", "
                    + $"nameof({seed.Name}));");
            }
        }
    }

    /// <summary>
    /// Writes the checks that an array which the method writes shares no memory with another differentiable one: the adjoint keeps one shadow for each.
    /// </summary>
    public static void WriteArguments(CodeWriter code, ProgramShape shape, IReadOnlyList<string> names)
    {
        foreach (var written in shape.Inputs)
        {
            if (!written.Copied || written.Type is not ArrayType { IsDifferentiable: true } type)
                continue;
            if (type.Element is ArrayType { Element: var element })
            {
                using (code.Braces($"if ({Jagged}RepeatsRow<{element.CSharpName}>({names[written.Index]}))"))
                {
                    var twice = names[written.Index].TrimStart('@');
                    code.Line(
                        $"throw new global::System.ArgumentException(\"{twice}, which {shape.Method.Name} writes, holds one row twice; hand over a copy.\", "
                        + $"nameof({names[written.Index]}));");
                }
            }

            foreach (var other in shape.Inputs)
            {
                // Of two that are both written, the first asks.
                if (other == written || other.Type is not ArrayType array || (other.Copied && other.Index < written.Index)
                    || Overlap(type, shape.Elements(written.Index, names[written.Index]), array, shape.Elements(other.Index, names[other.Index])) is not { } overlap)
                {
                    continue;
                }

                using (code.Braces($"if ({overlap})"))
                {
                    var (first, second) = (names[written.Index].TrimStart('@'), names[other.Index].TrimStart('@'));
                    code.Line(
                        $"throw new global::System.ArgumentException(\"{first}, which {shape.Method.Name} writes, overlaps {second}; hand over a copy.\", "
                        + $"nameof({names[written.Index]}));");
                }
            }
        }
    }

    /// <summary>The class of the runtime that looks into arrays of several dimensions.</summary>
    public const string RectangularArrays = "global::LearnSharp.Runtime.RectangularArrays.";

    /// <summary>The class of the runtime that looks into lists and other sequences.</summary>
    public const string Sequences = "global::LearnSharp.Runtime.Sequences.";

    /// <summary>The class of the runtime that looks at rows.</summary>
    public const string Jagged = "global::LearnSharp.Runtime.JaggedArrays.";

    /// <summary>The test whether two sequences share elements, in rows or their own; null where their types rule that out.</summary>
    public static string? Overlap(ArrayType first, string a, ArrayType second, string b) => (first.Element, second.Element) switch
    {
        (ArrayType x, ArrayType y) => x == y ? $"{Jagged}ShareRows<{x.Element.CSharpName}>({a}, {b})" : null,
        (ArrayType x, var y) => x.Element == y ? $"{Jagged}Overlaps<{y.CSharpName}>({a}, {b})" : null,
        (var x, ArrayType y) => x == y.Element ? $"{Jagged}Overlaps<{x.CSharpName}>({b}, {a})" : null,
        var (x, y) => x == y ? $"global::System.MemoryExtensions.Overlaps<{x.CSharpName}>((global::System.ReadOnlySpan<{x.CSharpName}>){a}, {b})" : null,
    };

    /// <summary>Writes the check that an array which is added to shares no memory with another.</summary>
    public static void WriteApart(CodeWriter code, ArrayType type, string buffer, ArrayType otherType, string other) =>
        WriteApart(code, (type, buffer, buffer), (otherType, other, other));

    /// <summary>The same where the two have other names than what names their elements.</summary>
    public static void WriteApart(CodeWriter code, (ArrayType Type, string Elements, string Name) buffer, (ArrayType Type, string Elements, string Name) other)
    {
        if (Overlap(buffer.Type, buffer.Elements, other.Type, other.Elements) is not { } overlap)
            return;
        using (code.Braces($"if ({overlap})"))
            code.Line($"throw new global::System.ArgumentException(\"The buffer {buffer.Name} overlaps {other.Name}; give it memory of its own.\", nameof({buffer.Name}));");
    }
}
