using System;
using LearnSharp.Runtime;

namespace LearnSharp;

/// <content>Many rows at once. A program whose rows can only run one by one leaves these members as they are.</content>
public partial interface IProgram<TInput, TWeights, TChoices, TResult>
{
    /// <summary>The number of columns that <see cref="RunRows"/> reads; −1 where rows run one by one.</summary>
    static virtual int ColumnCount => -1;

    /// <summary>Writes the numbers of an input: numbers and bools (0 or 1) as they are, integers and enums by their bits.</summary>
    /// <param name="input">The data.</param>
    /// <param name="columns">Receives <see cref="ColumnCount"/> numbers.</param>
    static virtual void ReadColumns(in TInput input, Span<double> columns) => throw new NotSupportedException();

    /// <summary>Runs the method for several rows, with our own vector math in the place of <see cref="Math"/>.</summary>
    /// <typeparam name="TLanes">How many rows, and how.</typeparam>
    /// <param name="rows">The rows, and where their results go. Of rows that are marked as failed, the results mean nothing.</param>
    /// <param name="choices">The choices.</param>
    static virtual void RunRows<TLanes>(in RowBlock<TLanes> rows, in TChoices choices)
        where TLanes : struct, ILanes<TLanes> => throw new NotSupportedException();

    /// <summary>The same with the derivatives of each row's result by all weights.</summary>
    /// <typeparam name="TLanes">How many rows, and how.</typeparam>
    /// <param name="rows">The rows, and where their results and derivatives go.</param>
    /// <param name="choices">The choices.</param>
    static virtual void PullbackRows<TLanes>(in RowBlock<TLanes> rows, in TChoices choices)
        where TLanes : struct, ILanes<TLanes> => throw new NotSupportedException();
}
