namespace LearnSharp.Ir;

/// <summary>Counts returns.</summary>
internal sealed class ReturnCount : Walker
{
    private int _count;

    /// <summary>The number of <see cref="Return"/> statements in a block and what is nested in it.</summary>
    public static int Of(Block block)
    {
        var walker = new ReturnCount();
        walker.Visit(block);
        return walker._count;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is Return)
            _count++;
        base.Visit(statement);
    }
}
