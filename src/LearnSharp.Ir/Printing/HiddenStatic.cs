namespace LearnSharp.Ir;

/// <summary>
/// A static readonly field that is private to a type, as the template of an <see cref="Extern"/> names it: a text that stands in that type names the field itself, any other reaches it by an accessor.
/// </summary>
/// <param name="Owner">The id of the type: <c>Shop.Pricing</c>.</param>
/// <param name="Class">The type, fully qualified; empty for a static class, which is no type of a parameter.</param>
/// <param name="Reflection">The type as reflection names it, with its assembly.</param>
/// <param name="Field">The field that holds the value.</param>
/// <param name="Text">The C# that names it inside the type.</param>
public sealed record HiddenStatic(string Owner, string Class, string Reflection, string Field, string Text)
{
    private const string Mark = "private static|";

    /// <summary>The template.</summary>
    public string Template => $"{Mark}{Owner}|{Class}|{Reflection}|{Field}|{Text}";

    /// <summary>Reads a template; null for any other.</summary>
    public static HiddenStatic? Read(string template) =>
        template.StartsWith(Mark, System.StringComparison.Ordinal) && template.Substring(Mark.Length).Split('|') is [var owner, var type, var reflection, var field, var text]
            ? new(owner, type, reflection, field, text)
            : null;
}
