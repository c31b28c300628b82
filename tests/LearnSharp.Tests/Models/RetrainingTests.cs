using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LearnSharp.Tests.Programs;

namespace LearnSharp.Tests.Models;

/// <summary>
/// The monthly job: load last month's artefact, fit on new rows from it, compare both on the same held-out rows, save only if better.
/// </summary>
public sealed class RetrainingTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"learnsharp-{Guid.NewGuid():N}.learned.json");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_better_model_replaces_the_artefact()
    {
        Decay.CurveProgram.Fit(Month(rate: 1.0)).Save(_path);
        var old = File.ReadAllText(_path);
        Retrain(Month(rate: 1.6)).ShouldBeTrue();
        File.ReadAllText(_path).ShouldNotBe(old);
        var model = Decay.CurveProgram.Load(_path);
        model.Weights.Rate.ShouldBe(1.6, 0.05);
        model.Training.ShouldNotBeNull().LossAfter.ShouldBeLessThan(model.Training.LossBefore);
    }

    [Fact]
    public void A_model_that_is_no_better_leaves_the_artefact_alone()
    {
        Decay.CurveProgram.Fit(Month(rate: 1.0)).Save(_path);
        var old = File.ReadAllText(_path);

        // A month of wild training rows, while the held-out rows are as ever.
        var month = Month(rate: 1.0);
        for (var i = 0; i < month.Count * 3 / 4; i++)
            month[i] = (month[i].Input, 100 - month[i].Target);
        Retrain(month).ShouldBeFalse();
        File.ReadAllText(_path).ShouldBe(old);
    }

    [Fact]
    public void Training_again_on_the_same_rows_writes_the_same_bytes()
    {
        Decay.CurveProgram.Fit(Month(rate: 1.0), options: new() { Seed = 9 }).Save(_path);
        var first = File.ReadAllBytes(_path);
        Decay.CurveProgram.Fit(Month(rate: 1.0), options: new() { Seed = 9 }).Save(_path);
        File.ReadAllBytes(_path).ShouldBe(first);
    }

    private bool Retrain(List<(Decay.CurveProgram.Input Input, double Target)> month)
    {
        var old = Decay.CurveProgram.Load(_path);
        var training = month.Take(month.Count * 3 / 4);
        var held = month.Skip(month.Count * 3 / 4).ToList();
        var fit = Decay.CurveProgram.Fit(training, initial: old);
        if (fit.Model.Evaluate(held).Loss >= old.Evaluate(held).Loss)
            return false;
        fit.Save(_path);
        return true;
    }

    private static List<(Decay.CurveProgram.Input Input, double Target)> Month(double rate)
    {
        var random = new LearnSharp.Optimization.SeededRandom(4);
        return [.. Enumerable.Range(0, 80).Select(i => i * 37 % 80 * 0.05)
            .Select(x => (new Decay.CurveProgram.Input(x), (4 * Math.Exp(-rate * x)) + 1 + (0.02 * random.NextGaussian())))];
    }
}
