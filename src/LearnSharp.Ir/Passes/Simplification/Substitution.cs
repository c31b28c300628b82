using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>Replaces reads of locals by constants.</summary>
/// <param name="values">The constants, by the local's id.</param>
internal sealed class Substitution(Dictionary<int, Constant> values) : Rewriter
{
    /// <inheritdoc/>
    public override Expression Visit(Expression expression) =>
        expression is LocalRead read && values.TryGetValue(read.Local.Id, out var value) ? value : base.Visit(expression);
}
