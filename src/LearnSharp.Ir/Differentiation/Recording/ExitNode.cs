namespace LearnSharp.Ir;

/// <summary>An exit, with the number of its site.</summary>
internal sealed class ExitNode(Label target, ExitVariable variable, int site) : Node
{
    /// <summary>Where to.</summary>
    public Label Target { get; } = target;

    /// <summary>What remembers that it was taken.</summary>
    public ExitVariable Variable { get; } = variable;

    /// <summary>The number of the site, from 1 on.</summary>
    public int Site { get; } = site;
}
