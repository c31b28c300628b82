using System;
using System.Globalization;
using System.Text;

namespace LearnSharp.Ir;

/// <summary>Cuts the text format into tokens and says where a fault is.</summary>
/// <param name="text">The text.</param>
internal sealed class IrTextTokens(string text)
{
    private int _start;
    private int _next;

    /// <summary>The offset behind the last token.</summary>
    public int End { get; private set; }

    /// <summary>The first character of the next token, or a NUL at the end of the text.</summary>
    public char Peek => _next < text.Length ? text[_next] : '\0';

    /// <summary>The next token, which is not a string.</summary>
    /// <param name="what">What is expected, for the message.</param>
    /// <exception cref="FormatException">The text ends here.</exception>
    public string Next(string what)
    {
        Begin(what);
        while (_next < text.Length && text[_next] != ' ')
            _next++;
        return Finish(text.Substring(_start, _next - _start));
    }

    /// <summary>The next token, a string in quotes.</summary>
    /// <exception cref="FormatException">The text ends here, or something else stands here.</exception>
    public string NextString(string what)
    {
        Begin(what);
        if (text[_next++] != '"')
            throw Fault($"{what} is expected, in quotes");
        var value = new StringBuilder();
        while (true)
        {
            if (_next >= text.Length)
                throw Fault("The string is not closed");
            var unit = text[_next++];
            if (unit == '"')
                break;
            value.Append(unit == '\\' ? Escaped() : unit);
        }

        if (_next < text.Length && text[_next] != ' ')
            throw Fault("The string has something behind its closing quote");
        return Finish(value.ToString());
    }

    /// <summary>The next token, an integer.</summary>
    /// <exception cref="FormatException">The text ends here, or something else stands here.</exception>
    public int NextInt(string what)
    {
        var token = Next(what);
        return int.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Fault($"{what} is expected");
    }

    /// <summary>The next token, an integer of 64 bits.</summary>
    /// <exception cref="FormatException">The text ends here, or something else stands here.</exception>
    public long NextLong(string what)
    {
        var token = Next(what);
        return long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Fault($"{what} is expected");
    }

    /// <summary>The next token, the bits of a number in hexadecimal digits, its zeros at the end left out.</summary>
    /// <param name="digits">The number of digits of the whole.</param>
    /// <param name="what">What is expected, for the message.</param>
    /// <exception cref="FormatException">The text ends here, or something else stands here.</exception>
    public ulong NextBits(int digits, string what)
    {
        var token = Next(what);
        var padded = token.PadRight(digits, '0');
        return padded.Length == digits && ulong.TryParse(padded, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
            ? bits
            : throw Fault($"{what} is expected");
    }

    /// <summary>Checks that nothing is left.</summary>
    /// <exception cref="FormatException">Something stands behind the program.</exception>
    public void ExpectEnd()
    {
        _start = End;
        if (End != text.Length)
            throw Fault("Something stands behind the end of the program");
    }

    /// <summary>An error at the last token.</summary>
    public FormatException Fault(string message) => new(FormattableString.Invariant($"{message} (position {_start} of {text.Length})."));

    private void Begin(string what)
    {
        _start = _next;
        if (_next >= text.Length)
            throw Fault($"The text ends where {what} is expected");
        if (text[_next] == ' ')
            throw Fault($"A second space stands where {what} is expected");
    }

    private T Finish<T>(T value)
    {
        End = _next;
        _next++;
        return value;
    }

    private char Escaped()
    {
        var unit = _next < text.Length ? text[_next++] : '\0';
        return unit switch
        {
            '"' or '\\' => unit,
            'n' => '\n',
            'u' when _next + 4 <= text.Length => CodeUnit(),
            _ => throw Fault("The string has an unknown escape"),
        };
    }

    private char CodeUnit()
    {
        var digits = text.Substring(_next, 4);
        _next += 4;
        return ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : throw Fault("The string has an unknown escape");
    }
}
