using System.Text;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearnSharp.Generators.Frontend;

/// <summary>Makes the IR's annotations of where nodes came from.</summary>
internal static class Origins
{
    private const int Longest = 100;

    /// <summary>The origin of a statement or expression.</summary>
    public static Origin Of(SyntaxNode syntax) => new(Line(syntax), syntax.SyntaxTree.FilePath, syntax.SpanStart, syntax.Span.Length);

    /// <summary>The source text on one line; of a statement with a body only its head; shortened where it is long.</summary>
    public static string Line(SyntaxNode syntax)
    {
        var text = syntax.SyntaxTree.GetText();
        var end = syntax switch
        {
            IfStatementSyntax s => s.CloseParenToken.Span.End,
            ForStatementSyntax s => s.CloseParenToken.Span.End,
            CommonForEachStatementSyntax s => s.CloseParenToken.Span.End,
            WhileStatementSyntax s => s.CloseParenToken.Span.End,
            SwitchStatementSyntax s => s.OpenBraceToken.SpanStart,
            DoStatementSyntax s => s.DoKeyword.Span.End,
            _ => syntax.Span.End,
        };
        var line = new StringBuilder();
        var space = false;
        for (var i = syntax.SpanStart; i < end && line.Length <= Longest; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                space = true;
                continue;
            }

            if (space && line.Length > 0)
                line.Append(' ');
            space = false;
            line.Append(text[i]);
        }

        return line.Length <= Longest ? line.ToString() : line.ToString(0, Longest - 1) + "…";
    }
}
