using System;
using System.Collections.Generic;
using static LearnSharp.Execution.Tests.Gradients.Methods;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>Lists and other collections that are handed to a method.</summary>
public sealed class SequenceTests
{
    private static readonly double[] Xs = [0.3, 1.1, -0.4, 2.0];
    private static readonly (double Size, int Count)[] Items = [(0.5, 2), (1.5, 3)];
    private static readonly double[] More = [0.8, -1.5];

    [Fact]
    public void Weights_of_a_method_that_takes_lists() =>
        GradientCheck.Agrees<ListGivenProgram, ListGivenProgram.Input, ListGivenProgram.Weights, ListGivenProgram.Choices>(new([.. Xs], [.. Items], new Queue<double>(More)), Xs, Items, More);

    [Fact]
    public void Derivatives_by_elements_are_added_to_spans()
    {
        Span<double> dXs = [100, 0, 0, 0];
        Span<(double Size, int Count)> dItems = new (double, int)[2];
        Span<double> dMore = new double[2];
        var value = ListGivenProgram.Gradient([.. Xs], [.. Items], new Queue<double>(More), 0.7, 0.3, dXs, dItems, dMore, out _, out _);
        value.ShouldBe(Run(Xs, Items, More));
        dXs[0] -= 100;
        for (var i = 0; i < Xs.Length; i++)
            dXs[i].ShouldBe(Slope(move => Run(Moved(Xs, i, move), Items, More)), 1e-6);
        for (var i = 0; i < More.Length; i++)
            dMore[i].ShouldBe(Slope(move => Run(Xs, Items, Moved(More, i, move))), 1e-6);
        dItems[0].Size.ShouldBe(2 * 0.7, 1e-12);
        dItems[1].Size.ShouldBe(3 * 0.7, 1e-12);
    }

    [Fact]
    public void Tangents_of_lists_are_spans()
    {
        double[] direction = [1, -2, 0.5, 3];
        var (_, tangent) = ListGivenProgram.Pushforward([.. Xs], direction, [.. Items], new (double, int)[2], new Queue<double>(More), new double[2], 0.7, 0, 0.3, 0);
        tangent.ShouldBe(
            Slope(move =>
            {
                var moved = (double[])Xs.Clone();
                for (var i = 0; i < moved.Length; i++)
                    moved[i] += move * direction[i];
                return Run(moved, Items, More);
            }),
            1e-6);
    }

    [Fact]
    public void A_buffer_of_another_length_is_refused() =>
        Should.Throw<ArgumentException>(() => ListGivenProgram.Gradient([.. Xs], [.. Items], More, 0.7, 0.3, new double[3], new (double, int)[2], new double[2], out _, out _))
            .Message.ShouldContain("The buffer dXs has 3 elements, but xs has 4");

    [Fact]
    public void The_learned_face_takes_the_lists() => ListGivenLearned([.. Xs], [.. Items], More).ShouldBe(Run(Xs, Items, More));

    [Fact]
    public void What_is_no_number_is_found_in_a_list() =>
        ((Func<string?>)(() => Find<ListGivenProgram, ListGivenProgram.Input, ListGivenProgram.Weights, ListGivenProgram.Choices>(new([1, double.NaN], [.. Items], More))))().ShouldBe("Xs[1]");

    [Fact]
    public void Passive_collections_are_gone_through()
    {
        var rates = new Dictionary<string, double> { ["ab"] = 1.5, ["c"] = 0.5 };
        string[] codes = ["c", "ab", "c"];
        HashSet<int> days = [1, 3, 5];
        PassiveCollectionsProgram.Gradient(1.2, rates, codes, days, 0.7, out var dX, out var dA).ShouldBe(PassiveCollections(1.2, rates, codes, days));
        dX.ShouldBe(Slope(move => PassiveCollections(1.2 + move, rates, codes, days)), 1e-6);
        dA.ShouldBe(Slope(move => PassiveCollections(1.2, rates, codes, days, 0.7 + move)), 1e-6);
    }

    private static string? Find<TProgram, TInput, TWeights, TChoices>(TInput input)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, double>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct => TProgram.FindNonFinite(in input, out _);

    private static double Run(double[] xs, (double Size, int Count)[] items, double[] more) => ListGiven([.. xs], items, more);

    private static double[] Moved(double[] values, int index, double move)
    {
        var moved = (double[])values.Clone();
        moved[index] += move;
        return moved;
    }

    private static double Slope(Func<double, double> run) => (run(1e-6) - run(-1e-6)) / 2e-6;
}
