using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>Checks one function: here its statements, scopes and labels; expressions and places in the file beside.</summary>
internal sealed partial class FunctionVerifier(Function function, Dictionary<string, Function> functions, List<VerificationError> errors)
{
    private readonly HashSet<int> _declared = [];
    private readonly Dictionary<int, Local> _inScope = [];
    private readonly HashSet<int> _labels = [];
    private readonly HashSet<int> _labelsInScope = [];
    private readonly List<string> _path = [];

    public void Check()
    {
        if (function.Id.Length == 0 || function.Name.Length == 0)
            Report("The function has no id or no name");
        foreach (var parameter in function.Parameters)
            At("Parameters." + parameter.Local.Name, () => Introduce(parameter.Local));
        for (var i = 0; i < function.Results.Count; i++)
        {
            At($"Results[{i}]", () =>
            {
                CheckType(function.Results[i]);
                if (function.Results.Count > 1 && TypeRules.IsSpan(function.Results[i]))
                    Report($"A span ({function.Results[i]}) cannot be one of several results");
            });
        }

        At("Body", () => CheckBlock(function.Body));
        if (!function.Results.IsEmpty && Completion.CanComplete(function.Body))
            At("Body", () => Report($"The function has {function.Results.Count} result(s), but its end can be reached without a return"));
    }

    private void CheckBlock(Block block)
    {
        var declaredHere = new List<int>();
        for (var i = 0; i < block.Statements.Count; i++)
        {
            var statement = block.Statements[i];
            At($"[{i}]", () => CheckStatement(statement, declaredHere));
        }

        foreach (var id in declaredHere)
            _inScope.Remove(id);
    }

    private void CheckStatement(Statement statement, List<int> declaredHere)
    {
        if (IsSeveralLines(statement.Origin.Text))
            Report("The source text of the statement's origin has several lines");
        switch (statement)
        {
            case Block s:
                CheckBlock(s);
                break;
            case Labelled s:
                WithLabels([s.Label], () => At(".Body", () => CheckBlock(s.Body)));
                break;
            case Declare s:
                if (s.Value is not null)
                    CheckValue(s.Value, s.Local.Type, ".Value", mayAllocate: true);
                if (Introduce(s.Local))
                    declaredHere.Add(s.Local.Id);
                break;
            case Assign s:
                CheckValue(s.Value, CheckPlace(s.Target, ".Target"), ".Value", mayAllocate: s.Target is LocalPlace);
                break;
            case Call s:
                CheckCall(s);
                break;
            case If s:
                CheckValue(s.Condition, ScalarType.Bool, ".Condition");
                At(".Then", () => CheckBlock(s.Then));
                At(".Else", () => CheckBlock(s.Else));
                break;
            case Loop s:
                CheckLoop(s);
                break;
            case Exit s:
                if (!_labelsInScope.Contains(s.Target.Id))
                    Report($"Exit to label {s.Target.Id}, which does not enclose it");
                break;
            case Return s:
                CheckAll(s.Values, function.Results.Select(static type => type), ".Values", "Return", "value");
                break;
            case Throw s:
                if (s.Exception is not Extern { ValueType: OpaqueType })
                    Report($"Throw needs an Extern of an exception type, but has {Describe(s.Exception)}");
                else
                    At(".Exception", () => TypeOf(s.Exception, isWholeValue: true));
                break;
            case Evaluate s:
                if (s.Value is not Extern { Purity: Purity.Effectful })
                    Report($"Evaluate needs an effectful Extern, but has {Describe(s.Value)}");
                else
                    At(".Value", () => TypeOf(s.Value, isWholeValue: true));
                break;
            case Push s:
                if (At(".Value", () => TypeOf(s.Value)) is { } pushed && !TypeRules.CanPush(pushed))
                    Report($"Push of {pushed}: only scalars, enums and arrays can be saved on the workspace");
                break;
            case Pop s:
                if (CheckPlace(s.Target, ".Target") is { } popped && !TypeRules.CanPush(popped))
                    Report($"Pop of {popped}: only scalars, enums and arrays can be saved on the workspace");
                break;
            case PushElements s:
                CheckStretch(s.Array, s.Start, s.End);
                break;
            case PopElements s:
                CheckStretch(s.Array, s.Start, s.End);
                break;
            case Comment s:
                if (IsSeveralLines(s.Text))
                    Report("A comment has several lines");
                break;
            default:
                Report($"Unknown statement {statement.GetType().Name}");
                break;
        }
    }

