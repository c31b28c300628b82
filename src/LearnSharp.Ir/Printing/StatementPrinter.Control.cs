using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Branches, loops and jumps.</summary>
internal sealed partial class StatementPrinter
{
    private readonly Stack<Frame> _loops = new();
    private readonly Dictionary<int, string> _labels = [];
    private readonly HashSet<string> _labelNames = [];

    private void PrintIf(If statement)
    {
        var branches = new List<(string? Condition, Block Body)>();
        for (var next = statement; ;)
        {
            if (next.Then.Statements.IsEmpty && next.Else.Statements.IsEmpty && branches.Count == 0)
            {
                // Only the condition is left, which may throw.
                writer.Line($"_ = {expressions.Print(next.Condition)};");
                return;
            }

            var inverted = next.Then.Statements.IsEmpty;
            branches.Add((expressions.Print(inverted ? Negations.Not(next.Condition) : next.Condition), inverted ? next.Else : next.Then));
            if (inverted || next.Else.Statements.IsEmpty)
                break;
            if (next.Else.Statements.Count == 1 && next.Else.Statements[0] is If elseIf)
            {
                next = elseIf;
                continue;
            }

            branches.Add((null, next.Else));
            break;
        }

        var braces = !branches.All(b => IsOneLine(b.Body));
        for (var i = 0; i < branches.Count; i++)
        {
            var (condition, body) = branches[i];
            writer.Line((i > 0 ? "else" : "") + (i > 0 && condition is not null ? " " : "") + (condition is null ? "" : $"if ({condition})"));
            PrintBody(body, braces);
        }
    }

    private void PrintBody(Block body, bool braces)
    {
        if (braces)
            writer.Open();
        else
            writer.Indent();
        Print(body.Statements);
        if (braces)
            writer.Close();
        else
            writer.Outdent();
    }

    private void PrintLoop(Loop loop, Declare? counter)
    {
        var shape = loop.Shape();
        var condition = loop.Condition is null ? "true" : expressions.Print(loop.Condition);
        switch (shape)
        {
            case LoopShape.For:
                var start = counter is null ? "" : PrintDeclaration(counter);
                writer.Line($"for ({start}; {condition}; {PrintSimple(loop.Step.Statements[0])})");
                break;
            case LoopShape.Do:
                writer.Line("do");
                break;
            default:
                writer.Line($"while ({condition})");
                break;
        }

        var braces = shape is LoopShape.Do or LoopShape.General || !IsOneLine(loop.Body);
        if (braces)
            writer.Open();
        else
            writer.Indent();
        _loops.Push(new Frame(loop.Break, loop.Continue, shape != LoopShape.General));
        Print(loop.Body.Statements);
        PlaceLabel(loop.Continue);
        if (shape == LoopShape.General)
        {
            Print(loop.Step.Statements);
            if (loop.While is not null)
            {
                writer.Line($"if ({expressions.Print(Negations.Not(loop.While))})");
                writer.Indent();
                writer.Line("break;");
                writer.Outdent();
            }
        }

        _loops.Pop();
        if (braces)
            writer.Close(shape == LoopShape.Do ? $" while ({expressions.Print(loop.While!)});" : "");
        else
            writer.Outdent();
        PlaceLabel(loop.Break);
    }

    private string PrintExit(Exit exit)
    {
        if (_loops.Count > 0)
        {
            var innermost = _loops.Peek();
            if (exit.Target.Equals(innermost.Break))
                return "break";
            if (innermost.HasContinue && exit.Target.Equals(innermost.Continue))
                return "continue";
        }

        if (!_labels.TryGetValue(exit.Target.Id, out var name))
        {
            var isTurn = _loops.Any(l => exit.Target.Equals(l.Continue));
            name = Identifiers.Unique(isTurn ? labels.Turn : labels.End, _labelNames.Contains);
            _labelNames.Add(name);
            _labels.Add(exit.Target.Id, name);
        }

        return "goto " + name;
    }

    /// <summary>Writes the label if something jumps to it: every exit stands before its target.</summary>
    private void PlaceLabel(Label label)
    {
        if (_labels.TryGetValue(label.Id, out var name))
            writer.Label(name);
    }

    private sealed record Frame(Label Break, Label Continue, bool HasContinue);
}
