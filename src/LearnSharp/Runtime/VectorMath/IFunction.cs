namespace LearnSharp.Runtime;

/// <summary>A function of one argument, written once for registers of every width.</summary>
internal interface IFunction
{
    /// <summary>Evaluates each lane.</summary>
    static abstract T Of<T>(T x)
        where T : struct, ILanes<T>;
}
