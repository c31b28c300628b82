using System;
using System.Linq;
using LearnSharp.Execution.Tests.Gradients;

namespace LearnSharp.Execution.Tests.Sets;

/// <summary>Weights and choices in fields and properties, trained through the instance methods that read them.</summary>
public sealed class TypeSetTests
{
    [Fact]
    public void The_start_is_the_object_as_it_is_written()
    {
        Controller.StepProgram.Default.Predict(new(1.5)).ShouldBe(new Controller().Step(1.5));
        Controller.DampedProgram.Default.Predict(new(1.5)).ShouldBe(new Controller().Damped(1.5));
        Curve.AtProgram.Default.Predict(new(3)).ShouldBe(new Curve().At(3));
    }

    [Fact]
    public void Members_are_the_programs_own_set_and_callees_are_nested()
    {
        var weights = new Controller.StepProgram.Weights();
        (weights.Gain, weights.Kp, weights.Bias, weights.Limit, weights.Toll.Entry).ShouldBe((1.0, 2.0, -1.0, 5.0, 2.0));
        new Controller.StepProgram.Choices().Speed.ShouldBe(Speed.Linear);
        new Controller.DampedProgram.Weights().Bias.ShouldBe(-1, "the set is one whole, whichever of its members a method reads");
    }

    [Fact]
    public void Gradients_by_members_agree_with_dual_numbers_and_differences()
    {
        GradientCheck.Agrees<Controller.StepProgram, Controller.StepProgram.Input, Controller.StepProgram.Weights, Controller.StepProgram.Choices>(new(1.5), 1.5);
        GradientCheck.Agrees<Controller.DampedProgram, Controller.DampedProgram.Input, Controller.DampedProgram.Weights, Controller.DampedProgram.Choices>(new(1.5), 1.5);
        Curve.AtProgram.Gradient(new(3), new(), new(), out var d);
        d.ShouldBe(new Curve.AtProgram.Weights { Slope = 9, Offset = 1 });
    }

    [Fact]
    public void Members_and_choices_are_fitted_together()
    {
        var truth = new Controller.StepProgram.Model(
            new Controller.StepProgram.Weights { Kp = 3, Bias = 0.5, Limit = 20 },
            new Controller.StepProgram.Choices { Speed = Speed.Squared });
        var rows = Enumerable.Range(-20, 60).Select(static i => new Controller.StepProgram.Input(i * 0.1)).Select(input => (input, truth.Predict(input)));
        var fit = Controller.StepProgram.Fit(rows);
        fit.Choices.Speed.ShouldBe(Speed.Squared);
        fit.Loss.ShouldBeLessThan(1e-6);
        (fit.Weights.Kp * fit.Weights.Gain).ShouldBe(3, 1e-2);
    }

    [Fact]
    public void The_learned_face_is_static_and_needs_no_object()
    {
        Controller.StepLearned(1.5).ShouldBe(new Controller().Step(1.5), 1e-12);
        Curve.AtLearned(3).ShouldBe(new Curve().At(3), 1e-12);
        Controller.StepProgram.Default.ToCSharp().ShouldNotContain("_kp");
    }

    [Fact]
    public void Elements_of_an_array_are_weights_and_what_an_object_remembers_is_input()
    {
        var weights = new Smoother.NextProgram.Weights();
        (weights.Taps0, weights.Taps1, weights.Taps2, weights.Keep).ShouldBe((0.5, 0.25, 0.125, 0.5));
        Smoother.NextProgram.Default.Predict(new(4, new double[3], 2, 3)).ShouldBe(new Smoother().Next(4));
        GradientCheck.Agrees<Smoother.NextProgram, Smoother.NextProgram.Input, Smoother.NextProgram.Weights, Smoother.NextProgram.Choices>(
            new(1.5, new double[3], 2, 3), 1.5, new double[3], 2.0, 3.0);
        GradientCheck.Agrees<Smoother.AheadProgram, Smoother.AheadProgram.Input, Smoother.AheadProgram.Weights, Smoother.AheadProgram.Choices>(
            new(1.5, 2, 3), 1.5, 2.0, 3.0);
    }

    [Fact]
    public void Derivatives_are_taken_at_the_objects_own_values_and_leave_in_it_what_the_method_does()
    {
        var (plain, derived) = (new Smoother { Scale = 1.5 }, new Smoother { Scale = 1.5 });
        foreach (var x in (double[])[1, -2, 3, 0.5])
        {
            var expected = plain.Next(x);
            Smoother.NextProgram.Gradient(derived, x, out var dx, out var d).ShouldBe(expected);
            derived.Last.ShouldBe(plain.Last);
            dx.ShouldBe(x < 0 ? 0 : 0.5 * 1.5 * (1 + (0.5 * 1.5)), 1e-12);
            if (x < 0)
                d.ShouldBe(default);
            else
                d.Taps0.ShouldBe(1.5 * x * (1 + (0.5 * 1.5)), 1e-12);
        }

        Smoother.NextProgram.Pushforward(derived, 2, 1, default).Value.ShouldBe(plain.Next(2));
        derived.Last.ShouldBe(plain.Last);
        Smoother.NextProgram.Pullback(derived, 2, 10, out _, out var tenfold).ShouldBe(plain.Next(2));
        tenfold.Keep.ShouldNotBe(0);
        var limited = new Controller { Limit = 0.5 };
        Controller.StepProgram.Gradient(limited, 1.5, 1, out var dError, out var dGain, out var byWeights).ShouldBe(limited.Step(1.5));
        (dGain, byWeights.Limit, byWeights.Kp).ShouldBe((0.0, 1.0, 0.0));
    }

    [Fact]
    public void The_learned_face_of_a_method_with_a_memory_is_the_objects()
    {
        var (plain, learned) = (new Smoother(), new Smoother());
        foreach (var x in (double[])[1, -2, 3, 0.5])
            learned.NextLearned(x).ShouldBe(plain.Next(x), 1e-12);
        learned.AheadLearned(2).ShouldBe(plain.Ahead(2), 1e-12);
    }
}
