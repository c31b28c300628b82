using System;
using LearnSharp.Ir;
using LearnSharp.Tests.Programs;

namespace LearnSharp.Tests.Models;

public class LearnedSourceTests
{
    [Fact]
    public void A_model_prints_the_method_with_its_weights_as_constants_and_its_choice_decided()
    {
        var model = new Compact<Printed, double>.Model(new(new([2.5]), new([1]), null, []));
        var text = model.ToCSharp();
        text.ShouldContain("public static double Price(double km)");
        text.ShouldContain("2.5");
        text.ShouldNotContain("if");
        text.ShouldNotContain("LearnSharp");
        text.ShouldContain("+ 1");
    }

    /// <summary>
    /// double Price(double km, [Weight] double rate, [Choice] bool withFee) { if (withFee) return km * rate + 1.0; return km * rate; }.
    /// </summary>
    private sealed class Printed : IDefinition<double>
    {
        public static ProgramInfo Info { get; } = new()
        {
            FullName = "Tests.Price",
            ArtefactName = "Price",
            Signature = "Price",
            SignatureHash = "0",
            BodyHash = "0",
            Inputs = [new InputInfo("Km", "double")],
            Weights = [new WeightInfo("Rate", 1)],
            Choices = [new ChoiceInfo("WithFee", ["false", "true"], 0, Ordered: false)],
            HasGradient = true,
            Ir = IrText.Write(Program()),
        };

        public static double Run(in Row row, double[] w, int[] c) => (row.X * w[0]) + c[0];

        public static double Pullback(in Row row, double[] w, int[] c, double[] seed, Span<double> d)
        {
            d[0] += seed[0] * row.X;
            return Run(in row, w, c);
        }

        private static LearnableProgram Program()
        {
            var km = new Local(0, ScalarType.Double, "km");
            var rate = new Local(1, ScalarType.Double, "rate");
            var fee = new Local(2, ScalarType.Bool, "withFee");
            Expression product = new Binary(BinaryOperator.Multiply, new LocalRead(km), new LocalRead(rate));
            Statement withFee = new Return([new Binary(BinaryOperator.Add, product, Constant.Of(1.0))]);
            var body = new Block([new If(new LocalRead(fee), new Block([withFee]), new Block([])), new Return([product])]);
            var root = new Function(
                "Tests.Price(double, double, bool)",
                "Price",
                [new Parameter(km), new Parameter(rate, ParameterRole.Weight), new Parameter(fee, ParameterRole.Choice)],
                [ScalarType.Double],
                body);
            return new LearnableProgram(
                new IrProgram(root, []),
                [new WeightSpec("Rate", 1, false, 1, double.NegativeInfinity, double.PositiveInfinity, false, null, false)],
                [new ChoiceSpec("WithFee", 2, false, [Constant.Of(false), Constant.Of(true)], 0)]);
        }
    }
}
