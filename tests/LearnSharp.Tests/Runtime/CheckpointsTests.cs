using System;
using System.Collections.Generic;
using LearnSharp.Runtime;

namespace LearnSharp.Tests.Runtime;

/// <summary>The schedule of a loop with checkpoints, run as generated code runs it, against the fewest runs that there are.</summary>
public sealed class CheckpointsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(10)]
    public void A_stretch_is_divided_so_that_the_fewest_turns_are_run_again(int states)
    {
        for (var turns = 1; turns <= 150; turns++)
            Again(turns, states).ShouldBe(Fewest(turns, states), $"{turns} turns");
    }

    [Theory]
    [InlineData(2, 1, 3)]
    [InlineData(2, 2, 6)]
    [InlineData(3, 3, 20)]
    [InlineData(10, 2, 66)]
    [InlineData(100_000, 1, 100_001)]
    [InlineData(4, 0, 1)]
    public void States_and_runs_reach_a_binomial_number_of_blocks(long states, long runs, long blocks) => Checkpoints.Reach(states, runs).ShouldBe(blocks);

    [Fact]
    public void No_turn_of_a_stretch_within_reach_runs_more_often_than_that()
    {
        foreach (var (states, runs) in new[] { (3L, 4L), (8L, 3L), (20L, 2L), (500L, 1L) })
        {
            var blocks = Checkpoints.Reach(states, runs);
            Reversed(7 * blocks, block: 7, states).ShouldBeLessThanOrEqualTo(7 * blocks * runs, $"{states} states");
        }
    }

    [Fact]
    public void A_long_loop_of_unknown_length_runs_at_most_as_often_as_half_of_its_states_allow()
    {
        // Five million turns; blocks of two thousand, room for 200 states: 2,500 blocks, of which one hundred are kept on the way. A hundred states reach the rest in two runs.
        const long Turns = 5_000_000;
        var forward = new Stack<long>([0]);
        var (at, states) = (0L, 200L);
        while (at < Turns)
        {
            at = (long)Math.Min((decimal)at + Checkpoints.Ahead(2_000, forward.Count, states), Turns);
            if (at < Turns)
                forward.Push(at);
        }

        forward.Count.ShouldBe(100);
        Reversed(forward, Turns, 2_000, states).ShouldBeLessThanOrEqualTo(2 * Turns);
    }

    private static long Again(long turns, long states) => Reversed(turns, 1, states);

    private static long Reversed(long turns, long block, long states) => Reversed(new Stack<long>([0]), turns, block, states);

    // What the reverse sweep of a loop does: counts the turns that are run again without being recorded, checks the room that states take, and that every turn is reversed, in order.
    private static long Reversed(Stack<long> kept, long done, long block, long states)
    {
        var again = 0L;
        while (done > 0)
        {
            var from = kept.Pop();
            while (done - from > block)
            {
                kept.Push(from);
                kept.Count.ShouldBeLessThanOrEqualTo((int)states);
                var ahead = Checkpoints.Split(done - from, block, states, kept.Count);
                ahead.ShouldBeInRange(1, done - from - 1);
                again += ahead;
                from += ahead;
            }

            done = from;
        }

        return again;
    }

    // The recurrence of Griewank (1992): the first state is kept, some turns are run, the rest is reversed with one state less, then what was run.
    private static long Fewest(int turns, int states)
    {
        var fewest = new long[turns + 1, states + 1];
        for (var length = 2; length <= turns; length++)
        {
            fewest[length, 0] = long.MaxValue;
            for (var s = 1; s <= states; s++)
            {
                var best = (long)length * (length - 1) / 2;
                for (var front = 1; front < length && s > 1; front++)
                    best = Math.Min(best, front + fewest[length - front, s - 1] + fewest[front, s]);
                fewest[length, s] = best;
            }
        }

        return fewest[turns, states];
    }
}
