using System;
using System.IO;
using System.Linq;
using LearnSharp.Execution.Tests.Gradients;

namespace LearnSharp.Execution.Tests.Sets;

/// <summary>A cost that simulates objects trains the weights of their types.</summary>
public sealed class SimulatedObjectTests : IDisposable
{
    private readonly DirectoryInfo _project = Directory.CreateTempSubdirectory("sets");

    public SimulatedObjectTests() => File.WriteAllText(Path.Combine(_project.FullName, "Shop.csproj"), "");

    public void Dispose() => _project.Delete(recursive: true);

    [Fact]
    public void The_weights_of_an_object_are_a_nested_set_and_the_value_is_the_methods()
    {
        var weights = new Tank.CostProgram.Weights();
        (weights.Pid.Kp, weights.Pid.Ki, weights.Pid.Kd).ShouldBe((0.4, 0.05, 0.01));
        Tank.CostProgram.Default.Predict(new(3, 1)).ShouldBe(Tank.Cost(3, 1));
        Tank.CascadeProgram.Default.Predict(new(3)).ShouldBe(Tank.Cascade(3));
        new Tank.CascadeProgram.Weights().Smoother.Taps1.ShouldBe(0.25);
    }

    [Fact]
    public void Gradients_through_what_an_object_remembers_agree_with_dual_numbers_and_differences()
    {
        GradientCheck.Agrees<Tank.CostProgram, Tank.CostProgram.Input, Tank.CostProgram.Weights, Tank.CostProgram.Choices>(new(3, 1), 3.0, 1.0);
        GradientCheck.Agrees<Tank.CascadeProgram, Tank.CascadeProgram.Input, Tank.CascadeProgram.Weights, Tank.CascadeProgram.Choices>(new(2.5), 2.5);
        GradientCheck.Agrees<Pid.StepProgram, Pid.StepProgram.Input, Pid.StepProgram.Weights, Pid.StepProgram.Choices>(new(0.5, 0.1, 0, 0, 0), 0.5, 0.1, 0.0, 0.0, 0.0);
    }

