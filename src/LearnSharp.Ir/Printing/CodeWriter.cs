using System.Text;

namespace LearnSharp.Ir;

/// <summary>Indented lines of C#: four spaces a level, lines end in LF. Knows that a label needs a statement after it.</summary>
internal sealed class CodeWriter(int level)
{
    private readonly StringBuilder _text = new();
    private int _level = level;
    private bool _labelled;
    private int _endOfLabel;

    /// <summary>Writes a line that holds (the beginning of) a statement.</summary>
    public void Line(string text)
    {
        Write(text);
        _labelled = false;
    }

    /// <summary>Writes a comment line.</summary>
    public void Comment(string text) => Write(text.Length == 0 ? "//" : "// " + text);

    /// <summary>Writes an empty line.</summary>
    public void Blank() => _text.Append('\n');

    /// <summary>Writes a label, one level out, for the statement that follows.</summary>
    public void Label(string name)
    {
        _level--;
        Write(name + ":");
        _level++;
        _labelled = true;
        _endOfLabel = _text.Length;
    }

    /// <summary>Writes an opening brace and goes one level in.</summary>
    public void Open()
    {
        Line("{");
        _level++;
    }

    /// <summary>Ends a block: goes one level out and writes a closing brace and what follows it.</summary>
    public void Close(string after = "")
    {
        EndStatements();
        _level--;
        Line("}" + after);
    }

    /// <summary>Goes one level in, without a brace.</summary>
    public void Indent() => _level++;

    /// <summary>Goes one level out, without a brace.</summary>
    public void Outdent() => _level--;

    /// <summary>Ends a list of statements: a label at its end gets an empty statement.</summary>
    public void EndStatements()
    {
        if (!_labelled)
            return;
        if (_endOfLabel == _text.Length)
            _text.Insert(_text.Length - 1, " ;");
        else
            Write(";");
        _labelled = false;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Write(string text) => _text.Append(' ', 4 * System.Math.Max(0, _level)).Append(text).Append('\n');
}
