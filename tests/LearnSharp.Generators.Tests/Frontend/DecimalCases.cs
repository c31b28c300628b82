using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Decimals: the value is exact, the derivative that of doubles.</summary>
internal static class DecimalCases
{
    private static readonly object?[][] Pairs = [[2.5, 1.25], [-1.5, 0.3], [0.1, 0.7]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("decimal there and back", "public static double M(double x, double y) { var d = (decimal)x; return (double)d * y; }", Pairs),
        Of("decimal arithmetic", "public static double M(double x, double y) { decimal d = (decimal)x, e = (decimal)y; var f = (d + e) * d / (e + 3m) - -d % 2 + 1.19m; return (double)f; }", Pairs),
        Of("decimal without the errors of doubles", "public static double M(double x, double y) { var d = (decimal)x; var e = d * 3m - d - d - d; var f = (decimal)y + 0.1m + 0.2m - 0.3m; return (double)e + (double)(f * d) + (double)(f - (decimal)y); }", Pairs),
        Of("decimal variables and compound assignment", "public static double M(double x, double y) { decimal total = 0; for (var i = 1; i <= 4; i++) { total += (decimal)x * i; total *= 1.01m; total++; if (total > 5m) total -= (decimal)y; } return (double)total; }", Pairs),
        Of("decimal comparisons and choices", "public static double M(double x, double y) { var d = (decimal)x; var e = d > 1m ? d * d : (decimal)y; if (e == d || e >= 4m) e += d; return (double)e * (d < 0 ? 2 : 3); }", Pairs),
        Of("conversions by methods", "public static double M(double x, double y) { var d = new decimal(x); var e = Convert.ToDecimal(y); var f = Convert.ToSingle(2.5); return Convert.ToDouble(d * e) * 2 + decimal.ToDouble(d / 3m) + Convert.ToDouble(f) * y + Convert.ToDouble(3) + Convert.ToInt32(x + 0.2) * y + (d.CompareTo(e) > 0 ? x : 0) + (d.Equals(e) ? 1 : y) + Convert.ToDouble(2.5m); }", Pairs),
        Of("decimal functions", "public static double M(double x, double y) { var d = (decimal)x; var e = (decimal)y; return (double)(Math.Abs(d) * Math.Max(d, e) + Math.Min(d, 1m) * decimal.Max(e, 0.5m) + decimal.Negate(d) + decimal.Multiply(d, e)); }", Pairs),
        Of("decimal rounding", "public static double M(double x, double y) { var d = (decimal)x * 1.2345m; return (double)(Math.Round(d, 2) + Math.Floor(d) + decimal.Truncate(d) + decimal.Round(d, 1, MidpointRounding.AwayFromZero)) * y + (double)(int)d; }", Pairs),
        Of("decimals handed to methods", "static decimal Gross(decimal net, decimal rate) => net * (1 + rate);\nstatic decimal Money(double x) => (decimal)x;\nstatic double Plain(decimal d) => (double)d * 2;\npublic static double M(double x, double y) => (double)Gross(Money(x), (decimal)y) + Plain(Money(y));", Pairs),
        Of("decimal of a float", "public static double M(float x) { var d = (decimal)x; return (double)(d * d) + (float)d; }", [1.5f], [-0.25f]),
        Of("decimals as data beside active ones", "public static double M(double x, decimal d, int n) { var net = d * 1.19m; decimal all = n; all += net; var paid = (decimal)x * all; return (double)paid + (double)net; }", [1.5, 10.25m, 3], [-0.5, 0.01m, 1]),
        Of("decimal patterns on data", "public static double M(double x, decimal d) { var n = d + 1m; var e = (decimal)x * n; var k = n switch { 2m => 1, > 3m => 2, _ => 3 }; decimal? o = n; return (double)e * k + (o.HasValue ? (double)o.Value : 0); }", [1.5, 1m], [1.5, 4m], [-0.5, 0m]),
        Of("decimal as text", "public static double M(double x, double y) { var d = (decimal)x; var s = $\"{d:F2}\"; return (double)d * s.Length * y; }", Pairs),
    ];
}
