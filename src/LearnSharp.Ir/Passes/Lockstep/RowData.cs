using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LearnSharp.Ir;

/// <summary>Takes out of a body what only C# computes of the data of a row: rows cannot see into it, and need not, since it is the same in every run. What is left reads a parameter.</summary>
internal sealed class RowData : Rewriter
{
    private static readonly Regex s_hole = new(@"\{([0-9]+)\}", RegexOptions.CultureInvariant);

    private readonly Dictionary<Local, int> _leaves = [];
    private readonly Dictionary<Expression, Local> _known = [];
    private readonly FreshIds _ids;

    private RowData(FreshIds ids) => _ids = ids;

    /// <summary>The parameters that the body now reads besides those that it had.</summary>
    public List<Local> Parameters { get; } = [];

    /// <summary>What each of them holds.</summary>
    public List<RowDatum> Data { get; } = [];

    /// <summary>Rewrites the body of a function.</summary>
    /// <param name="flat">The function; its parameters are never assigned.</param>
    /// <param name="root">The function that it was, whose parameters say what is data.</param>
    public static RowData TakenFrom(FlatFunction flat, Function root)
    {
        var data = new RowData(flat.Ids);
        for (var i = 0; i < flat.Parameters.Count; i++)
        {
            if (root.Parameters[flat.ParameterSources[i]].Role == ParameterRole.Input)
                data._leaves[flat.Parameters[i]] = i;
        }

        flat.Body = data.Visit(flat.Body);
        return data;
    }

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement) =>
        statement is Throw ? [statement] : base.Visit(statement);

    /// <inheritdoc/>
    public override Expression Visit(Expression expression)
    {
        if (expression is not Extern { Type: ScalarType or EnumType } || Text(expression) is not { } text)
            return base.Visit(expression);
        if (!_known.TryGetValue(expression, out var parameter))
        {
            parameter = _known[expression] = _ids.Local(expression.Type, "datum");
            Parameters.Add(parameter);
            Data.Add(new RowDatum(text, expression.Type));
        }

        return new LocalRead(parameter) { Origin = expression.Origin };
    }

    /// <summary>The C# of a value made of data alone; null for any other.</summary>
    private string? Text(Expression expression)
    {
        switch (expression)
        {
            case LocalRead read:
                return _leaves.TryGetValue(read.Local, out var leaf) ? "{" + leaf.ToString(CultureInfo.InvariantCulture) + "}" : null;
            case Constant constant:
                return Literals.Print(constant).Text;
            case Extern { Purity: Purity.Pure } made when HiddenStatic.Read(made.Template) is null:
            {
                var operands = new string[made.Operands.Count];
                for (var i = 0; i < operands.Length; i++)
                {
                    if (Text(made.Operands[i]) is not { } operand)
                        return null;
                    operands[i] = made.Operands[i] is LocalRead ? operand : $"({operand})";
                }

                return s_hole.Replace(
                    made.Template, hole => int.Parse(hole.Groups[1].Value, CultureInfo.InvariantCulture) is var index && index < operands.Length ? operands[index] : hole.Value);
            }

            default:
                return null;
        }
    }
}
