using System;
using System.Collections.Generic;
using System.Globalization;

namespace LearnSharp.Ir;

/// <summary>Prints the statements of a lockstep function.</summary>
internal sealed class LaneStatementPrinter
{
    private readonly PrintableFunction _printable;
    private readonly LocalNames _names;
    private readonly LaneTypes _types;
    private readonly IReadOnlyList<string> _results;
    private readonly CodeWriter _writer;
    private readonly LaneExpressionPrinter _lanes;
    private readonly ExpressionPrinter _scalars;

    /// <summary>A printer for one function.</summary>
    /// <param name="printable">The function.</param>
    /// <param name="names">The locals' names.</param>
    /// <param name="types">Which of them are lanes.</param>
    /// <param name="results">What takes the results.</param>
    /// <param name="writer">Where to.</param>
    public LaneStatementPrinter(PrintableFunction printable, LocalNames names, LaneTypes types, IReadOnlyList<string> results, CodeWriter writer)
    {
        (_printable, _names, _types, _results, _writer) = (printable, names, types, results, writer);
        _scalars = new ExpressionPrinter(names, [], OverflowUse.Of(printable.Function), OverflowContext.Unknown, qualifyMath: true, fields: null);
        _lanes = new LaneExpressionPrinter(names, types, _scalars);
    }

    /// <summary>Prints statements.</summary>
    public void Print(EquatableArray<Statement> statements)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            if (statements[i] is Declare counter && i + 1 < statements.Count && counter.IsCounterOf(statements[i + 1], _printable.Uses))
            {
                Print((Loop)statements[i + 1], counter);
                i++;
            }
            else
            {
                Print(statements[i]);
            }
        }
    }

    private void Print(Statement statement)
    {
        switch (statement)
        {
            case Comment s:
                _writer.Comment(s.Text);
                break;
            case Block s:
                Print(s.Statements);
                break;
            case Declare s:
                if (!IsUnread(s.Local))
                    _writer.Line(Declaration(s) + ";");
                break;
            case Assign { Target: LocalPlace target } s:
                if (!IsUnread(target.Local))
                    _writer.Line(Assignment(target.Local, s.Value) + ";");
                break;
            case If s:
                Print(s);
                break;
            case Loop s:
                Print(s, null);
                break;
            case Push s:
                _writer.Line(_types.IsRecordedAsLanes(s.Value.Type)
                    ? $"records.Push({_lanes.Print(s.Value)});"
                    : $"records.Push{Kind(s.Value.Type)}({(s.Value.Type is EnumType ? $"(long)({Scalar(s.Value)})" : Scalar(s.Value))});");
                break;
            case Pop { Target: LocalPlace target } s:
                Print(s, target.Local);
                break;
            case Return s:
                for (var i = 0; i < s.Values.Count; i++)
                    _writer.Line(string.Format(CultureInfo.InvariantCulture, _results[i], _lanes.Print(s.Values[i])));
                break;
            default:
                throw new InvalidOperationException($"The printer of lanes does not know {statement.GetType().Name}.");
        }
    }

    private bool IsUnread(Local local) => _printable.Uses.Reads(local) == 0;

    private string Declaration(Declare s)
    {
        var name = _names[s.Local];
        if (_types.IsLanes(s.Local))
            return $"var {name} = {(s.Value is null ? "default(TLanes)" : _lanes.Print(s.Value))}";
        var value = s.Value ?? new Default(s.Local.Type);
        return s.Local.Type is EnumType ? $"{s.Local.Type.CSharpName} {name} = {Scalar(value)}" : $"var {name} = {Scalar(value)}";
    }

    private string Assignment(Local target, Expression value)
    {
        var name = _names[target];
        if (!_types.IsLanes(target))
            return $"{name} = {Scalar(value)}";
        return value is Binary { Type: ScalarType { Kind: ScalarKind.Double }, Left: LocalRead left } sum && left.Local.Equals(target) && LaneExpressionPrinter.Symbol(sum.Operator) is { } symbol
            ? $"{name} {symbol}= {_lanes.Print(sum.Right)}"
            : $"{name} = {_lanes.Print(value)}";
    }

    private string Scalar(Expression expression) => _scalars.Print(expression);

    private string Condition(Expression condition) => _types.IsLanes(condition) ? $"TLanes.Any({_lanes.Print(condition)})" : Scalar(condition);

    private void Print(If s)
    {
        // Two sides there are only where all rows go the same way: by a choice, or by the weights, which are lanes that are all the same.
        var (condition, then, otherwise) = s.Then.Statements.IsEmpty ? (Negations.Not(s.Condition), s.Else, s.Then) : (s.Condition, s.Then, s.Else);
        _writer.Line($"if ({Condition(condition)})");
        Braces(then);
        if (otherwise.Statements.IsEmpty)
            return;
        _writer.Line("else");
        Braces(otherwise);
    }

    private void Braces(Block block)
    {
        _writer.Open();
        Print(block.Statements);
        _writer.Close();
    }

    private void Print(Loop loop, Declare? counter)
    {
        var condition = loop.Condition is null ? "true" : Condition(loop.Condition);
        if (counter is not null)
        {
            var step = (Assign)loop.Step.Statements[0];
            _writer.Line($"for ({Declaration(counter)}; {condition}; {Assignment(((LocalPlace)step.Target).Local, step.Value)})");
            Braces(loop.Body);
            return;
        }

        _writer.Line(loop.While is not null && loop.Condition is null ? "do" : $"while ({condition})");
        _writer.Open();
        Print(loop.Body.Statements);
        Print(loop.Step.Statements);
        if (loop.While is not null && loop.Condition is not null)
        {
            _writer.Line($"if (!({Condition(loop.While)}))");
            _writer.Indent();
            _writer.Line("break;");
            _writer.Outdent();
        }

        _writer.Close(loop.While is not null && loop.Condition is null ? $" while ({Condition(loop.While)});" : "");
    }

    private void Print(Pop s, Local target)
    {
        var value = _types.IsRecordedAsLanes(target.Type) ? "records.Pop<TLanes>()"
            : _types.IsLanes(target) ? LaneExpressionPrinter.Widened(target.Type, $"records.Pop{Kind(target.Type)}()")
            : target.Type is EnumType ? $"({target.Type.CSharpName})records.PopLong()"
            : $"records.Pop{Kind(target.Type)}()";
        if (IsUnread(target))
            _writer.Line($"_ = {value};");
        else
            _writer.Line($"{(_printable.Declares(s, s.Target) ? "var " : "")}{_names[target]} = {value};");
    }

    private static string Kind(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Bool } => "Bool",
        ScalarType { Kind: ScalarKind.Int } => "Int",
        _ => "Long",
    };
}
