using System;
using System.IO;

namespace LearnSharp.Execution.Tests.Fitting;

/// <summary>The job of docs/retraining.md.</summary>
public sealed class RetrainingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("learnsharp-retraining-").FullName;

    private string Artefact => Path.Combine(_folder, "Delivery.Price.learned.json");

    [Fact]
    public void Prices_that_have_risen_are_learned_from_last_months_model()
    {
        Deploy(Order.Generate(200, seed: 1, perKm: 0.42, heavy: 30, surcharge: 0.25));

        Retrain(Order.Generate(240, seed: 2, perKm: 0.55, heavy: 30, surcharge: 0.25)).ShouldBeTrue();

        Delivery.PriceProgram.Load(Artefact).Weights.PerKm.ShouldBe(0.55, 0.01);
    }

    [Fact]
    public void A_model_that_is_no_better_is_not_saved()
    {
        Deploy(Order.Generate(4000, seed: 1, perKm: 0.42, heavy: 30, surcharge: 0.25));
        var deployed = File.ReadAllText(Artefact);

        Retrain(Order.Generate(12, seed: 3, perKm: 0.42, heavy: 30, surcharge: 0.25, noise: 3)).ShouldBeFalse();

        File.ReadAllText(Artefact).ShouldBe(deployed);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Deploy(Order[] orders) => Delivery.PriceProgram.Fit(orders, o => new(o.Km, o.Kg), o => o.Paid).Save(Artefact);

    private bool Retrain(Order[] orders)
    {
        var deployed = Delivery.PriceProgram.Load(Artefact);
        var (train, heldOut) = (orders[..(orders.Length * 3 / 4)], orders[(orders.Length * 3 / 4)..]);
        var fit = Delivery.PriceProgram.Fit(train, o => new(o.Km, o.Kg), o => o.Paid, initial: deployed);

        var before = deployed.Evaluate(heldOut, o => new(o.Km, o.Kg), o => o.Paid);
        var after = fit.Model.Evaluate(heldOut, o => new(o.Km, o.Kg), o => o.Paid);
        if (!(after.Loss < before.Loss))
            return false;
        fit.Save(Artefact);
        return true;
    }
}
