using System.Collections.Generic;
using System.Text;

namespace LearnSharp.Ir;

/// <summary>
/// Reads the JSON of artefacts: objects, strings and numbers (RFC 8259), strictly, with the place of every mistake. It is written here because the
/// compiler reads artefacts too: its host
/// loads netstandard2.0 assemblies without System.Text.Json, and shipping that with a generator clashes with the host's own copy. One reader for
/// build and runtime cannot drift apart.
/// </summary>
internal sealed class JsonReader
{
    // Artefacts nest twice; a deeper text is none, and must not exhaust the stack.
    private const int MaxDepth = 16;

    private readonly string _text;
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private JsonReader(string text) => _text = text;

    /// <summary>Reads one value that fills the whole text.</summary>
    /// <exception cref="ArtefactException">The text is not such JSON.</exception>
    public static JsonValue Read(string text)
    {
        var reader = new JsonReader(text);
        if (text.Length > 0 && text[0] == '\uFEFF')
            reader._at = 1;
        reader.SkipSpace();
        if (reader.AtEnd)
            throw reader.Error("The file is empty.");
        var value = reader.ReadValue(0);
        reader.SkipSpace();
        if (!reader.AtEnd)
            throw reader.Error($"Nothing may follow the end of the object, but {reader.Here} does.");
        return value;
    }

    private bool AtEnd => _at >= _text.Length;

    private string Here => AtEnd ? "the end of the file" : $"'{_text[_at]}'";

    private JsonValue ReadValue(int depth)
    {
        var (line, column) = (_line, _at - _lineStart + 1);
        if (AtEnd)
            throw Error("The file ends in the middle.");
        switch (_text[_at])
        {
            case '{':
                if (depth == MaxDepth)
                    throw Error("Objects are nested too deeply.");
                return new JsonValue(JsonKind.Object, "", ReadMembers(depth), line, column);
            case '"':
                return new JsonValue(JsonKind.Text, ReadString(), [], line, column);
            case '-' or (>= '0' and <= '9'):
                return new JsonValue(JsonKind.Number, ReadNumber(), [], line, column);
            default:
                throw Error($"Expected an object, a string or a number, found {Here}.");
        }
    }

    private List<KeyValuePair<string, JsonValue>> ReadMembers(int depth)
    {
        var members = new List<KeyValuePair<string, JsonValue>>();
        var names = new HashSet<string>();
        _at++;
        SkipSpace();
        if (!AtEnd && _text[_at] == '}')
        {
            _at++;
            return members;
        }

        while (true)
        {
            SkipSpace();
            if (AtEnd || _text[_at] != '"')
                throw Expected("the name of a member in quotes");
            var (line, column) = (_line, _at - _lineStart + 1);
            var name = ReadString();
            if (!names.Add(name))
                throw new ArtefactException(ArtefactProblem.Damaged, $"\"{name}\" is there twice; keep one.", line, column);
            SkipSpace();
            Require(':');
            SkipSpace();
            members.Add(new KeyValuePair<string, JsonValue>(name, ReadValue(depth + 1)));
            SkipSpace();
            if (!AtEnd && _text[_at] == '}')
            {
                _at++;
                return members;
            }

            Require(',');
        }
    }

    private string ReadString()
    {
        var result = new StringBuilder();
        _at++;
        while (true)
        {
            if (AtEnd)
                throw Error("The file ends in the middle of a string.");
            var c = _text[_at];
            if (c < ' ')
                throw Error("A string ends on the line it begins on; the closing quote is missing.");
            _at++;
            if (c == '"')
                return result.ToString();
            result.Append(c == '\\' ? ReadEscape() : c);
        }
    }

    private char ReadEscape()
    {
        if (AtEnd)
            throw Error("The file ends in the middle of a string.");
        var c = _text[_at++];
        switch (c)
        {
            case '"' or '\\' or '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return ReadCodeUnit();
            default:
                throw BadEscape();
        }
    }

    private char ReadCodeUnit()
    {
        var code = 0;
        for (var i = 0; i < 4; i++)
        {
            if (AtEnd)
                throw Error("The file ends in the middle of a string.");
            var c = _text[_at++];
            code = (code * 16) + c switch
            {
                >= '0' and <= '9' => c - '0',
                >= 'a' and <= 'f' => c - 'a' + 10,
                >= 'A' and <= 'F' => c - 'A' + 10,
                _ => throw BadEscape(),
            };
        }

        return (char)code;
    }

    private ArtefactException BadEscape()
    {
        _at--;
        return Error("A backslash in a string is followed by one of \" \\ / b f n r t, or by u and four hex digits.");
    }

    private string ReadNumber()
    {
        var start = _at;
        if (_text[_at] == '-')
            _at++;
        if (!AtEnd && _text[_at] == '0')
            _at++;
        else
            ReadDigits();
        if (!AtEnd && _text[_at] == '.')
        {
            _at++;
            ReadDigits();
        }

        if (!AtEnd && _text[_at] is 'e' or 'E')
        {
            _at++;
            if (!AtEnd && _text[_at] is '+' or '-')
                _at++;
            ReadDigits();
        }

        return _text.Substring(start, _at - start);
    }

    private void ReadDigits()
    {
        var start = _at;
        while (!AtEnd && _text[_at] is >= '0' and <= '9')
            _at++;
        if (_at == start)
            throw Expected("a digit");
    }

    private void SkipSpace()
    {
        for (; !AtEnd && _text[_at] is ' ' or '\t' or '\r' or '\n'; _at++)
        {
            if (_text[_at] == '\n')
            {
                _line++;
                _lineStart = _at + 1;
            }
        }
    }

    private void Require(char c)
    {
        if (AtEnd || _text[_at] != c)
            throw Expected($"'{c}'");
        _at++;
    }

    private ArtefactException Expected(string what)
        => Error(AtEnd ? $"The file ends in the middle: expected {what}." : $"Expected {what}, found {Here}.");

    private ArtefactException Error(string message) => new(ArtefactProblem.Damaged, message, _line, _at - _lineStart + 1);
}
