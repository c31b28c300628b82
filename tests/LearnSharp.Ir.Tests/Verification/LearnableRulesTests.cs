using LearnSharp.Ir.Tests.RandomPrograms;
using static LearnSharp.Ir.Tests.Build;

namespace LearnSharp.Ir.Tests.Verification;

/// <summary>One test per rule of weights and choices.</summary>
public class LearnableRulesTests
{
    private static readonly WeightSpec Low = new("Low", 1, false, 1, 0, 10, false, null, false);
    private static readonly WeightSpec High = new("High", 2, false, 2, 0, 10, false, "Low", false);
    private static readonly ChoiceSpec Mode = new("Mode", 3, true, [Constant.Of(SampleIrTypes.Mode, 0), Constant.Of(SampleIrTypes.Mode, 5)], 1);

    private static LearnableProgram Learnable(EquatableArray<WeightSpec> weights, EquatableArray<ChoiceSpec> choices)
    {
        EquatableArray<Parameter> parameters =
        [
            new(Double(0, "x")),
            new(Double(1, "low"), ParameterRole.Weight),
            new(Double(2, "high"), ParameterRole.Weight),
            new(new Local(3, SampleIrTypes.Mode, "mode"), ParameterRole.Choice),
        ];
        return new(new(new("Tests.F", "F", parameters, [], Block.Empty), []), weights, choices);
    }

    private static void ShouldFail(string message, EquatableArray<WeightSpec> weights, EquatableArray<ChoiceSpec> choices) =>
        Verifier.Verify(Learnable(weights, choices)).ShouldHaveSingleItem().Message.ShouldContain(message);

    private static void ShouldFail(string message, WeightSpec low) => ShouldFail(message, [low, High with { Above = null }], [Mode]);

    private static void ShouldFail(string message, ChoiceSpec mode) => ShouldFail(message, [Low, High], [mode]);

    [Fact]
    public void Consistent_weights_and_choices_pass() => Verifier.Verify(Learnable([Low, High], [Mode])).ShouldBeEmpty();

    [Fact]
    public void Errors_of_the_code_are_found_too()
    {
        var learnable = Learnable([Low, High], [Mode]);
        var root = learnable.Program.Root with { Body = Do(new Exit(new(1))) };
        Verifier.Verify(learnable with { Program = new(root, []) }).ShouldHaveSingleItem().Message.ShouldContain("label 1");
    }

    [Fact]
    public void A_weight_names_a_parameter_with_its_role()
    {
        Verifier.Verify(Learnable([Low, High with { Parameter = 4 }], [Mode])).ShouldContain(error => error.Message.Contains("Parameter 4 does not exist"));
        Verifier.Verify(Learnable([Low with { Parameter = 0 }, High], [Mode])).ShouldContain(error => error.Message.Contains("has the role Input, not Weight"));
        Verifier.Verify(Learnable([Low], [Mode])).ShouldHaveSingleItem().Message.ShouldContain("the role Weight, but nothing describes it");
        Verifier.Verify(Learnable([Low, High], [])).ShouldHaveSingleItem().Message.ShouldContain("the role Choice, but nothing describes it");
        Verifier.Verify(Learnable([High, Low], [Mode])).ShouldHaveSingleItem().Message.ShouldContain("declaration order");
    }

    [Fact]
    public void Parameters_declared_in_the_body_come_last() =>
        ShouldFail("after one that was declared in the body", [Low with { InBody = true }, High], [Mode]);

    [Fact]
    public void Names_are_there_and_unique()
    {
        ShouldFail("'High' is empty or used twice", [Low with { Name = "High" }, High with { Above = null }], [Mode]);
        ShouldFail("'Low' is empty or used twice", Mode with { Name = "Low" });
        ShouldFail("'' is empty or used twice", Mode with { Name = "" });
    }

    [Fact]
    public void A_weight_is_floating()
    {
        var learnable = Learnable([Low, High], [Mode]);
        var parameters = learnable.Program.Root.Parameters.Select(p => p.Local.Id == 1 ? p with { Local = Int(1, "low") } : p);
        Verifier.Verify(learnable with { Program = new(learnable.Program.Root with { Parameters = parameters }, []) })
            .ShouldHaveSingleItem().Message.ShouldContain("A weight is double or float, not int");
    }

    [Fact]
    public void The_start_is_a_number_inside_the_bounds()
    {
        ShouldFail("The start 11 is not between 0 and 10", Low with { Start = 11 });
        ShouldFail("The start -1 is not between 0 and 10", Low with { Start = -1 });
        ShouldFail("The start NaN is not a number", Low with { Start = double.NaN });
        ShouldFail("is not between 5 and 3", Low with { Start = 4, Min = 5, Max = 3 });
        ShouldFail("is not between NaN and 10", Low with { Min = double.NaN });
    }

    [Fact]
    public void A_logarithmic_weight_starts_above_zero() => ShouldFail("its start 0 is not positive", Low with { Start = 0, Log = true });

    [Fact]
    public void A_weight_stays_above_another_that_starts_below()
    {
        ShouldFail("'Other', which is no weight", [Low, High with { Above = "Other" }], [Mode]);
        ShouldFail("It stays above itself", [Low, High with { Above = "High" }], [Mode]);
        Verifier.Verify(Learnable([Low with { Above = "High" }, High], [Mode])).Count.ShouldBe(2);
        ShouldFail("The start 0.5 is below the start 1 of 'Low'", [Low, High with { Start = 0.5 }], [Mode]);
    }

    [Fact]
    public void A_choice_has_different_options_of_its_type_and_starts_at_one()
    {
        ShouldFail("The start 2 is not one of the 2 options", Mode with { Start = 2 });
        ShouldFail("The start -1 is not one of the 2 options", Mode with { Start = -1 });
        ShouldFail("An option stands there twice", Mode with { Options = [Mode.Options[0], Mode.Options[0]] });
        ShouldFail("not of the parameter's type", Mode with { Options = [Constant.Of(1), Constant.Of(2)] });
        Verifier.Verify(Learnable([Low, High], [Mode with { Options = [] }])).ShouldContain(error => error.Message.Contains("at least one option"));
    }
}
