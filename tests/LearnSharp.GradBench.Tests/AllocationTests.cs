using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using LearnSharp.GradBench.Modules;

namespace LearnSharp.GradBench.Tests;

/// <summary>Derivatives take their memory once: what a call needs is kept for the next one.</summary>
public sealed class AllocationTests
{
    private const int ArrayHeader = 24;

    private const string Mixture = """
        {"d":2,"k":2,"n":3,"x":[[0.1,0.2],[0.3,-0.4],[0.5,0.6]],"m":0,"gamma":1,"alpha":[0.1,0.2],"mu":[[0,0.1],[0.2,0.3]],"q":[[0.1,0],[0,0.2]],"l":[[0.3],[0.4]]}
        """;

    private const string Bundle = """
        {"n":2,"m":3,"p":12,"cam":[0.1,0.2,0.3,0,0,-5,2,0.5,0.25,0.01,0.02],"x":[1,2,3],"w":0.75,"feat":[0.5,1.5]}
        """;

    private const string Sequence = """
        {"main_params":[[0.1,0.2,0.3,0.4],[0.5,0.6,0.7,0.8]],"extra_params":[[0.1],[0.2],[0.3]],"state":[[0.4],[0.5]],"sequence":[[1],[0],[1]]}
        """;

    [Theory]
    [InlineData("hello", "double", "3.5")]
    [InlineData("lse", "gradient", """{"x":[0.1,0.5,-0.2]}""")]
    [InlineData("llsq", "gradient", """{"x":[0.1,0.5,-0.2],"n":8}""")]
    [InlineData("det", "gradient", """{"A":[0.1,0.5,-0.2,0.9],"ell":2}""")]
    [InlineData("kmeans", "dir", """{"points":[[0.1,0.5],[0.2,0.9],[0.3,0.4]],"centroids":[[0.1,0.5],[0.3,0.4]]}""")]
    [InlineData("gmm", "jacobian", Mixture)]
    [InlineData("lstm", "jacobian", Sequence)]
    [InlineData("ba", "jacobian", Bundle)]
    [InlineData("particle", "rr", """{"w":0}""")]
    [InlineData("particle", "rf", """{"w":0}""")]
    [InlineData("particle", "fr", """{"w":0}""")]
    [InlineData("particle", "ff", """{"w":0}""")]
    [InlineData("saddle", "rr", """{"start":[1,1]}""")]
    [InlineData("saddle", "rf", """{"start":[1,1]}""")]
    [InlineData("saddle", "fr", """{"start":[1,1]}""")]
    [InlineData("saddle", "ff", """{"start":[1,1]}""")]
    public void A_derivative_allocates_nothing_after_its_first_call(string module, string function, string input) => Allocated(module, function, input).ShouldBe(0);

    [Fact]
    public void Ode_allocates_the_solution_that_it_returns_and_nothing_else() =>
        Allocated("ode", "gradient", """{"x":[0.1,0.5,-0.2],"s":4}""").ShouldBe(ArrayHeader + 3 * sizeof(double));

    [Fact]
    public void Lstm_keeps_less_than_twice_the_states_of_all_characters()
    {
        const int Width = 4;
        const int Layers = 2;
        const int Characters = 6000;
        var (main, extra, start) = (Waves(8 * Layers * Width), Waves(3 * Width), Waves(2 * Layers * Width));
        var (sequence, dMain, dExtra) = (Waves(Width * Characters), new double[main.Length], new double[extra.Length]);
        var kept = 0L;
        var thread = new Thread(() => kept = First());
        thread.Start();
        thread.Join();

        // What Tapenade's program records: both states of every layer, the prediction, and two pointers.
        const long States = Characters * sizeof(double) * (2 * Layers * Width + Width + 2);
        kept.ShouldBeInRange(States / 2, 2 * States);

        long First()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            LstmModule.ObjectiveProgram.Gradient(main, extra, start, sequence, Width, dMain, dExtra);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static double[] Waves(int length) => [.. Enumerable.Range(0, length).Select(static i => Math.Sin(i))];

    private static long Allocated(string module, string function, string input)
    {
        using var document = JsonDocument.Parse(input);
        var run = Catalog.Modules[module](function, document.RootElement)!.Run;
        run();
        run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
