using System.Collections.Generic;
using System.Text;

namespace LearnSharp.Ir;

/// <summary>Spelling of C# identifiers.</summary>
internal static class Identifiers
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate",
        "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in",
        "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private",
        "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",

        // Contextual, but confusing or an error where a statement begins with them.
        "await", "dynamic", "field", "nameof", "scoped", "var", "yield",
    ];

    /// <summary>The identifier with an <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>An identifier as near as possible to <paramref name="name"/>, without <c>@</c>; never the discard <c>_</c>.</summary>
    public static string Sanitize(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c == '_' || char.IsLetterOrDigit(c))
                text.Append(c);
        }

        if (text.Length == 0 || (text.Length == 1 && text[0] == '_'))
            return "value";
        if (char.IsDigit(text[0]))
            text.Insert(0, '_');
        return text.ToString();
    }

    /// <summary>The first of <paramref name="name"/>, <c>name2</c>, <c>name3</c>, … that is not taken.</summary>
    public static string Unique(string name, System.Func<string, bool> taken)
    {
        if (!taken(name))
            return name;
        var stem = char.IsDigit(name[name.Length - 1]) ? name + "_" : name;
        var number = 2;
        while (taken(stem + Number(number)))
            number++;
        return stem + Number(number);
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
