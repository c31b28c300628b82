using System;
using System.Text;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Writes indented C#, one line at a time; line ends are always <c>\n</c>, so that the output is the same on every machine.</summary>
/// <param name="fields">The accessors that the file needs for hidden fields; null for a file without code that needs any.</param>
internal sealed class CodeWriter(StructFields? fields = null)
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _atStartOfBlock = true;

    /// <summary>The accessors that the file needs for hidden fields of structs.</summary>
    public StructFields Fields { get; } = fields ?? new("Fields");

    /// <summary>Writes the functions of a program as methods.</summary>
    public CodeWriter Functions(IrProgram program, PrintOptions options) => Lines(CSharpPrinter.PrintFunctions(program, options with { Fields = Fields }));

    /// <summary>Writes one line; an empty one without indentation.</summary>
    public CodeWriter Line(string text = "")
    {
        if (text.Length > 0)
            _text.Append(' ', _depth * 4).Append(text);
        _text.Append('\n');
        _atStartOfBlock = false;
        return this;
    }

    /// <summary>Writes a text of several lines, each at the current indentation; the lines keep what they are indented by among themselves.</summary>
    public CodeWriter Lines(string text)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n'))
            Line(line.TrimEnd('\r'));
        return this;
    }

    /// <summary>Separates members by an empty line, except at the start of a block.</summary>
    public CodeWriter Gap()
    {
        if (!_atStartOfBlock)
            Line();
        return this;
    }

    /// <summary>Opens a block in braces; disposing the result closes it with <paramref name="end"/> behind the brace.</summary>
    public Block Braces(string? header = null, string end = "")
    {
        if (header is not null)
            Line(header);
        Line("{");
        _depth++;
        _atStartOfBlock = true;
        return new(this, end);
    }

    /// <summary>Indents by one step until the result is disposed.</summary>
    public Block Indent()
    {
        _depth++;
        return new(this, null);
    }

    /// <summary>Writes a documentation summary.</summary>
    /// <param name="text">XML text; escape what comes from the user with <see cref="Xml"/>.</param>
    public CodeWriter Summary(string text) => Line($"/// <summary>{text}</summary>");

    /// <summary>Escapes text for a documentation comment.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>What disposing closes.</summary>
    internal readonly struct Block(CodeWriter writer, string? end) : IDisposable
    {
        /// <summary>Ends the block.</summary>
        public void Dispose()
        {
            writer._depth--;
            if (end is not null)
                writer.Line("}" + end);
        }
    }
}
