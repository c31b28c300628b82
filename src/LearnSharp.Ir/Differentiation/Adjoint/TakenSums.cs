using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>Hands a sum on without storing it where it is taken away at once: <c>a[i] += e; d = a[i]; a[i] = 0;</c> becomes <c>d = a[i] + e; a[i] = 0;</c>.</summary>
internal sealed class TakenSums : Rewriter
{
    private static readonly TakenSums s_rewriter = new();

    private TakenSums()
    {
    }

    /// <summary>Rewrites a function.</summary>
    public static Function Run(Function function) => s_rewriter.Visit(function);

    /// <inheritdoc/>
    public override Block Visit(Block block)
    {
        block = base.Visit(block);
        List<Statement>? written = null;
        for (var i = 0; i < block.Statements.Count; i++)
        {
            if (block.Statements[i] is not Assign { Target: ElementPlace { Array: LocalRead, Index: var index } target } add || ElementSums.Added(add) is not { } sum || Reads.Of(index).Elements.Count > 0)
                continue;
            var next = i + 1;
            while (next < block.Statements.Count && block.Statements[next] is Comment)
                next++;
            if (next + 1 >= block.Statements.Count || block.Statements[next] is not Declare { Value: Element taken } declared || !taken.Equals(target.Read)
                || block.Statements[next + 1] is not Assign { Value: Constant } cleared || !cleared.Target.Equals(target) || !Formula.IsZero(cleared.Value))
            {
                continue;
            }

            written ??= [.. block.Statements];
            // Marked, and left out at the end: positions stay those of the block.
            written[i] = Block.Empty;
            written[next] = declared with { Value = sum };
            i = next + 1;
        }

        if (written is null)
            return block;
        written.RemoveAll(static statement => ReferenceEquals(statement, Block.Empty));
        return block with { Statements = written.ToEquatableArray() };
    }
}
