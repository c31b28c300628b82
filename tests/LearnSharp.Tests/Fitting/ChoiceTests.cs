using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Tests.Programs;

namespace LearnSharp.Tests.Fitting;

public class ChoiceTests
{
    private static readonly ChoiceInfo[] s_choices = [new("A", ["x", "y", "z"], 1, false), new("B", ["1", "2", "3", "4"], 0, true)];

    [Fact]
    public void Every_combination_is_asked_for_once_the_start_first_then_in_order()
    {
        var sampler = new ExhaustiveSampler(s_choices, [1, 2]);
        var asked = Ask(sampler, _ => 0);
        asked[0].ShouldBe("1,2");
        asked.Skip(1).ShouldBe(asked.Skip(1).Order(StringComparer.Ordinal));
        asked.Distinct().Count().ShouldBe(12);
        asked.Count.ShouldBe(12);
    }

    [Fact]
    public void A_local_search_asks_for_nothing_twice_and_ends()
    {
        var asked = Ask(new LocalSearchSampler(s_choices, [1, 0], 1, 1000), options => options[0] + options[1]);
        asked[0].ShouldBe("1,0");
        asked.Distinct().Count().ShouldBe(asked.Count);
        asked.Count.ShouldBeLessThanOrEqualTo(12);
    }

    [Fact]
    public void A_local_search_keeps_its_limit_and_repeats_with_its_seed()
    {
        static List<string> Run(ulong seed) => Ask(new LocalSearchSampler(s_choices, [1, 0], seed, 7), options => Math.Sin(options[0] + (5 * options[1])));
        Run(1).Count.ShouldBe(7);
        Run(1).ShouldBe(Run(1));
        Run(1).ShouldNotBe(Run(2));
    }

    [Fact]
    public void Among_many_combinations_a_local_search_finds_the_right_one()
    {
        var rows = Enumerable.Range(0, 60).Select(i => i * 0.1).Select(x => new Row(x))
            .Select(row => (row, Digits.Run(in row, [2.5], [3, 1, 4, 2]))).ToList();
        var fit = Compact<Digits, double>.Fit(rows);
        fit.Choices.Options.ShouldBe([3, 1, 4, 2]);
        fit.W[0].ShouldBe(2.5, 1e-9);
        fit.Loss.ShouldBeLessThan(1e-20);
        fit.Tried.Count.ShouldBeLessThanOrEqualTo(200);
        fit.Warnings.ShouldContain(warning => warning.Contains("1296", StringComparison.Ordinal));
        fit.Tried.Select(tried => tried.Score).ShouldBe(fit.Tried.Select(tried => tried.Score).Order());
    }

    [Fact]
    public void Of_equal_combinations_the_starting_one_is_kept()
    {
        // At x = 0, terms A, B and D of the polynomial vanish; any of their options is as good.
        var fit = Compact<Digits, double>.Fit([(new Row(0), 3.0)], options: new() { ExhaustiveChoices = 2000 });
        fit.Choices.Options.ShouldBe([0, 0, 0, 0]);
        fit.Tried.Count.ShouldBe(1296);
    }

    private static List<string> Ask(IChoiceSampler sampler, Func<int[], double> score)
    {
        var asked = new List<string>();
        while (sampler.Ask() is { } options)
        {
            asked.Add(string.Join(',', options));
            sampler.Tell(options, score(options));
        }

        return asked;
    }
}
