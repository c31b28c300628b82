using System;
using System.Linq;
using System.Text.Json;
using LearnSharp.GradBench.Modules;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Tests;

/// <summary>The modules that ask for derivatives inside of what is differentiated, against closed forms, dual numbers and the results that gradbench publishes.</summary>
public sealed class NestedModuleTests
{
    private const double Tolerance = 1e-8;

    public static TheoryData<string> Modes => ["rr", "rf", "fr", "ff"];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Particle_ends_where_gradbench_says(string function) =>
        Evaluate("particle", function, """{"w":0.0}""").GetDouble().ShouldBe(0.2071918746486116, 0.2071918746486116 * Tolerance);

    [Theory]
    [MemberData(nameof(Modes))]
    public void Saddle_ends_where_gradbench_says(string function)
    {
        var output = Evaluate("saddle", function, """{"start":[1.0,1.0]}""").EnumerateArray().Select(static x => x.GetDouble()).ToArray();
        output.Length.ShouldBe(4);
        foreach (var x in output)
            x.ShouldBe(8.246324826140356e-06, 8.246324826140356e-06 * Tolerance);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(-1.25)]
    public void The_slope_of_the_flight_is_that_of_dual_numbers_with_forces_worked_by_hand(double w)
    {
        var expected = Flight(new Dual(w, 1));
        var value = ParticleModule.MissByReverseProgram.Gradient(w, out var slope);
        value.ShouldBe(ParticleModule.MissByReverse(w));
        value.ShouldBe(expected.Value, Math.Abs(expected.Value) * Tolerance);
        slope.ShouldBe(expected.Slope, Math.Abs(expected.Slope) * Tolerance);
        ParticleModule.MissByForwardProgram.Gradient(w, out slope);
        slope.ShouldBe(expected.Slope, Math.Abs(expected.Slope) * Tolerance);
        ParticleModule.MissByReverseProgram.Pushforward(w, 1).Tangent.ShouldBe(expected.Slope, Math.Abs(expected.Slope) * Tolerance);
        ParticleModule.MissByForwardProgram.Pushforward(w, 1).Tangent.ShouldBe(expected.Slope, Math.Abs(expected.Slope) * Tolerance);
    }

    [Fact]
    public void The_slope_of_the_maximum_is_that_of_the_function_at_its_top()
    {
        // The climb does not depend on the point that the function is minimized over.
        SaddleModule.LargestByReverseProgram.Gradient(0.3, -0.7, 1, 0.5, out var dX, out var dY).ShouldBe(SaddleModule.LargestByReverse(0.3, -0.7, 1, 0.5));
        dX.ShouldBe(0.6);
        dY.ShouldBe(-1.4);
        SaddleModule.LargestByForwardProgram.Gradient(0.3, -0.7, 1, 0.5, out dX, out dY);
        dX.ShouldBe(0.6);
        dY.ShouldBe(-1.4);
        SaddleModule.LargestByReverseProgram.Pushforward(0.3, 1, -0.7, 10, 1, 0.5).Tangent.ShouldBe(0.6 - 14, 1e-14);
        SaddleModule.LargestByForwardProgram.Pushforward(0.3, 1, -0.7, 10, 1, 0.5).Tangent.ShouldBe(0.6 - 14, 1e-14);
    }

    [Fact]
    public void The_direction_of_kmeans_leads_every_centroid_to_the_mean_of_its_points()
    {
        const int N = 200, K = 7, D = 3;
        var points = Differences.Numbers(N * D, 31);
        var centroids = points[^(K * D)..];
        static string Rows(double[] flat) => $"[{string.Join(",", flat.Chunk(D).Select(static row => $"[{string.Join(",", row.Select(static x => FormattableString.Invariant($"{x:R}")))}]"))}]";
        var output = Evaluate("kmeans", "dir", $$"""{"points":{{Rows(points)}},"centroids":{{Rows(centroids)}}}""");
        output.GetArrayLength().ShouldBe(K);

        // 2 Σ (c - p) over twice the number of points is c minus their mean.
        var rows = points.Chunk(D).ToList();
        var nearest = rows.ConvertAll(point => centroids.Chunk(D).Select((c, k) => (Distance: c.Zip(point, static (a, b) => (a - b) * (a - b)).Sum(), k)).Min().k);
        for (var k = 0; k < K; k++)
        {
            var own = rows.Where((_, i) => nearest[i] == k).ToList();
            for (var i = 0; i < D; i++)
            {
                var expected = centroids[k * D + i] - own.Average(point => point[i]);
                output[k][i].GetDouble().ShouldBe(expected, Math.Max(Math.Abs(expected), 1e-3) * Tolerance);
            }
        }
    }

    [Fact]
    public void Every_module_of_gradbench_is_defined()
    {
        foreach (var module in new[] { "hello", "gmm", "ba", "ht", "lstm", "ode", "llsq", "lse", "det", "kmeans", "particle", "saddle" })
            Tool.Answer($$"""{"id":1,"kind":"define","module":"{{module}}"}""").ShouldBe("""{"id":1,"success":true}""");
    }

    private static JsonElement Evaluate(string module, string function, string input)
    {
        using var answer = JsonDocument.Parse(Tool.Answer($$"""{"id":1,"kind":"evaluate","module":"{{module}}","function":"{{function}}","input":{{input}}}"""));
        answer.RootElement.GetProperty("success").GetBoolean().ShouldBeTrue();
        return answer.RootElement.GetProperty("output").Clone();
    }

    // The flight of the paper: the force of a charge at distance r is its direction by r².
    private static Dual Flight(Dual w)
    {
        var (x, y, velocityX, velocityY) = (new Dual(0, 0), new Dual(8, 0), new Dual(0.75, 0), new Dual(0, 0));
        (Dual X, Dual Y)[] charges = [(new(10, 0), new Dual(10, 0) - w), (new(10, 0), new(0, 0))];
        while (true)
        {
            var (forceX, forceY) = (new Dual(0, 0), new Dual(0, 0));
            foreach (var charge in charges)
            {
                var (awayX, awayY) = (x - charge.X, y - charge.Y);
                var square = awayX * awayX + awayY * awayY;
                var cube = square * Dual.Root(square);
                (forceX, forceY) = (forceX + awayX / cube, forceY + awayY / cube);
            }

            var tick = new Dual(0.1, 0);
            (x, y) = (x + tick * velocityX, y + tick * velocityY);
            if (y.Value <= 0)
            {
                var crossing = x - y / velocityY * velocityX;
                return crossing * crossing;
            }

            (velocityX, velocityY) = (velocityX + tick * forceX, velocityY + tick * forceY);
        }
    }

    private readonly record struct Dual(double Value, double Slope)
    {
        public static Dual operator +(Dual a, Dual b) => new(a.Value + b.Value, a.Slope + b.Slope);

        public static Dual operator -(Dual a, Dual b) => new(a.Value - b.Value, a.Slope - b.Slope);

        public static Dual operator *(Dual a, Dual b) => new(a.Value * b.Value, a.Slope * b.Value + a.Value * b.Slope);

        public static Dual operator /(Dual a, Dual b) => new(a.Value / b.Value, (a.Slope * b.Value - a.Value * b.Slope) / (b.Value * b.Value));

        public static Dual Root(Dual a) => new(Math.Sqrt(a.Value), a.Slope / (2 * Math.Sqrt(a.Value)));
    }
}
