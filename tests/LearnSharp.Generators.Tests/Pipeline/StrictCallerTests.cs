namespace LearnSharp.Generators.Tests.Pipeline;

/// <summary>What is generated compiles without a word under promises that the project makes for its own lines.</summary>
public sealed class StrictCallerTests
{
    [Fact]
    public void An_assembly_that_promises_a_surface_for_all_languages_has_public_programs() => GeneratorHost.Open("""
        #pragma warning disable CS1591
        using LearnSharp;
        [assembly: System.CLSCompliant(true)]
        namespace Shop;
        public static partial class Fare
        {
            [Learnable(SecondOrder = true)] public static double Toll(double km, [Weight] double rate = 0.2) => km * rate;
            [Learnable] public static double[] Curve(double[] xs, double by) { var ys = new double[xs.Length]; for (var i = 0; i < xs.Length; i++) ys[i] = xs[i] * by; return ys; }
            [Learned(nameof(Toll))] public static partial double Quote(double km);
        }
        public sealed partial class Pid
        {
            [Weight] public double Gain { get; set; } = 2;
            [Learnable] public double Step(double error) => Gain * error;
        }
        """).Problems().ShouldBeEmpty();
}
