using LearnSharp.Ir;
using static LearnSharp.Execution.Tests.Gradients.Methods;

namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>One method per construct, compiled with the generator; its gradient against dual numbers and differences.</summary>
public sealed class GradientTests
{
    [Fact]
    public void A_loop_a_branch_an_array_and_a_call()
    {
        GradientCheck.Agrees<EverythingProgram, EverythingProgram.Input, EverythingProgram.Weights, EverythingProgram.Choices>(
            new([0.3, 1.1, -0.4, 2.0, 0.8], 3), new[] { 0.3, 1.1, -0.4, 2.0, 0.8 }, 3);
    }

    [Fact]
    public void Returning_early_from_branches()
    {
        GradientCheck.Agrees<EarlyReturnsProgram, EarlyReturnsProgram.Input, EarlyReturnsProgram.Weights, EarlyReturnsProgram.Choices>(new(0.4), 0.4);
        GradientCheck.Agrees<EarlyReturnsProgram, EarlyReturnsProgram.Input, EarlyReturnsProgram.Weights, EarlyReturnsProgram.Choices>(new(3.0), 3.0);
        GradientCheck.Agrees<EarlyReturnsProgram, EarlyReturnsProgram.Input, EarlyReturnsProgram.Weights, EarlyReturnsProgram.Choices>(new(-2.5), -2.5);
        GradientCheck.Agrees<EarlyReturnsProgram, EarlyReturnsProgram.Input, EarlyReturnsProgram.Weights, EarlyReturnsProgram.Choices>(new(1.1), 1.1);
    }

    [Fact]
    public void Short_circuits_that_guard()
    {
        GradientCheck.Agrees<GuardedProgram, GuardedProgram.Input, GuardedProgram.Weights, GuardedProgram.Choices>(new(0.4), 0.4);
        GradientCheck.Agrees<GuardedProgram, GuardedProgram.Input, GuardedProgram.Weights, GuardedProgram.Choices>(new(-3.0), -3.0);
        GradientCheck.Agrees<GuardedProgram, GuardedProgram.Input, GuardedProgram.Weights, GuardedProgram.Choices>(new(-6.0), -6.0);
    }

    [Fact]
    public void Conditional_expressions()
    {
        GradientCheck.Agrees<TernariesProgram, TernariesProgram.Input, TernariesProgram.Weights, TernariesProgram.Choices>(new(0.4), 0.4);
        GradientCheck.Agrees<TernariesProgram, TernariesProgram.Input, TernariesProgram.Weights, TernariesProgram.Choices>(new(-0.4), -0.4);
    }

    [Fact]
    public void Switch_statements_and_expressions()
    {
        GradientCheck.Agrees<SwitchesProgram, SwitchesProgram.Input, SwitchesProgram.Weights, SwitchesProgram.Choices>(new(0, 1.4), 0, 1.4);
        GradientCheck.Agrees<SwitchesProgram, SwitchesProgram.Input, SwitchesProgram.Weights, SwitchesProgram.Choices>(new(1, 1.4), 1, 1.4);
        GradientCheck.Agrees<SwitchesProgram, SwitchesProgram.Input, SwitchesProgram.Weights, SwitchesProgram.Choices>(new(2, 1.4), 2, 1.4);
        GradientCheck.Agrees<SwitchesProgram, SwitchesProgram.Input, SwitchesProgram.Weights, SwitchesProgram.Choices>(new(11, 1.4), 11, 1.4);
        GradientCheck.Agrees<SwitchesProgram, SwitchesProgram.Input, SwitchesProgram.Weights, SwitchesProgram.Choices>(new(-4, 1.4), -4, 1.4);
    }

    [Fact]
    public void Overwritten_parameters()
    {
        GradientCheck.Agrees<OverwrittenParameterProgram, OverwrittenParameterProgram.Input, OverwrittenParameterProgram.Weights, OverwrittenParameterProgram.Choices>(new(0.4), 0.4);
    }

    [Fact]
    public void Counted_loops()
    {
        GradientCheck.Agrees<HornerProgram, HornerProgram.Input, HornerProgram.Weights, HornerProgram.Choices>(new(0.4, 6), 0.4, 6);
        GradientCheck.Agrees<HornerProgram, HornerProgram.Input, HornerProgram.Weights, HornerProgram.Choices>(new(0.4, 0), 0.4, 0);
    }

    [Fact]
    public void Break_and_continue()
    {
        GradientCheck.Agrees<BreakAndContinueProgram, BreakAndContinueProgram.Input, BreakAndContinueProgram.Weights, BreakAndContinueProgram.Choices>(new(0.4, 12), 0.4, 12);
        GradientCheck.Agrees<BreakAndContinueProgram, BreakAndContinueProgram.Input, BreakAndContinueProgram.Weights, BreakAndContinueProgram.Choices>(new(2.4, 3), 2.4, 3);
    }

    [Fact]
    public void Returning_from_nested_loops()
    {
        GradientCheck.Agrees<ReturnFromNestedLoopsProgram, ReturnFromNestedLoopsProgram.Input, ReturnFromNestedLoopsProgram.Weights, ReturnFromNestedLoopsProgram.Choices>(new(0.4, 6), 0.4, 6);
        GradientCheck.Agrees<ReturnFromNestedLoopsProgram, ReturnFromNestedLoopsProgram.Input, ReturnFromNestedLoopsProgram.Weights, ReturnFromNestedLoopsProgram.Choices>(new(-0.4, 2), -0.4, 2);
        GradientCheck.Agrees<ReturnFromNestedLoopsProgram, ReturnFromNestedLoopsProgram.Input, ReturnFromNestedLoopsProgram.Weights, ReturnFromNestedLoopsProgram.Choices>(new(30.0, 4), 30.0, 4);
    }

