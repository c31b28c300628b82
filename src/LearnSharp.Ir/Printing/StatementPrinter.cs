using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Prints the statements of one function.</summary>
internal sealed partial class StatementPrinter(
    PrintableFunction printable,
    LocalNames names,
    ExpressionPrinter expressions,
    FunctionNames functions,
    HashSet<string> workspaces,
    PrintOptions options,
    (string Turn, string End) labels,
    CodeWriter writer)
{
    /// <summary>Prints the function's statements.</summary>
    public void Print() => Print(printable.Function.Body.Statements);

    private void Print(EquatableArray<Statement> statements)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            if (statements[i] is Declare counter && i + 1 < statements.Count && counter.IsCounterOf(statements[i + 1], printable.Uses))
            {
                if (!TryPrintLanes((Loop)statements[i + 1], counter))
                    PrintLoop((Loop)statements[i + 1], counter);
                i++;
            }
            else if (statements[i] is Call call && i + 1 < statements.Count && IsHandedOn(call, statements[i + 1]))
            {
                writer.Line($"return {PrintInvocation(call)};");
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
                writer.Comment(s.Text);
                break;
            case Block s:
                Print(s.Statements);
                break;
            case Labelled s:
                Print(s.Body.Statements);
                PlaceLabel(s.Label);
                break;
            case If s:
                PrintIf(s);
                break;
            case Loop s:
                PrintLoop(s, counter: null);
                break;
            case Declare s:
                if (s.Value is not null || !IsUnread(s.Local))
                    writer.Line(PrintDeclaration(s) + ";");
                break;
            default:
                writer.Line(PrintSimple(statement) + ";");
                break;
        }
    }

    /// <summary>Whether a block is one line, so that it needs no braces.</summary>
    private bool IsOneLine(Block block) => block.Statements.Count == 1 && block.Statements[0] switch
    {
        Assign or Return or Throw or Exit or Evaluate or Push or PushElements or PopElements => true,
        Pop s => !Declares(s, s.Target),
        Call s => !s.Targets.Any(t => Declares(s, t)),
        _ => false,
    };

    private string PrintSimple(Statement statement) => statement switch
    {
        Assign s => PrintAssignment(s),
        Call s => PrintCall(s),
        Return s => s.Values.Count switch
        {
            0 => "return",
            1 => "return " + expressions.PrintConverted(s.Values[0]),
            _ => $"return ({string.Join(", ", s.Values.Select(v => expressions.PrintItem(v, convert: true)))})",
        },
        Throw s => "throw " + expressions.Print(s.Exception),
        Exit s => PrintExit(s),
        Evaluate s => PrintEvaluation(s.Value),
        Push s => PrintPush(s.Value),
        Pop s => PrintPop(s),
        PushElements s => $"{WorkspaceUse.ParameterName}.PushElements({PrintStretch(s.Array, s.Start, s.End)})",
        PopElements s => $"{WorkspaceUse.ParameterName}.PopElements({PrintStretch(s.Array, s.Start, s.End)})",
        _ => throw new InvalidOperationException($"The printer does not know {statement.GetType().Name}."),
    };

    private string PrintDeclaration(Declare s)
    {
        var type = s.Local.Type;
        if (IsUnread(s.Local))
            return "_ = " + expressions.Print(s.Value!);
        if (s.Value is null)
        {
            if (!printable.NeedsValue.Contains(s.Local.Id))
                return $"{type.CSharpName} {names[s.Local]}";
            return PrintDefault(s.Local);
        }

        if (printable.Constants.Contains(s.Local.Id))
            return $"const {type.CSharpName} {names[s.Local]} = {expressions.Print(s.Value)}";
        if (s.Value is Default)
            return PrintDefault(s.Local);

        // A tuple's element names, a template's type and an implicit conversion are the declaration's to say.
        var spelled = type is StructType { Form: StructForm.Tuple } or OpaqueType || s.Value is Extern
            || (s.Value is Convert conversion && ExpressionPrinter.IsImplicit(conversion));
        return $"{(spelled ? type.CSharpName : "var")} {names[s.Local]} = {expressions.PrintConverted(s.Value)}";
    }

    private string PrintDefault(Local local) => local.Type switch
    {
        ScalarType => $"var {names[local]} = {expressions.Print(new Default(local.Type))}",
        ArrayType { Kind: ArrayKind.Array } or OpaqueType => $"{local.Type.CSharpName} {names[local]} = default!",
        _ => $"{local.Type.CSharpName} {names[local]} = default",
    };

    private string PrintAssignment(Assign s)
    {
        if (IsUnread(s.Target))
            return "_ = " + expressions.Print(s.Value);
        var target = expressions.Print(s.Target);
        if (s.Value is Binary { IsComparison: false, IsShortCircuit: false, Operator: not BinaryOperator.WithDerivativeOf } operation && operation.Left.Equals(s.Target.Read)
            && expressions.FitsContext(operation))
        {
            if (operation.Operator is BinaryOperator.Add or BinaryOperator.Subtract && operation.Right is Constant { Bits: 1, Type: ScalarType { IsInteger: true } })
                return target + (operation.Operator == BinaryOperator.Add ? "++" : "--");
            if (!DividesByConstantZero(operation) && operation.Operator != BinaryOperator.Or)
                return $"{target} {ExpressionPrinter.Operator(operation.Operator).Symbol}= {expressions.PrintConverted(operation.Right)}";
        }

        return $"{target} = {expressions.PrintConverted(s.Value)}";
    }

    private static bool DividesByConstantZero(Binary e) =>
        e.Operator is BinaryOperator.Divide or BinaryOperator.Remainder && e.Type is ScalarType { IsInteger: true } && e.Right is Constant { Bits: 0 } or Default;

    /// <summary>Whether a call's results are declared only to be returned as they are.</summary>
    private bool IsHandedOn(Call call, Statement next) =>
        next is Return { Values: var values }
        && values.Count > 0
        && values.Count == call.Targets.Count
        && values.Zip(call.Targets, (value, target) => Declares(call, target) && value.Equals(target!.Read) && printable.Uses.Reads(((LocalPlace)target).Local) == 1)
            .All(same => same);

    private string PrintCall(Call s)
    {
        var call = PrintInvocation(s);
        if (s.Targets.All(t => t is null || IsUnread(t)))
            return call;
        if (s.Targets.Count == 1)
            return (Declares(s, s.Targets[0]) ? "var " : "") + PrintTarget(s.Targets[0]) + " = " + call;
        if (s.Targets.All(t => t is null || IsUnread(t) || Declares(s, t)))
            return $"var ({string.Join(", ", s.Targets.Select(PrintTarget))}) = {call}";
        return $"({string.Join(", ", s.Targets.Select(t => (Declares(s, t) ? "var " : "") + PrintTarget(t)))}) = {call}";
    }

    private string PrintInvocation(Call s)
    {
        var convert = !options.Callees.ContainsKey(s.Function);
        var arguments = s.Arguments.Select(a => expressions.PrintItem(a, convert));
        if (workspaces.Contains(s.Function) && functions.IsPrinted(s.Function))
            arguments = [WorkspaceUse.ParameterName, .. arguments];
        return $"{functions[s.Function]}({string.Join(", ", arguments)})";
    }

    private string PrintTarget(Place? target) => target is null || IsUnread(target) ? "_" : expressions.Print(target);

    private string PrintEvaluation(Expression value)
    {
        var text = expressions.Print(value);
        var isCall = value is Extern { Template: { } template } && template[0] != '(' && text[text.Length - 1] == ')' && text[0] != '(' && !text.Contains(" = ");
        return isCall ? text : "_ = " + text;
    }

    private string PrintPush(Expression value)
    {
        var text = value.Type switch
        {
            EnumType => $"(long){expressions.Print(value, Precedence.Unary)}",

            // Small numbers would find an overload for larger ones.
            OpaqueType => $"(object?){expressions.Print(value, Precedence.Unary)}",
            _ => expressions.Print(value),
        };
        return $"{WorkspaceUse.ParameterName}.Push({text})";
    }

    private string PrintStretch(Expression array, Expression start, Expression end) =>
        $"{expressions.Print(array)}, {expressions.PrintItem(start, convert: true)}, {expressions.PrintItem(end, convert: true)}";

    private string PrintPop(Pop s)
    {
        var target = s.Target;
        var pop = target.Type switch
        {
            ScalarType { Kind: var kind } => $"{WorkspaceUse.ParameterName}.Pop{kind}()",
            EnumType => $"({target.Type.CSharpName}){WorkspaceUse.ParameterName}.PopLong()",
            _ => $"{WorkspaceUse.ParameterName}.PopReference<{target.Type.CSharpName}>()",
        };
        if (IsUnread(target))
            return target.Type is EnumType ? $"{WorkspaceUse.ParameterName}.PopLong()" : pop;
        return $"{(Declares(s, target) ? "var " : "")}{expressions.Print(target)} = {pop}";
    }

    private bool Declares(Statement statement, Place? target) => printable.Declares(statement, target) && !IsUnread(target!);

    /// <summary>Whether nobody looks at what is stored: C# warns of such variables, so they are not declared.</summary>
    private bool IsUnread(Place target) => target switch
    {
        LocalPlace p => IsUnread(p.Local),
        FieldPlace p => IsUnread(p.Struct),
        _ => false,
    };

    private bool IsUnread(Local local) => !printable.Parameters.Contains(local.Id) && printable.Uses.Reads(local) == 0;
}
