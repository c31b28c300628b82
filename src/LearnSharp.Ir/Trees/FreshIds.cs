namespace LearnSharp.Ir;

/// <summary>Hands out ids of locals and labels that a function does not use yet: what a pass makes its temporaries from.</summary>
public sealed class FreshIds
{
    private int _nextLocal;
    private int _nextLabel;

    /// <summary>A source of ids above every id in <paramref name="function"/>.</summary>
    public FreshIds(Function function)
    {
        var used = new Used();
        foreach (var parameter in function.Parameters)
            used.Note(parameter.Local);
        used.Visit(function);
        (_nextLocal, _nextLabel) = (used.MaxLocal + 1, used.MaxLabel + 1);
    }

    /// <summary>A local with an id of its own.</summary>
    public Local Local(IrType type, string name) => new(_nextLocal++, type, name);

    /// <summary>A label with an id of its own.</summary>
    public Label Label() => new(_nextLabel++);

    private sealed class Used : Walker
    {
        public int MaxLocal { get; private set; } = -1;

        public int MaxLabel { get; private set; } = -1;

        public void Note(Local local) => MaxLocal = System.Math.Max(MaxLocal, local.Id);

        public override void Visit(Statement statement)
        {
            switch (statement)
            {
                case Declare s:
                    Note(s.Local);
                    break;
                case Labelled s:
                    Note(s.Label);
                    break;
                case Loop s:
                    Note(s.Break);
                    Note(s.Continue);
                    break;
            }

            base.Visit(statement);
        }

        private void Note(Label label) => MaxLabel = System.Math.Max(MaxLabel, label.Id);
    }
}
