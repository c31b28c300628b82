using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace LearnSharp.Ir;

/// <summary>
/// A text that two programs share exactly when they are the same code: locals, labels and callees are numbered by their first occurrence, comments
/// and
/// source places are left out. For hashing; it is never read back.
/// </summary>
internal sealed class CanonicalText : Walker
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<int, int> _locals = [];
    private readonly Dictionary<Label, int> _labels = [];
    private readonly List<string> _functions = [];

    /// <summary>The text of a program.</summary>
    public static string Write(IrProgram program)
    {
        var writer = new CanonicalText();
        writer._functions.Add(program.Root.Id);

        // Callees are written in the order of their first call, so that the order in which they were found does not matter.
        for (var i = 0; i < writer._functions.Count; i++)
            writer.Visit(program.Find(writer._functions[i]));
        return writer._text.ToString();
    }

    public override void Visit(Function function)
    {
        _locals.Clear();
        _labels.Clear();
        _text.Append("function");
        foreach (var parameter in function.Parameters)
            Append(parameter.Local);
        _text.Append(" ->");
        foreach (var result in function.Results)
            Append(result);
        base.Visit(function);
        _text.Append('\n');
    }

    public override void Visit(Block block)
    {
        _text.Append('{');
        base.Visit(block);
        _text.Append('}');
    }

    public override void Visit(Statement statement)
    {
        if (statement is Comment)
            return;
        _text.Append('(').Append(statement.GetType().Name);
        AppendDetails(statement);
        base.Visit(statement);
        _text.Append(')');
    }

    public override void Visit(Expression expression)
    {
        _text.Append('(').Append(expression.GetType().Name);
        AppendDetails(expression);
        base.Visit(expression);
        _text.Append(')');
    }

    public override void Visit(Place place)
    {
        _text.Append('[').Append(place.GetType().Name);
        if (place is LocalPlace local)
            Append(local.Local);
        else if (place is FieldPlace field)
            Append(field.Index);
        base.Visit(place);
        _text.Append(']');
    }

    private void AppendDetails(Statement statement)
    {
        switch (statement)
        {
            case Labelled s:
                Append(s.Label);
                break;
            case Declare s:
                Append(s.Local);
                break;
            case Call s:
                Append(FunctionNumber(s.Function));
                foreach (var target in s.Targets)
                    _text.Append(target is null ? '-' : '+');
                break;
            case Loop s:
                Append(s.Break);
                Append(s.Continue);
                _text.Append(s.Condition is null ? '-' : '+').Append(s.While is null ? '-' : '+');
                break;
            case Exit s:
                Append(s.Target);
                break;
        }
    }

    private void AppendDetails(Expression expression)
    {
        switch (expression)
        {
            case Constant e:
                Append(e.Type);
                _text.Append(' ').Append(e.Bits.ToString(CultureInfo.InvariantCulture));
                break;
            case LocalRead e:
                Append(e.Local);
                break;
            case Unary e:
                _text.Append(' ').Append(e.Operator).Append(e.Checked ? " checked" : "");
                break;
            case Binary e:
                _text.Append(' ').Append(e.Operator).Append(e.Checked ? " checked" : "");
                break;
            case Convert e:
                Append(e.Target);
                _text.Append(e.Checked ? " checked" : "");
                break;
            case MathCall e:
                _text.Append(' ').Append(e.Function);
                Append(e.Overload);
                break;
            case FieldRead e:
                Append(e.Index);
                break;
            case Extern e:
                Append(e.Type);
                _text.Append(' ').Append(e.Template).Append(' ').Append(e.Purity);
                break;
            default:
                Append(expression.Type);
                break;
        }
    }

    private void Append(Local local)
    {
        if (!_locals.TryGetValue(local.Id, out var number))
            _locals.Add(local.Id, number = _locals.Count);
        Append(number);
        Append(local.Type);
    }

    private void Append(Label label)
    {
        if (!_labels.TryGetValue(label, out var number))
            _labels.Add(label, number = _labels.Count);
        Append(number);
    }

    private int FunctionNumber(string id)
    {
        var number = _functions.IndexOf(id);
        if (number >= 0)
            return number;
        _functions.Add(id);
        return _functions.Count - 1;
    }

    private void Append(IrType type) => _text.Append(' ').Append(type.CSharpName);

    private void Append(int number) => _text.Append(' ').Append(number.ToString(CultureInfo.InvariantCulture));
}