    private void CheckLoop(Loop loop)
    {
        if (loop.Condition is not null)
            CheckValue(loop.Condition, ScalarType.Bool, ".Condition");
        WithLabels([loop.Break, loop.Continue], () =>
        {
            At(".Body", () => CheckBlock(loop.Body));
            _labelsInScope.Remove(loop.Continue.Id);
            At(".Step", () => CheckBlock(loop.Step));
        });
        if (loop.While is not null)
            CheckValue(loop.While, ScalarType.Bool, ".While");
    }

    private void CheckCall(Call call)
    {
        if (!functions.TryGetValue(call.Function, out var callee))
        {
            Report($"Call of {call.Function}, which the program does not have");
            return;
        }

        if (call.Targets.Count != callee.Results.Count)
            Report($"Call of {call.Function} has {call.Targets.Count} target(s) for {callee.Results.Count} result(s)");
        for (var i = 0; i < call.Targets.Count; i++)
        {
            if (call.Targets[i] is not { } target)
                continue;
            var path = $".Targets[{i}]";
            if (CheckPlace(target, path) is { } type && i < callee.Results.Count && type != callee.Results[i])
                At(path, () => Report($"The result of {call.Function} is {callee.Results[i]}, the target is {type}"));
        }

        var expected = callee.Parameters.Select(static parameter => parameter.Local.Type);
        CheckAll(call.Arguments, expected, ".Arguments", "Call of " + call.Function, "argument");
    }

    /// <summary>Notes a declaration; false when the id was declared before.</summary>
    private bool Introduce(Local local)
    {
        CheckType(local.Type);
        if (!_declared.Add(local.Id))
        {
            Report($"Local {local} is declared a second time");
            return false;
        }

        _inScope[local.Id] = local;
        return true;
    }

    private void WithLabels(Label[] labels, System.Action check)
    {
        foreach (var label in labels)
        {
            if (!_labels.Add(label.Id))
                Report($"Label {label.Id} is used a second time");
            _labelsInScope.Add(label.Id);
        }

        check();
        foreach (var label in labels)
            _labelsInScope.Remove(label.Id);
    }

    private void CheckType(IrType type)
    {
        if (TypeRules.Fault(type) is { } fault)
            Report(fault);
    }

    private static bool IsSeveralLines(string? text) => text is not null && text.IndexOfAny(['\n', '\r', '\u0085', '\u2028', '\u2029']) >= 0;

    private void Report(string what)
    {
        var path = $"{function.Id}: {string.Concat(_path)}";
        errors.Add(new($"{path}: {what}.", path));
    }

    private void At(string segment, System.Action check)
    {
        _path.Add(segment);
        check();
        _path.RemoveAt(_path.Count - 1);
    }

    private T At<T>(string segment, System.Func<T> check)
    {
        _path.Add(segment);
        var result = check();
        _path.RemoveAt(_path.Count - 1);
        return result;
    }

    private void CheckStretch(Expression array, Expression start, Expression end)
    {
        if (At(".Array", () => TypeOf(array)) is { } type && type is not ArrayType { Element: ScalarType { IsFloating: true } })
            Report($"A stretch of {type}: only elements of double and float arrays are saved together");
        if (At(".Start", () => TypeOf(start)) is { } first && !first.Equals(ScalarType.Int))
            Report($"A stretch starts at a {first}, not an int");
        if (At(".End", () => TypeOf(end)) is { } last && !last.Equals(ScalarType.Int))
            Report($"A stretch ends at a {last}, not an int");
    }
}
