namespace LearnSharp.Runtime;

/// <summary>A function of two arguments, written once for registers of every width.</summary>
internal interface IFunction2
{
    /// <summary>Evaluates each lane.</summary>
    static abstract T Of<T>(T x, T y)
        where T : struct, ILanes<T>;
}
