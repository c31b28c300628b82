using System;
using System.ComponentModel;

namespace LearnSharp.Runtime;

/// <summary>
/// How a long loop is reversed within a limit of memory: which turns are recorded at once, and between which turns the state is kept so that the rest can be run again. Used by generated code.
/// </summary>
/// <remarks>
/// Half of the memory is for states, half for the records of a block of turns. While everything fits, nothing is run twice. Otherwise states are kept block by block, and a stretch that is longer than what they
/// reach is halved as A. Griewank and A. Walther do ("Algorithm 799: Revolve", ACM Transactions on Mathematical Software 26, 2000): with <c>s</c> states and every block run at most <c>r</c> times before its
/// last, recorded run, a stretch of <c>(s + r)! / (s! r!)</c> blocks is reversed.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class Checkpoints
{
    private const long Fewest = 2;
    private const double Huge = 1e15;

    /// <summary>The bytes that a loop may take: what is left of the limit, but never less than a quarter of it.</summary>
    /// <param name="limit">The bytes that all records together may take.</param>
    public static long Room(long limit) => Math.Max(limit - Workspace.Current.Bytes, limit / 4);

    /// <summary>How many turns the next recorded piece of a loop takes: as many as all before it, or what there is room for; −1 where there is hardly any.</summary>
    /// <param name="limit">The bytes that the loop may take.</param>
    /// <param name="before">The bytes that were taken before the loop.</param>
    /// <param name="kept">The bytes that were taken when its first state had been kept.</param>
    /// <param name="done">The number of turns recorded so far, at least one.</param>
    public static long Next(long limit, long before, long kept, long done)
    {
        var taken = Workspace.Current.Bytes;
        var room = Math.Min((limit - (taken - before)) / PerTurn(taken - kept, done), done);
        return room * 8 < done ? -1 : room;
    }

    /// <summary>How many turns half of the limit holds the records of, at least one.</summary>
    /// <param name="limit">The bytes that the loop may take.</param>
    /// <param name="kept">The bytes that were taken before <paramref name="turns"/> were recorded.</param>
    /// <param name="turns">The number of turns recorded since, at least one.</param>
    public static long Block(long limit, long kept, long turns) => Math.Max(limit / 2 / PerTurn(Workspace.Current.Bytes - kept, turns), 1);

    /// <summary>A block that turned out to take more memory than half of the limit made smaller; any other as it was.</summary>
    /// <param name="block">The number of turns of a block.</param>
    /// <param name="limit">The bytes that the loop may take.</param>
    /// <param name="kept">The bytes that were taken before <paramref name="turns"/> were recorded.</param>
    /// <param name="turns">The number of turns recorded since.</param>
    public static long Fitting(long block, long limit, long kept, long turns) => Math.Min(block, Block(limit, kept, turns));

    /// <summary>How many states half of the limit holds, at least two.</summary>
    /// <param name="limit">The bytes that the loop may take.</param>
    /// <param name="state">The bytes of a state.</param>
    public static long States(long limit, long state) => Math.Max(limit / 2 / Math.Max(state, 1), Fewest);

    /// <summary>How many turns the loop runs before its state is kept again: a block, until half of the states are used; then all of them.</summary>
    /// <param name="block">The number of turns of a block.</param>
    /// <param name="used">The number of states kept.</param>
    /// <param name="states">The number of states that there is room for.</param>
    public static long Ahead(long block, long used, long states) => used < (states + 1) / 2 ? block : long.MaxValue;

    /// <summary>Where a stretch is divided whose first state is kept: the number of turns in front of the next state, so that in all the fewest turns are run again.</summary>
    /// <param name="turns">The number of turns of the stretch, more than a block.</param>
    /// <param name="block">The number of turns of a block.</param>
    /// <param name="states">The number of states that there is room for.</param>
    /// <param name="used">The number of states kept.</param>
    public static long Split(long turns, long block, long states, long used)
    {
        var blocks = ((turns - 1) / block) + 1;
        return block * (used < states ? Front(blocks, states - used + 1) : blocks - 1);
    }

    // The stretch behind the new state has one state less, the one in front of it one run less. Every division within these bounds takes the fewest runs (Griewank and Walther, 2000, section 2).
    private static long Front(long blocks, long states)
    {
        var runs = 1;
        while (Reach(states, runs) < blocks)
            runs++;
        var front = Math.Max(blocks - Reach(states - 1, runs), Reach(states, runs - 2));
        return Math.Max(Math.Min(front, blocks - 1), 1);
    }

    /// <summary>The number of blocks that so many states, the one in front of them included, reverse with so many runs of each but its last: <c>(states + runs)! / (states! runs!)</c>.</summary>
    internal static long Reach(long states, long runs)
    {
        if (runs < 0)
            return 0;
        var (few, many) = (Math.Min(states, runs), Math.Max(states, runs));
        var reach = 1.0;
        for (var i = 1; i <= few && reach < Huge; i++)
            reach = reach * (many + i) / i;
        return reach < Huge ? (long)Math.Round(reach) : long.MaxValue;
    }

    private static long PerTurn(long bytes, long turns) => Math.Max((bytes / Math.Max(turns, 1)) + 1, 1);
}
