using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Prints one function: the frame around its statements.</summary>
internal sealed class FunctionPrinter(
    Function function, FunctionNames functions, HashSet<string> workspaces, PrintOptions options, CodeWriter writer)
{
    /// <summary>Prints the function as a method.</summary>
    public void PrintMethod(string modifiers)
    {
        var prepared = PrintableFunction.Prepare(function);
        var names = Names(prepared, keepParameters: false);
        var results = function.Results.Count switch
        {
            0 => "void",
            1 => function.Results[0].CSharpName,
            _ => $"({string.Join(", ", function.Results.Select(r => r.CSharpName))})",
        };
        var parameters = function.Parameters.Select(p => $"{p.Local.Type.CSharpName} {names[p.Local]}");
        if (workspaces.Contains(function.Id))
            parameters = [$"{WorkspaceUse.TypeName} {WorkspaceUse.ParameterName}", .. parameters];
        var prefix = modifiers.Length == 0 ? "" : modifiers + " ";
        writer.Line($"{prefix}{results} {functions[function.Id]}({string.Join(", ", parameters)})");
        writer.Open();
        PrintStatements(prepared, names, ("next", "done"));
        writer.Close();
    }

    /// <summary>Prints the statements alone.</summary>
    /// <param name="hasLocalFunctions">Whether functions stand in the same method: the labels of a method must not hide those of its local functions.</param>
    public void PrintBody(bool hasLocalFunctions)
    {
        var prepared = PrintableFunction.Prepare(function);
        PrintStatements(prepared, Names(prepared, keepParameters: true), hasLocalFunctions ? ("turn", "end") : ("next", "done"));
        writer.EndStatements();
    }

    private LocalNames Names(PrintableFunction prepared, bool keepParameters)
    {
        var reserved = functions.Simple.Concat(options.QualifyMath ? [] : ["Math", "MathF"]);
        return new LocalNames(prepared, workspaces.Contains(function.Id) ? reserved.Append(WorkspaceUse.ParameterName) : reserved, keepParameters);
    }

    private void PrintStatements(PrintableFunction prepared, LocalNames names, (string Turn, string End) labels)
    {
        var overflow = OverflowUse.Of(prepared.Function);
        var context = options.Overflow;
        var block = Around(overflow, context);
        if (block != context)
        {
            writer.Line(block == OverflowContext.Checked ? "checked" : "unchecked");
            writer.Open();
            context = block;
        }

        var expressions = new ExpressionPrinter(names, prepared.Constants, overflow, context, options.QualifyMath, options.Fields);
        new StatementPrinter(prepared, names, expressions, functions, workspaces, options, labels, writer).Print();
        if (block != options.Overflow)
            writer.Close();
    }

    /// <summary>The context of the body: a few operators of the other kind say so themselves; where there are many, a block around all says it
    /// once.</summary>
    private static OverflowContext Around(OverflowUse use, OverflowContext outside)
    {
        const int Few = 2;
        if (outside == OverflowContext.Unknown && use.Unchecked + use.Checked > Few)
            return use.Unchecked > 0 ? OverflowContext.Unchecked : OverflowContext.Checked;
        if (outside == OverflowContext.Unchecked && use.Unchecked == 0 && use.Checked > Few)
            return OverflowContext.Checked;
        if (outside == OverflowContext.Checked && use.Checked == 0 && use.Unchecked > Few)
            return OverflowContext.Unchecked;
        return outside;
    }
}
