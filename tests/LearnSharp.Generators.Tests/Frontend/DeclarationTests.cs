using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>What a learnable method declares, as the program says it.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void Weights_of_the_signature_have_their_bounds()
    {
        var program = Translate("[Learnable] public static double M(double x, [Weight(Min = 0, Max = 2, Log = false)] float low = 0.5f, [Weight(Above = nameof(low), Fixed = true)] double high = 3) => x * low * high;");
        program.Weights.ShouldBe([
            new WeightSpec("Low", 1, false, 0.5, 0, 2, false, null, false),
            new WeightSpec("High", 2, false, 3, double.NegativeInfinity, double.PositiveInfinity, false, "Low", true),
        ]);
        program.Program.Root.Parameters.Select(static p => p.Role).ShouldBe([ParameterRole.Input, ParameterRole.Weight, ParameterRole.Weight]);
    }

    [Fact]
    public void Weights_of_the_body_follow_the_parameters()
    {
        var program = Translate("[Learnable] public static double M(double x, [Weight] double w = 1) { var heavy = Learn.Weight(20.0, min: 0, log: false, above: nameof(w)); var taps = Learn.Weights([1.0, 2]); return x * w * heavy * taps[0]; }");
        program.Weights.Select(static w => (w.Name, w.Parameter, w.InBody, w.Start, w.Above)).ShouldBe([("W", 1, false, 1, null), ("Heavy", 2, true, 20, "W"), ("Taps0", 3, true, 1, null), ("Taps1", 4, true, 2, null)]);
        program.Program.Root.Parameters.Count.ShouldBe(5);
    }

    [Fact]
    public void Weights_of_callees_are_sets_of_their_own_shared_by_all_calls()
    {
        var program = Translate("""
            static double Toll(double x, [Weight(Min = 0)] double low = 0.5, [Weight(Above = nameof(low))] double rate = 1, [Choice] bool night = true) { var flat = Learn.Weight(2.0); return night ? x * rate + flat + low : x; }
            static double Way(double x) => Toll(x) + Toll(x + 1);
            [Learnable] public static double M(double x, [Weight] double rate = 3) => Way(x) * rate + Toll(x);
            """);
        program.Weights.Select(static w => (w.Name, w.Parameter, w.InBody, w.Start, w.Min, w.Above)).ShouldBe([
            ("Rate", 1, false, 3, double.NegativeInfinity, null),
            ("Toll.Low", 2, true, 0.5, 0, null),
            ("Toll.Rate", 3, true, 1, double.NegativeInfinity, "Toll.Low"),
            ("Toll.Flat", 5, true, 2, double.NegativeInfinity, null)]);
        program.Choices.ShouldHaveSingleItem().Name.ShouldBe("Toll.Night");
        Verifier.Verify(program).ShouldBeEmpty();
    }

    [Fact]
    public void A_set_whose_name_is_taken_gets_value_appended() =>
        Translate("static double Rate(double x) { var w = Learn.Weight(2.0); return x * w; } [Learnable] public static double M(double x, [Weight] double rate = 3) => Rate(x) * rate;")
            .Weights.Select(static w => w.Name).ShouldBe(["Rate", "RateValue.W"]);

    [Fact]
    public void What_every_call_passes_is_not_learned() =>
        Translate("static double Toll(double x, [Weight] double rate = 1) => x * rate; [Learnable] public static double M(double x, [Weight] double own = 3) => Toll(x, own) + Toll(x, 2);")
            .Weights.Select(static w => w.Name).ShouldBe(["Own"]);

    [Fact]
    public void A_weight_in_a_loop_is_declared_once() =>
        Translate("[Learnable] public static double M(double x) { for (var i = 0; i < 3; i++) { var w = Learn.Weight(2.0); x *= w; } return x; }").Weights.Count.ShouldBe(1);

    [Fact]
    public void Weights_of_one_name_in_two_scopes_differ() =>
        Translate("[Learnable] public static double M(double x) { if (x > 0) { var w = Learn.Weight(2.0); return w * x; } else { var w = Learn.Weight(3.0); return w - x; } }")
            .Weights.Select(static w => w.Name).ShouldBe(["W", "WValue"]);

    [Fact]
    public void Choices_have_their_options()
    {
        var program = Translate("public enum Mode { Up, Down = 5, Same = 5 }\n[Learnable] public static double M(double x, [Choice] bool fast = true, [Choice] Mode mode = Mode.Down, [Choice(1, 2, 4)] int steps = 4, [Choice(Min = 2, Max = 5)] long span = 3, [Choice(0.5, 1)] double half = 1) => x;");
        program.Choices.Select(static c => $"{c.Name}@{c.Parameter} {string.Join(' ', c.Options.Select(static o => o.Type == ScalarType.Double ? (object)o.AsDouble : o.AsLong))} from {c.Start}").ShouldBe(
            ["Fast@1 0 1 from 1", "Mode@2 0 5 from 1", "Steps@3 1 2 4 from 2", "Span@4 2 3 4 5 from 1", "Half@5 0.5 1 from 1"]);
    }

    [Fact]
    public void Without_gradients_the_body_is_not_looked_at()
    {
        var program = Translate("[Learnable(Gradients = false)] public static double M(System.Collections.Generic.List<double> rows, [Weight(Min = 0)] double w = 1, [Choice] bool b = false) { try { return rows[0]; } finally { } }");
        program.Weights.Count.ShouldBe(1);
        program.Choices.Count.ShouldBe(1);
        Verifier.Verify(program).ShouldBeEmpty();
    }

    [Fact]
    public void Statements_say_where_they_came_from()
    {
        var body = Translate("[Learnable] public static double M(double x)\n{\n    if (x > 0)\n    {\n        x =\n            x * 2;\n    }\n\n    return x;\n}").Program.Root.Body;
        body.Statements[0].Origin.Text.ShouldBe("if (x > 0)");
        ((If)body.Statements[0]).Then.Statements[0].Origin.Text.ShouldBe("x = x * 2;");
        body.Statements[1].Origin.Path.ShouldBe("Code.cs");
    }

    [Fact]
    public void A_callee_is_there_once_and_has_no_roles()
    {
        var program = Translate("static double F(double x, [Weight] double w = 1) => x * w;\n[Learnable] public static double M(double x, [Weight] double w = 2) => F(x, w) + F(x, 3);").Program;
        program.Callees.Single().Id.ShouldBe("N.Code.F(double, double)");
        program.Callees.Single().Parameters.ShouldAllBe(static p => p.Role == ParameterRole.Input);
        program.Root.Id.ShouldBe("N.Code.M(double, double)");
    }

    [Fact]
    public void Translating_twice_gives_equal_programs()
    {
        const string source = "static double F(double x) => x * 2;\n[Learnable] public static double M(double x, [Weight] double w = 2) { for (var i = 0; i < 3; i++) x += F(x) * w; return x; }";
        Translate(source).ShouldBe(Translate("// a comment\n\n" + source));
    }

    [Fact]
    public void Marked_members_of_a_type_are_the_set_of_its_methods()
    {
        var program = Translate(
            "public partial class Pid { [Weight(Min = 0)] double _kp = 2; [Choice(1, 2)] int _order = 2; [Weight(Above = nameof(_kp))] public float Limit { get; init; } = 5; [Learnable] public double M(double x, [Weight] double kp = 3) => x * kp * Order; double Order => _order * _kp; }",
            "N.Code+Pid");
        program.Weights.Select(static w => (w.Name, w.Parameter, w.InBody, w.Start, w.Min, w.Above)).ShouldBe([
            ("Kp", 1, false, 3, double.NegativeInfinity, null),
            ("KpValue", 2, true, 2, 0, null),
            ("Limit", 4, true, 5, double.NegativeInfinity, "KpValue")]);
        program.Choices.ShouldHaveSingleItem().ShouldBe(new ChoiceSpec("Order", 3, true, [Constant.Of(1), Constant.Of(2)], 1));
        program.Program.Root.Parameters.Count.ShouldBe(5);
        Verifier.Verify(program).ShouldBeEmpty();
    }

    private static LearnableProgram Translate(string members, string type = "N.Code")
    {
        var compilation = Compiling.Of("Declared", [("Code.cs", $"using LearnSharp;\nnamespace N;\npublic static partial class Code\n{{\n{members}\n}}\n")]);
        Compiling.Emit(compilation);
        var method = compilation.GetTypeByMetadataName(type)!.GetMembers("M").OfType<IMethodSymbol>().Single();
        var found = new List<Diagnostic>();
        var program = new MethodFrontend(compilation).Translate(method, found.Add, default);
        found.ShouldBeEmpty();
        return program.ShouldNotBeNull();
    }
}
