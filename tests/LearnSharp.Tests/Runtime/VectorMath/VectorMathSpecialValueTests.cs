using System;
using System.Linq;
using System.Runtime.Intrinsics;
using LearnSharp.Runtime;

namespace LearnSharp.Tests.Runtime;

public class VectorMathSpecialValueTests
{
    private static readonly double[] Values =
    [
        0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 4, -4, 1.5, -1.5, 2.5, -2.5,
        1000, -1000, 1001, -1001, 1e22, 800, -800, -7.5,
        double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 1e-310, -1e-310,
        9007199254740991, -9007199254740991, 9007199254740992, 9007199254740994, 0.49999999999999994,
        1 + 2.2204460492503131E-16, 1 - 1.1102230246251565E-16, -1 - 2.2204460492503131E-16, -1 + 1.1102230246251565E-16,
    ];

    public static TheoryData<string> WithScalar => [.. VectorFunctions.All.Where(f => f.Scalar is not null).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(WithScalar))]
    public void Zeros_infinities_and_NaN_come_out_as_in_System_Math(string name)
    {
        var function = VectorFunctions.Named(name);
        var results = function.Evaluate(Values);
        for (var i = 0; i < Values.Length; i++)
        {
            ShouldBeAlike(results[i], function.Scalar!(Values[i]), $"{name}({Values[i]:R})");
        }
    }

    [Theory]
    [MemberData(nameof(WithScalar))]
    public void Zeros_infinities_and_NaN_of_floats_come_out_as_in_System_Math(string name)
    {
        var function = VectorFunctions.Named(name);
        var points = Values.Select(x => (float)x).ToArray();
        var results = function.Evaluate(points);
        for (var i = 0; i < points.Length; i++)
        {
            var expected = (float)function.Scalar!(points[i]);
            if (float.IsNaN(expected) || float.IsInfinity(expected) || expected == 0)
            {
                var isSame = float.IsNaN(expected)
                    ? float.IsNaN(results[i])
                    : BitConverter.SingleToInt32Bits(results[i]) == BitConverter.SingleToInt32Bits(expected);
                isSame.ShouldBeTrue($"{name}({points[i]:R}) = {results[i]:R}, expected {expected:R}");
            }
        }
    }

    [Fact]
    public void Functions_that_System_Math_lacks_have_their_limits()
    {
        var points = new[] { 0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity };
        VectorFunctions.Named("Erf").Evaluate(points).Select(Bits).ShouldBe(new[] { 0, -0.0, double.NaN, 1, -1 }.Select(Bits));
        VectorFunctions.Named("Erfc").Evaluate(points).ShouldBe([1, 1, double.NaN, 0, 2]);
        VectorFunctions.Named("Sigmoid").Evaluate(points).ShouldBe([0.5, 0.5, double.NaN, 1, 0]);
        VectorFunctions.Named("Softplus").Evaluate(points)[2..].ShouldBe([double.NaN, double.PositiveInfinity, 0]);
    }

    [Fact]
    public void Powers_of_special_values_come_out_as_in_System_Math()
        => CompareAllPairs(VectorMath.Pow, Math.Pow, "Pow");

    [Fact]
    public void Logarithms_in_special_bases_come_out_as_in_System_Math()
        => CompareAllPairs(VectorMath.Log, Math.Log, "Log");

    [Fact]
    public void Sine_and_cosine_at_once_have_the_bits_of_each_alone()
    {
        foreach (var x in Values.Concat(VectorMathPoints.Between(-double.MaxValue, double.MaxValue, seed: 21)))
        {
            var block = Vector512.Create(x);
            var sine = VectorMath.SinCos(block, out var cosine);

            sine.AsInt64().ShouldBe(VectorMath.Sin(block).AsInt64());
            cosine.AsInt64().ShouldBe(VectorMath.Cos(block).AsInt64());
        }
    }

    [Fact]
    public void Directions_of_special_values_come_out_as_in_System_Math()
        => CompareAllPairs(VectorMath.Atan2, Math.Atan2, "Atan2");

    [Fact]
    public void Exact_operations_are_those_of_System_Math()
    {
        CompareAllPairs(VectorMath.Remainder, (x, y) => x % y, "Remainder", exactly: true);
        CompareAllPairs(VectorMath.IEEERemainder, Math.IEEERemainder, "IEEERemainder", exactly: true);
        CompareAllPairs(VectorMath.Max, Math.Max, "Max", exactly: true);
        CompareAllPairs(VectorMath.Min, Math.Min, "Min", exactly: true);
        CompareAllPairs(VectorMath.MaxMagnitude, Math.MaxMagnitude, "MaxMagnitude", exactly: true);
        CompareAllPairs(VectorMath.MinMagnitude, Math.MinMagnitude, "MinMagnitude", exactly: true);
        CompareAllPairs(VectorMath.CopySign, Math.CopySign, "CopySign", exactly: true);
        CompareAllPairs((x, y) => VectorMath.FusedMultiplyAdd(x, y, x), (x, y) => Math.FusedMultiplyAdd(x, y, x), "FusedMultiplyAdd", exactly: true);
        CompareAllPairs((x, _) => VectorMath.Abs(x), (x, _) => Math.Abs(x), "Abs", exactly: true);
        CompareAllPairs((x, _) => VectorMath.Sqrt(x), (x, _) => Math.Sqrt(x), "Sqrt", exactly: true);
        CompareAllPairs((x, _) => VectorMath.Floor(x), (x, _) => Math.Floor(x), "Floor", exactly: true);
        CompareAllPairs((x, _) => VectorMath.Ceiling(x), (x, _) => Math.Ceiling(x), "Ceiling", exactly: true);
        CompareAllPairs((x, _) => VectorMath.Round(x), (x, _) => Math.Round(x), "Round", exactly: true);
        CompareAllPairs((x, _) => VectorMath.Truncate(x), (x, _) => Math.Truncate(x), "Truncate", exactly: true);
    }

    [Theory]
    [InlineData(709.782712893384)]
    [InlineData(709.7827128933841)]
    [InlineData(-745.1332191019411)]
    [InlineData(-745.1332191019412)]
    public void The_exponential_overflows_and_underflows_where_System_Math_does(double x)
    {
        var (actual, expected) = (VectorMath.Exp(Vector512.Create(x))[0], Math.Exp(x));
        double.IsFinite(actual).ShouldBe(double.IsFinite(expected));
        (actual == 0).ShouldBe(expected == 0);
    }

    [Fact]
    public void Logarithms_of_powers_of_two_are_exact()
    {
        for (var e = -1074; e < 1024; e++)
        {
            VectorMath.Log2(Vector512.Create(Math.ScaleB(1, e)))[0].ShouldBe(e);
            VectorMath.Exp2(Vector512.Create((double)e))[0].ShouldBe(Math.ScaleB(1, e));
        }
    }

    private static void CompareAllPairs(
        Func<Vector512<double>, Vector512<double>, Vector512<double>> actual,
        Func<double, double, double> expected,
        string name,
        bool exactly = false)
    {
        foreach (var x in Values)
        {
            foreach (var y in Values)
            {
                var result = actual(Vector512.Create(x), Vector512.Create(y))[0];
                var what = $"{name}({x:R}, {y:R})";
                if (exactly)
                {
                    (double.IsNaN(expected(x, y)) ? double.IsNaN(result) : Bits(result) == Bits(expected(x, y))).ShouldBeTrue($"{what} = {result:R}");
                }
                else
                {
                    ShouldBeAlike(result, expected(x, y), what);
                }
            }
        }
    }

    // The special results and the signs must agree; the others are a matter of accuracy, looked at elsewhere.
    private static void ShouldBeAlike(double actual, double expected, string what)
    {
        if (double.IsNaN(expected))
        {
            double.IsNaN(actual).ShouldBeTrue($"{what} = {actual:R}");
        }
        else if (double.IsInfinity(expected) || expected == 0 || Math.Abs(expected) == 1)
        {
            Bits(actual).ShouldBe(Bits(expected), $"{what} = {actual:R}, expected {expected:R}");
        }
        else
        {
            (Math.Abs(actual - expected) <= Math.Abs(expected) * 4e-15 + double.Epsilon).ShouldBeTrue($"{what} = {actual:R}, expected {expected:R}");
        }
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
