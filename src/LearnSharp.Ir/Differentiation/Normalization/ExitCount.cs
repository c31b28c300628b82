namespace LearnSharp.Ir;

/// <summary>Counts exits to a label.</summary>
internal sealed class ExitCount : Walker
{
    private readonly Label _label;
    private int _count;

    private ExitCount(Label label) => _label = label;

    /// <summary>The number of exits to a label in a statement and what is nested in it.</summary>
    public static int To(Label label, Statement statement)
    {
        var walker = new ExitCount(label);
        walker.Visit(statement);
        return walker._count;
    }

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is Exit exit && exit.Target.Equals(_label))
            _count++;
        base.Visit(statement);
    }
}
