using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>Finds the functions that save, restore or rent, themselves or through a callee: they take the workspace as their first
/// parameter.</summary>
internal sealed class WorkspaceUse : Walker
{
    /// <summary>The name of the parameter.</summary>
    public const string ParameterName = "workspace";

    /// <summary>The type of the parameter.</summary>
    public const string TypeName = "global::LearnSharp.Runtime.Workspace";

    private readonly HashSet<string> _calls = [];
    private bool _uses;

    /// <summary>The ids of the functions that need the workspace.</summary>
    public static HashSet<string> Of(IrProgram program)
    {
        var callers = new Dictionary<string, List<string>>();
        var pending = new Stack<string>();
        foreach (var function in CSharpPrinter.Functions(program))
        {
            var use = new WorkspaceUse();
            use.Visit(function);
            if (use._uses)
                pending.Push(function.Id);
            foreach (var callee in use._calls)
            {
                if (!callers.TryGetValue(callee, out var list))
                    callers.Add(callee, list = []);
                list.Add(function.Id);
            }
        }

        var found = new HashSet<string>();
        while (pending.Count > 0)
        {
            var id = pending.Pop();
            if (!found.Add(id) || !callers.TryGetValue(id, out var list))
                continue;
            foreach (var caller in list)
                pending.Push(caller);
        }

        return found;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is Call call)
            _calls.Add(call.Function);
        _uses |= statement is Push or Pop or PushElements or PopElements;
        base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        _uses |= expression is ArrayRent;
        base.Visit(expression);
    }
}
