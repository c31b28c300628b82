using System;
using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>
/// Gives every local of a function a name that C# accepts where the printer declares it: unique among the names of the scopes around and inside
/// (CS0136), while
/// scopes side by side may use the same name.
/// </summary>
internal sealed class LocalNames
{
    private readonly Dictionary<int, string> _names = [];
    private readonly HashSet<string> _reserved;
    private readonly PrintableFunction _printable;

    /// <summary>Names the locals of a function.</summary>
    /// <param name="printable">The function.</param>
    /// <param name="reserved">Names that mean something else in its body.</param>
    /// <param name="keepParameters">Whether the parameters keep their names, since they stand in a signature written elsewhere.</param>
    public LocalNames(PrintableFunction printable, IEnumerable<string> reserved, bool keepParameters)
    {
        _printable = printable;
        _reserved = new HashSet<string>(reserved, StringComparer.Ordinal);
        var scope = new Scope(null);
        foreach (var parameter in printable.Function.Parameters)
        {
            if (keepParameters)
                scope.Take(_names[parameter.Local.Id] = Identifiers.Sanitize(parameter.Local.Name));
            else
                Name(parameter.Local, scope);
        }

        Visit(printable.Function.Body.Statements, scope);
    }

    /// <summary>The local's name, escaped.</summary>
    public string this[Local local] =>
        _names.TryGetValue(local.Id, out var name)
            ? Identifiers.Escape(name)
            : throw new InvalidOperationException($"The local {local} is used but nowhere declared.");

    /// <summary>A name for something that is no local, used nowhere else in the function.</summary>
    public string Free(string name) => Identifiers.Unique(name, candidate => _reserved.Contains(candidate) || _names.ContainsValue(candidate));

    private void Name(Local local, Scope scope)
    {
        var name = Identifiers.Unique(Identifiers.Sanitize(local.Name), n => _reserved.Contains(n) || scope.IsTaken(n));
        _names[local.Id] = name;
        scope.Take(name);
    }

    private void NameDeclared(Statement statement, Place? target, Scope scope)
    {
        if (_printable.Declares(statement, target))
            Name(((LocalPlace)target!).Local, scope);
    }

    private void Visit(EquatableArray<Statement> statements, Scope scope)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            if (statements[i] is Declare counter && i + 1 < statements.Count && counter.IsCounterOf(statements[i + 1], _printable.Uses))
            {
                var head = new Scope(scope);
                Name(counter.Local, head);
                Visit(statements[i + 1], head);
                i++;
            }
            else
            {
                Visit(statements[i], scope);
            }
        }
    }

    private void Visit(Statement statement, Scope scope)
    {
        switch (statement)
        {
            case Declare declaration:
                Name(declaration.Local, scope);
                break;
            case Call call:
                foreach (var target in call.Targets)
                    NameDeclared(call, target, scope);
                break;
            case Pop pop:
                NameDeclared(pop, pop.Target, scope);
                break;
            case Block block:
                // Plain blocks are printed without braces: their locals live in the scope around.
                Visit(block.Statements, scope);
                break;
            case Labelled labelled:
                Visit(labelled.Body.Statements, scope);
                break;
            case If branch:
                Visit(branch.Then.Statements, new Scope(scope));
                Visit(branch.Else.Statements, new Scope(scope));
                break;
            case Loop loop:
                var turn = new Scope(scope);
                Visit(loop.Body.Statements, turn);
                Visit(loop.Step.Statements, turn);
                break;
        }
    }

    private sealed class Scope(Scope? parent)
    {
        private readonly HashSet<string> _own = new(StringComparer.Ordinal);
        private readonly HashSet<string> _inside = new(StringComparer.Ordinal);

        public bool IsTaken(string name)
        {
            if (_inside.Contains(name))
                return true;
            for (var scope = this; scope is not null; scope = scope.Parent)
            {
                if (scope._own.Contains(name))
                    return true;
            }

            return false;
        }

        private Scope? Parent { get; } = parent;

        public void Take(string name)
        {
            _own.Add(name);
            for (var scope = Parent; scope is not null; scope = scope.Parent)
                scope._inside.Add(name);
        }
    }
}
