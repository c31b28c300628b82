using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Finds and completes the calls of lifted functions that were written before it was known what they share.</summary>
/// <param name="isSought">Which calls.</param>
internal sealed class LiftedCalls(Func<Call, bool> isSought) : Rewriter
{
    private bool _isFound;

    /// <summary>What a call becomes.</summary>
    public Func<Call, Call> Complete { get; init; } = static call => call;

    /// <summary>A local that one call changes in two ways.</summary>
    public Local? Twice { get; private set; }

    /// <summary>Whether such a call is among statements.</summary>
    public bool FoundIn(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements)
            Visit(statement);
        return _isFound;
    }

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement)
    {
        if (statement is not Call call || !isSought(call))
            return base.Visit(statement);
        _isFound = true;
        var complete = Complete(call);
        var seen = new HashSet<Local>();
        Twice ??= complete.Targets.OfType<LocalPlace>().Select(static place => place.Local).FirstOrDefault(local => !seen.Add(local));
        return [complete];
    }
}
