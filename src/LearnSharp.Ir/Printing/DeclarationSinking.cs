using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Moves a declaration without a value down to the statement of its block that first sets the local: <c>var x = …;</c> instead of two
/// lines.</summary>
internal sealed class DeclarationSinking : Rewriter
{
    /// <summary>The calls and pops that declare locals, with those locals' ids.</summary>
    public Dictionary<Statement, HashSet<int>> Declaring { get; } = new(ReferenceComparer<Statement>.Instance);

    /// <inheritdoc/>
    public override Block Visit(Block block)
    {
        var visited = base.Visit(block);
        if (!visited.Statements.Any(static statement => statement is Declare { Value: null }))
            return visited;
        var statements = visited.Statements.ToList();
        for (var i = statements.Count - 1; i >= 0; i--)
        {
            if (statements[i] is not Declare { Value: null } declaration)
                continue;
            var first = i + 1;
            while (first < statements.Count && !LocalSearch.Finds(statements[first], declaration.Local))
                first++;
            if (first == statements.Count)
                statements.RemoveAt(i);
            else if (AsDeclaration(declaration.Local, statements[first]) is { } declaring)
            {
                statements[first] = declaring;
                statements.RemoveAt(i);
            }
        }

        return visited with { Statements = statements.ToEquatableArray() };
    }

    /// <summary>The statement as the local's declaration; null when it does not simply set it.</summary>
    private Statement? AsDeclaration(Local local, Statement statement)
    {
        if (LocalSearch.FindsRead(statement, local))
            return null;
        switch (statement)
        {
            case Assign { Target: LocalPlace } assignment:
                return new Declare(local, assignment.Value) { Origin = assignment.Origin };
            case Pop { Target: LocalPlace }:
            case Call call when call.Targets.Count(t => t is LocalPlace { Local: var set } && set.Equals(local)) == 1
                && LocalUses.Of(call).Writes(local) == 1:
                if (!Declaring.TryGetValue(statement, out var locals))
                    Declaring.Add(statement, locals = []);
                locals.Add(local.Id);
                return statement;
            default:
                return null;
        }
    }
}