    [Fact]
    public void A_controller_trained_in_a_simulation_does_better_at_setpoints_it_has_not_seen()
    {
        var fit = Tank.CostProgram.Minimize(from setpoint in (double[])[1, 2, 4] from start in (double[])[0, 3] select new Tank.CostProgram.Input(setpoint, start));
        foreach (var setpoint in (double[])[0.5, 1.5, 3, 6])
        {
            var trained = new Pid { Bias = 0.1 };
            fit.Apply(trained);
            var cost = Tank.Run(trained, setpoint, 0.7);
            cost.ShouldBe(fit.Model.Predict(new(setpoint, 0.7)), 1e-12);
            cost.ShouldBeLessThan(0.5 * Tank.Cost(setpoint, 0.7));
        }

        fit.Weights.Pid.Kp.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void All_programs_of_a_type_share_one_artefact()
    {
        var model = new Tank.CostProgram.Model(new Tank.CostProgram.Weights { Pid = new() { Kp = 3, Ki = 2, Kd = 1 } });
        var path = ModelFile.SaveToProject<Tank.CostProgram, Tank.CostProgram.Input, Tank.CostProgram.Weights, Tank.CostProgram.Choices, double>(model.State, _project.FullName);
        path.ShouldBe(Path.Combine(_project.FullName, "Pid.learned.json"));
        File.ReadAllText(path).ShouldContain("\"LearnSharp.Execution.Tests.Sets.Pid\"");

        Tank.CostProgram.Load(path).Weights.ShouldBe(model.Weights);
        Tank.CostProgram.Load(path).LoadNotes.ShouldBeEmpty();
        var step = Pid.StepProgram.Load(path).Weights;
        (step.Kp, step.Ki, step.Kd).ShouldBe((3.0, 2.0, 1.0));
        Tank.CascadeProgram.Load(path).Weights.Pid.ShouldBe(new() { Kp = 3, Ki = 2, Kd = 1 });

        // Retraining goes on from it.
        var fit = Tank.CostProgram.Minimize([new(2, 0)], new FitOptions { MaxEvaluations = 1 }, initial: Tank.CostProgram.Load(path));
        fit.LossBefore.ShouldBe(model.Predict(new(2, 0)), 1e-12);
    }

    [Fact]
    public void What_is_a_methods_own_stands_in_its_own_artefact_beside_those_of_the_types()
    {
        var model = new Tank.CascadeProgram.Model(new Tank.CascadeProgram.Weights { Share = 0.75, Pid = new() { Kp = 3 }, Smoother = new() { Taps2 = 5 } });
        var path = ModelFile.SaveToProject<Tank.CascadeProgram, Tank.CascadeProgram.Input, Tank.CascadeProgram.Weights, Tank.CascadeProgram.Choices, double>(model.State, _project.FullName);
        path.ShouldBe(Path.Combine(_project.FullName, "Tank.Cascade.learned.json"));
        _project.GetFiles("*.learned.json").Select(static file => file.Name).Order(StringComparer.Ordinal).ShouldBe(["Pid.learned.json", "Smoother.learned.json", "Tank.Cascade.learned.json"]);
        File.ReadAllText(path).ShouldNotContain("Kp");
        Tank.CascadeProgram.Load(path).Weights.ShouldBe(model.Weights);

        var whole = Path.Combine(_project.FullName, "whole.learned.json");
        model.Save(whole);
        File.ReadAllText(whole).ShouldContain("Pid.Kp");
        Tank.CascadeProgram.Load(whole).Weights.ShouldBe(model.Weights);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Structs_with_weights_are_simulated_like_classes(bool isBiased)
    {
        double[] inputs = [0.5, -1.25, 2];
        Valve.FlowProgram.Default.Predict(new(inputs, 0.3)).ShouldBe(Valve.Flow(inputs, 0.3), 1e-15);
        GradientCheck.Agrees<Valve.FlowProgram, Valve.FlowProgram.Input, Valve.FlowProgram.Weights, Valve.FlowProgram.Choices>(new(inputs, 0.3), inputs, 0.3);
        GradientCheck.Agrees<Valve.NextProgram, Valve.NextProgram.Input, Valve.NextProgram.Weights, Valve.NextProgram.Choices>(new(0.5, 0), 0.5, 0.0);

        var choices = new Valve.FlowProgram.Choices { Valve = new() { IsBiased = isBiased } };
        var target = new Valve.FlowProgram.Model(new() { Valve = new() { Gain = 0.6, Taps0 = 0.9, Taps1 = 0.1 } }, choices);
        var rows = Enumerable.Range(0, 60).Select(i => new Valve.FlowProgram.Input([Math.Sin(i), Math.Cos(3 * i), 0.02 * i], Math.Sin(7 * i))).Select(input => (input, target.Predict(input))).ToList();
        var fit = Valve.FlowProgram.Fit(rows.Take(40));
        fit.Loss.ShouldBeLessThan(1e-9);
        foreach (var (input, expected) in rows.Skip(40))
            fit.Model.Predict(input).ShouldBe(expected, 1e-4);
    }

    [Fact]
    public void Learned_makes_an_object_and_Apply_changes_one()
    {
        Tank.Run(Pid.Learned(), 2, 0).ShouldBe(Tank.Run(new Pid(), 2, 0));
        var controller = new Controller();
        new Controller.StepProgram.Model(new() { Kp = 7, Limit = 90, Bias = 0 }, new() { Speed = Speed.Squared }).Apply(controller);
        controller.Limit.ShouldBe(90);
        controller.Step(2).ShouldBe(28 + Tolls.Toll(2));

        var (curve, learned) = (new Curve(), new Curve.AtProgram.Model(new Curve.AtProgram.Weights { Slope = 3, Offset = 1 }));
        learned.Apply(curve).At(2).ShouldBe(13);
        curve.At(2).ShouldBe(4, "a struct is copied");
        Curve.Learned().ShouldBe(new Curve());
    }
}
