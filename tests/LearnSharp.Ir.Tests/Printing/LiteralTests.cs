using System;
using System.Globalization;
using LearnSharp.Ir;

namespace LearnSharp.Ir.Tests;

public class LiteralTests
{
    private static readonly EnumType Rounding = new("global::Shop.Rounding", [new("Down", 0), new("Up", 1), new("class", 7)]);

    public static TheoryData<double, string> Doubles => new()
    {
        { 0.3, "0.3" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { 1e-05, "0.00001" },
        { 1.25e-07, "1.25e-7" },
        { 42, "42.0" },
        { -1500, "-1500.0" },
        { 123456789012345, "123456789012345.0" },
        { 1e15, "1e15" },
        { 6.02214076e23, "6.02214076e23" },
        { -0.0, "-0.0" },
        { double.NaN, "double.NaN" },
        { double.PositiveInfinity, "double.PositiveInfinity" },
        { double.NegativeInfinity, "double.NegativeInfinity" },
        { double.MaxValue, "double.MaxValue" },
        { Math.PI, "3.141592653589793" },
    };

    [Theory]
    [MemberData(nameof(Doubles))]
    public void Doubles_are_short_and_readable(double value, string text) => Literals.Print(Constant.Of(value)).Text.ShouldBe(text);

    [Fact]
    public void Other_constants_say_their_type()
    {
        Literals.Print(Constant.Of(0.1f)).Text.ShouldBe("0.1f");
        Literals.Print(Constant.Of(3f)).Text.ShouldBe("3f");
        Literals.Print(Constant.Of(-0f)).Text.ShouldBe("-0f");
        Literals.Print(Constant.Of(7L)).Text.ShouldBe("7L");
        Literals.Print(Constant.Of(int.MinValue)).Text.ShouldBe("int.MinValue");
        Literals.Print(Constant.Of(long.MinValue)).Text.ShouldBe("long.MinValue");
        Literals.Print(Constant.Of(true)).Text.ShouldBe("true");
        Literals.Print(Constant.Of(Rounding, 1)).Text.ShouldBe("global::Shop.Rounding.Up");
        Literals.Print(Constant.Of(Rounding, 7)).Text.ShouldBe("global::Shop.Rounding.@class");
        Literals.Print(Constant.Of(Rounding, 5)).Text.ShouldBe("(global::Shop.Rounding)5");
    }

    [Fact]
    public void Every_double_and_float_reads_back_to_its_bits_in_any_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        german.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = german;
            var random = new Random(1);
            for (var i = 0; i < 20_000; i++)
            {
                var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
                if (double.IsFinite(value) && Math.Abs(value) != double.MaxValue)
                    double.Parse(Literals.Print(Constant.Of(value)).Text, CultureInfo.InvariantCulture).ShouldBe(value);
                var single = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
                if (float.IsFinite(single))
                    float.Parse(Literals.Print(Constant.Of(single)).Text.TrimEnd('f'), CultureInfo.InvariantCulture).ShouldBe(single);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
