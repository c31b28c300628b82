using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>
/// Reads the operand numbers <c>{0}</c>, <c>{1}</c> out of the template of an <see cref="Extern"/>; doubled braces are braces of the C# itself.
/// </summary>
internal static class TemplateHoles
{
    /// <summary>The operand numbers in a template, in order, with repetitions.</summary>
    public static IEnumerable<int> In(string template)
    {
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '{')
                continue;
            if (i + 1 < template.Length && template[i + 1] == '{')
            {
                i++;
                continue;
            }

            var number = 0;
            var end = i + 1;
            while (end < template.Length && template[end] is >= '0' and <= '9' && number < 1000)
                number = (number * 10) + (template[end++] - '0');
            if (end > i + 1 && end < template.Length && template[end] == '}')
                yield return number;
        }
    }
}
