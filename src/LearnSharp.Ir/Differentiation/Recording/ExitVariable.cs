namespace LearnSharp.Ir;

/// <summary>The local that remembers through which exit a label was reached: 0 while none was taken, otherwise the number of its site in program order.</summary>
/// <param name="local">The local, an int.</param>
internal sealed class ExitVariable(Local local)
{
    /// <summary>The local.</summary>
    public Local Local { get; } = local;

    /// <summary>The number of sites.</summary>
    public int Sites { get; set; }

    /// <summary>Whether a guard of the reverse sweep reads it.</summary>
    public bool Needed { get; set; }

    /// <summary>Whether its value is pushed before the label's block is entered anew.</summary>
    public bool Save { get; set; }
}
