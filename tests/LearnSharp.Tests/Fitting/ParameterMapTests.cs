using System;
using System.Linq;
using LearnSharp.Optimization;

namespace LearnSharp.Tests.Fitting;

public class ParameterMapTests
{
    private static readonly WeightInfo[] s_weights =
    [
        new("Top", 8, Max: 9, Above: 1),
        new("Middle", 4, Min: 3, Max: 20, Above: 2),
        new("Bottom", 1, Min: -5),
        new("Rate", 0.01, Min: 1e-6, Max: 10, Log: true),
        new("Faster", 0.1, Max: 100, Log: true, Above: 3),
        new("Open", 2, Log: true, Above: 3),
        new("Fixed", 7, Fixed: true),
        new("AboveFixed", 7.5, Above: 6),
        new("Far", 3, Above: 2),
    ];

    private static double[] Starts => [.. s_weights.Select(weight => weight.Start)];

    [Fact]
    public void Weights_survive_the_way_to_parameters_and_back()
    {
        var map = new ParameterMap(s_weights, Starts);
        var weights = new double[s_weights.Length];
        map.ToWeights(map.ToParameters(Starts), weights);
        for (var i = 0; i < weights.Length; i++)
            weights[i].ShouldBe(Starts[i], 1e-14 * Math.Abs(Starts[i]), s_weights[i].Name);
    }

    [Fact]
    public void Any_parameters_within_their_bounds_are_weights_within_theirs()
    {
        var map = new ParameterMap(s_weights, Starts);
        var points = new StartingPoints(map.Bounds, 7);
        var x = new double[map.Count];
        var w = new double[s_weights.Length];
        for (var draw = 0; draw < 2000; draw++)
        {
            points.Draw(map.ToParameters(Starts), 3, x);
            map.ToWeights(x, w);
            for (var i = 0; i < w.Length; i++)
            {
                w[i].ShouldBeGreaterThanOrEqualTo(s_weights[i].Min, s_weights[i].Name);
                w[i].ShouldBeLessThanOrEqualTo(s_weights[i].Max, s_weights[i].Name);
                if (s_weights[i].Above >= 0)
                    w[i].ShouldBeGreaterThanOrEqualTo(w[s_weights[i].Above], s_weights[i].Name);
            }

            w[6].ShouldBe(7);
        }
    }

    [Fact]
    public void A_parameter_on_its_bound_is_a_weight_on_its_own()
    {
        WeightInfo[] weights = [new("Far", 400, 150, 3000, Log: true)];
        var map = new ParameterMap(weights, [400]);
        var w = new double[1];

        map.ToWeights(map.Bounds.Upper, w);
        w[0].ShouldBe(3000);
        map.ToWeights(map.Bounds.Lower, w);
        w[0].ShouldBe(150);
    }

    [Fact]
    public void Derivatives_by_parameters_agree_with_differences()
    {
        var map = new ParameterMap(s_weights, Starts);
        var x = map.ToParameters(Starts);
        var w = new double[s_weights.Length];
        map.ToWeights(x, w);
        map.Linearize(x, w);
        var byWeights = Enumerable.Range(1, w.Length).Select(i => Math.Sin(i)).ToArray();
        var byParameters = new double[map.Count];
        map.PullBack((double[])byWeights.Clone(), byParameters);
        for (var k = 0; k < map.Count; k++)
        {
            const double Step = 1e-6;
            var (up, down) = ((double[])x.Clone(), (double[])x.Clone());
            up[k] += Step;
            down[k] -= Step;
            var difference = (Value(up) - Value(down)) / (2 * Step);
            byParameters[k].ShouldBe(difference, 1e-6 * (1 + Math.Abs(difference)), s_weights[map.WeightOf(k)].Name);
        }

        double Value(double[] at)
        {
            var weights = new double[s_weights.Length];
            map.ToWeights(at, weights);
            return weights.Zip(byWeights, (a, b) => a * b).Sum();
        }
    }
}