    [Fact]
    public void While_loops()
    {
        GradientCheck.Agrees<WhileUntilConvergedProgram, WhileUntilConvergedProgram.Input, WhileUntilConvergedProgram.Weights, WhileUntilConvergedProgram.Choices>(new(1.5), 1.5);
    }

    [Fact]
    public void Do_while_loops()
    {
        GradientCheck.Agrees<DoWhileProgram, DoWhileProgram.Input, DoWhileProgram.Weights, DoWhileProgram.Choices>(new(0.1), 0.1);
    }

    [Fact]
    public void Loops_whose_body_changes_the_counter()
    {
        GradientCheck.Agrees<CounterChangedInTheBodyProgram, CounterChangedInTheBodyProgram.Input, CounterChangedInTheBodyProgram.Weights, CounterChangedInTheBodyProgram.Choices>(new(0.9, 9), 0.9, 9);
    }

    [Fact]
    public void Foreach_over_arrays()
    {
        GradientCheck.Agrees<OuterProductSumProgram, OuterProductSumProgram.Input, OuterProductSumProgram.Weights, OuterProductSumProgram.Choices>(new([0.3, 1.1, -0.4], [0.5, 0.2]), new[] { 0.3, 1.1, -0.4 }, new[] { 0.5, 0.2 });
    }

    [Fact]
    public void Local_arrays()
    {
        GradientCheck.Agrees<LocalArrayProgram, LocalArrayProgram.Input, LocalArrayProgram.Weights, LocalArrayProgram.Choices>(new([0.3, 1.1, -0.4, 2.0]), (object)new[] { 0.3, 1.1, -0.4, 2.0 });
    }

    [Fact]
    public void Arrays_written_in_place()
    {
        GradientCheck.Agrees<InPlaceProgram, InPlaceProgram.Input, InPlaceProgram.Weights, InPlaceProgram.Choices>(new([0.3, 1.1, -0.4, 2.0]), (object)new[] { 0.3, 1.1, -0.4, 2.0 });
    }

    [Fact]
    public void Two_names_for_one_array()
    {
        GradientCheck.Agrees<AliasedProgram, AliasedProgram.Input, AliasedProgram.Weights, AliasedProgram.Choices>(new(1.3), 1.3);
    }

    [Fact]
    public void Effects_inside_indexes()
    {
        GradientCheck.Agrees<EffectsInIndexesProgram, EffectsInIndexesProgram.Input, EffectsInIndexesProgram.Weights, EffectsInIndexesProgram.Choices>(new([0.3, 1.1]), (object)new[] { 0.3, 1.1 });
    }

    [Fact]
    public void Spans()
    {
        GradientCheck.Agrees<SpanSumProgram, SpanSumProgram.Input, SpanSumProgram.Weights, SpanSumProgram.Choices>(new(new[] { 0.3, 1.1 }), (object)new[] { 0.3, 1.1 });
    }

    [Fact]
    public void Tuples()
    {
        GradientCheck.Agrees<TuplesProgram, TuplesProgram.Input, TuplesProgram.Weights, TuplesProgram.Choices>(new(1.3), 1.3);
    }

    [Fact]
    public void Structs_with_operators_and_methods()
    {
        GradientCheck.Agrees<StructsProgram, StructsProgram.Input, StructsProgram.Weights, StructsProgram.Choices>(new(new(0.4, -0.8)), (0.4, -0.8));
    }

    [Fact]
    public void Calls_and_recursion()
    {
        GradientCheck.Agrees<CallsProgram, CallsProgram.Input, CallsProgram.Weights, CallsProgram.Choices>(new(1.3), 1.3);
    }

    [Fact]
    public void Enums_and_choices()
    {
        GradientCheck.Agrees<EnumsProgram, EnumsProgram.Input, EnumsProgram.Weights, EnumsProgram.Choices>(new(Methods.Season.Winter, 1.3), Methods.Season.Winter, 1.3);
        GradientCheck.Agrees<EnumsProgram, EnumsProgram.Input, EnumsProgram.Weights, EnumsProgram.Choices>(new(Methods.Season.Summer, 1.3), Methods.Season.Summer, 1.3);
    }

    [Fact]
    public void Implicit_conversions()
    {
        GradientCheck.Agrees<ImplicitConversionsProgram, ImplicitConversionsProgram.Input, ImplicitConversionsProgram.Weights, ImplicitConversionsProgram.Choices>(new(3, 0.5f, 12345678901), 3, 0.5f, 12345678901);
    }

    [Fact]
    public void Weights_in_the_body()
    {
        GradientCheck.Agrees<InTheBodyProgram, InTheBodyProgram.Input, InTheBodyProgram.Weights, InTheBodyProgram.Choices>(new(1.3), 1.3);
    }

    [Fact]
    public void Every_function_of_Math()
    {
        GradientCheck.Agrees<EveryFunctionProgram, EveryFunctionProgram.Input, EveryFunctionProgram.Weights, EveryFunctionProgram.Choices>(default);
    }
}
