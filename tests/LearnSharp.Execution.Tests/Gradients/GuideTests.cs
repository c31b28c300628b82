namespace LearnSharp.Execution.Tests.Gradients;

/// <summary>The example of docs/gradients.md, with the numbers that the page states.</summary>
public sealed class GuideTests
{
    [Fact]
    public void The_page_states_what_comes_out()
    {
        double[] parcels = [4, 9];

        var dParcels = new double[2];
        var price = Shop.PriceProgram.Gradient(10, parcels, 0.3, 1.5, out var dKm, dParcels, out var dPerKm, out var dPerKg);
        price.ShouldBe(10.5);
        (dKm, dPerKm, dPerKg).ShouldBe((0.3, 10.0, 5.0));
        dParcels.ShouldBe([0.375, 0.25]);

        Shop.PriceProgram.Pullback(10, parcels, 0.3, 1.5, 2.0, out dKm, dParcels, out dPerKm, out dPerKg).ShouldBe(10.5);
        (dKm, dPerKm, dPerKg).ShouldBe((0.6, 20.0, 10.0));
        dParcels.ShouldBe([3 * 0.375, 3 * 0.25]);

        var (value, tangent) = Shop.PriceProgram.Pushforward(10, 1, parcels, [8, 8], 0.3, 0, 1.5, 0);
        value.ShouldBe(10.5);
        tangent.ShouldBe(5.3, 1e-14);
    }

    [Fact]
    public void Where_a_slope_is_infinite_a_zero_tangent_says_nothing()
    {
        Shop.PriceProgram.Pushforward(10, 1, [0.0], [1.0], 0.3, 0, 1.5, 0).Tangent.ShouldBe(double.PositiveInfinity);
        Shop.PriceProgram.Pushforward(10, 1, [0.0], [0.0], 0.3, 0, 1.5, 0).Tangent.ShouldBe(double.NaN);
    }
}
