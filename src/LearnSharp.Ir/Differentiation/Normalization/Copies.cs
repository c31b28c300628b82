using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Reads a local where a copy of it is read that is made once and outlives no change: <c>var kept = sum; var t = f(x); sum = kept + t;</c> becomes <c>var t = f(x); sum = sum + t;</c>,
/// which the passes know for a sum. A condition keeps its name: what is computed from it again on the way back still finds it when the original has another value.
/// </summary>
internal sealed class Copies : Rewriter
{
    private readonly HashSet<Local> _assigned;
    private readonly IReadOnlyCollection<Local> _results;
    private readonly Dictionary<Local, Local> _originals = [];

    private Copies(HashSet<Local> assigned, IReadOnlyCollection<Local> results) => (_assigned, _results) = (assigned, results);

    /// <summary>Rewrites the body of a function.</summary>
    /// <param name="body">The body.</param>
    /// <param name="results">The locals that are read at its end.</param>
    public static Block Run(Block body, IReadOnlyCollection<Local> results) => new Copies(AssignedLocals.Of(body), results).Visit(body);

    /// <inheritdoc/>
    public override Block Visit(Block block)
    {
        for (var i = 0; i < block.Statements.Count; i++)
        {
            if (block.Statements[i] is Declare { Local: { Type: ScalarType { Kind: not ScalarKind.Bool } } copy, Value: LocalRead { Local: var original } } && !_assigned.Contains(copy)
                && !_results.Contains(copy) && copy.Type.Equals(original.Type) && Outlives(original, copy, block.Statements, i))
            {
                _originals[copy] = original;
            }
        }

        return base.Visit(block);
    }

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement) =>
        statement is Declare s && _originals.ContainsKey(s.Local) ? [] : base.Visit(statement);

    /// <inheritdoc/>
    public override Expression Visit(Expression expression) =>
        expression is LocalRead { Local: var copy } && _originals.TryGetValue(copy, out var original) ? Visit(new LocalRead(original)) : base.Visit(expression);

    // Whether the original keeps its value up to the last read of the copy.
    private bool Outlives(Local original, Local copy, EquatableArray<Statement> statements, int position)
    {
        if (!_assigned.Contains(original))
            return true;
        var last = statements.Count - 1;
        while (last > position && !LocalSearch.Finds(statements[last], copy))
            last--;
        for (var i = position + 1; i <= last; i++)
        {
            // A simple statement reads before it stores.
            if (AssignedLocals.Of(new Block([statements[i]])).Contains(original) && (i < last || statements[i] is not (Declare or Assign or Call)))
                return false;
        }

        // Another copy that stands for this one reads the original there, too.
        return !statements.Skip(position + 1).Any(statement => CopiesOf(statement, copy));
    }

    private static bool CopiesOf(Statement statement, Local copy) => statement switch
    {
        Declare { Value: LocalRead read } => read.Local.Equals(copy),
        Block s => s.Statements.Any(inner => CopiesOf(inner, copy)),
        Labelled s => CopiesOf(s.Body, copy),
        If s => CopiesOf(s.Then, copy) || CopiesOf(s.Else, copy),
        Loop s => CopiesOf(s.Body, copy) || CopiesOf(s.Step, copy),
        _ => false,
    };
}
