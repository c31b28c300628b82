using System.Globalization;

namespace LearnSharp.Execution.Tests.Surface;

/// <summary>What is printed does not depend on the culture of the thread.</summary>
public sealed class CultureTests
{
    [Fact]
    public void Weights_and_inputs_print_the_same_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        commas.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = commas;
            new Writers.PowersProgram.Weights { Power = -1.5 }.ToString().ShouldBe("Weights { Power = -1.5 }");
            new GlobalCurve.CurveProgram.Input(-0.5, 2).ToString().ShouldBe("Input { X = -0.5, N = 2 }");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}

internal static partial class GlobalCurve
{
    [Learnable]
    public static double Curve(double x, int n, [Weight] double a = 1) => a * x * n;
}
