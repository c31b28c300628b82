using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Tests.Pipeline;

/// <summary>The artefact of a type's weight set is baked into everything that reads the set.</summary>
public sealed class SetArtefactTests
{
    private const string File = "/shop/Pid.learned.json";

    private const string Source = """
        using LearnSharp;
        namespace Shop;
        public partial class Pid
        {
            public Pid(double scale = 1) => _scale = scale;
            private readonly double _scale;
            [Weight(Min = 0)] private double _kp = 2;
            [Weight] private float[] _taps = [1, 0];
            [Choice] private bool _fast = false;
            [Choice(1, 2)] public int Order { get; set; } = 1;
            [Learnable] public double Step(double e, [Weight] double gain = 1) => _kp * e * gain * Order * _taps[1];
            [Learnable] public double Twice(double e) => 2 * _kp * e;
            public double Run(double e) => _kp * e * _scale;
        }
        public static partial class Plant
        {
            [Learnable] public static double Cost(double e) { var pid = new Pid(3); return pid.Run(e); }
        }
        """;

    private const string Used = Source + "\npublic static class User { public static double Use() => Pid.Learned(2).Step(1) + Pid.TwiceLearned(1) + Plant.CostLearned(1); }\n";

    [Fact]
    public void One_file_is_baked_into_the_object_and_into_all_methods_of_the_set()
    {
        var host = GeneratorHost.Open(Source, (File, Trained()));
        host.Reported.ShouldBeEmpty();
        host.Problems().Where(static problem => !problem.Contains("CS1591", System.StringComparison.Ordinal)).ShouldBeEmpty();
        var made = host.Generated("Shop.Pid.Set.g.cs");
        made.ShouldContain("public static global::Shop.Pid Learned(double scale = 1.0) => new global::Shop.Pid(scale)");
        made.ShouldContain("_kp = 7.5,");
        made.ShouldContain("_taps = new float[] { 1f, 4f },");
        made.ShouldContain("Order = 2,");
        host.Generated("Pid.Twice.Learned.g.cs").ShouldContain("7.5");
        host.Generated("Plant.Cost.Learned.g.cs").ShouldContain("7.5");
        var step = host.Generated("Pid.Step.Learned.g.cs");
        step.ShouldContain("7.5");
        step.ShouldContain("gain = 1.0");
    }

    [Fact]
    public void Who_uses_the_learned_object_without_an_artefact_is_told_at_the_type()
    {
        var said = GeneratorHost.Open(Used).Reported;
        said.Select(static diagnostic => diagnostic.Id).Distinct().ShouldBe(["LS0100"]);
        said.Select(static diagnostic => diagnostic.GetMessage(null)).ShouldContain(static text => text.Contains("'Shop.Pid'") && text.Contains("'Pid.learned.json'"));
        said.ShouldAllBe(static diagnostic => diagnostic.Location != Location.None);
    }

    [Fact]
    public void What_is_new_and_gone_in_a_set_is_said_once()
    {
        var old = ArtefactText.Write(new Artefact("Shop.Pid", "Pid(double kp)", "0000000000000000", "", [new("Kp", 3), new("Old", 1)], [], null));
        var host = GeneratorHost.Open(Source, (File, old));
        var said = host.Reported.ShouldHaveSingleItem();
        said.GetMessage(null).ShouldContain("Old");
        said.GetMessage(null).ShouldContain("Taps0");
        host.Generated("Shop.Pid.Set.g.cs").ShouldContain("_kp = 3.0,");
    }

    [Fact]
    public void Where_training_is_required_a_set_without_an_artefact_is_an_error()
    {
        var host = GeneratorHost.Open(Source, new Dictionary<string, string> { ["LearnSharpRequireTrained"] = "true" });
        host.Reported.ShouldContain(static diagnostic => diagnostic.Id == "LS0110" && diagnostic.GetMessage(null).Contains("Shop.Pid'"));
    }

    private static string Trained()
    {
        var program = GeneratorHost.Open(Source).Generated("Pid.Twice.Program.g.cs");
        var set = Regex.Match(program, "new\\(\"Shop.Pid\", \"Pid\", \"([^\"]*)\", \"([^\"]*)\"");
        return ArtefactText.Write(new Artefact(
            "Shop.Pid", set.Groups[1].Value, set.Groups[2].Value, "", [new("Kp", 7.5), new("Taps0", 1), new("Taps1", 4)], [new("Fast", "true"), new("Order", "2")], null));
    }
}
