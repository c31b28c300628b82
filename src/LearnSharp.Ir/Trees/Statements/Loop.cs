namespace LearnSharp.Ir;

/// <summary>
/// A loop. Each turn: leave when <paramref name="Condition"/> is false; run <paramref name="Body"/>; run <paramref name="Step"/> (an exit to
/// <paramref name="Continue"/> arrives here); leave when <paramref name="While"/> is false. <c>while</c> has a condition, <c>for</c> a condition and a step,
/// <c>do</c> only the last test.
/// </summary>
/// <param name="Break">Exits to it leave the loop.</param>
/// <param name="Continue">Exits to it from the body go on with the step.</param>
/// <param name="Condition">Tested before each turn, or null for true.</param>
/// <param name="Body">The statements of a turn.</param>
/// <param name="Step">Run after each turn.</param>
/// <param name="While">Tested after each turn's step, or null for true: the loop goes on while it holds.</param>
public sealed record Loop(Label Break, Label Continue, Expression? Condition, Block Body, Block Step, Expression? While) : Statement
{
    /// <summary>Whether array locals of different names in the loop hold different elements, if any is written there. Said by passes that know; the printer makes lanes of such loops.</summary>
    public bool IsSeparate { get; init; }

    /// <summary>Whether sums over the turns may be taken in another order: those of a reverse sweep may.</summary>
    public bool HasFreeSums { get; init; }

    /// <summary>
    /// Whether no turn finds anything in the arrays that it writes but what it put there itself, those aside that turns only add to: any of the turns alone would do the same. Said by passes that know.
    /// </summary>
    public bool HasOwnTurns { get; init; }
}
