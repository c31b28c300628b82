using System.Linq;
using System.Text.RegularExpressions;
using LearnSharp.Tests.Programs;

namespace LearnSharp.Tests.Models;

public class ReportTests
{
    [Fact]
    public void The_result_is_a_table_that_a_person_can_read()
    {
        var rows = Enumerable.Range(0, 20).Select(i => i * 0.2)
            .Select((x, i) => (new Decay.CurveProgram.Input(x), (3 / (1 + (0.7 * x))) + 0.5 + (i % 2 == 0 ? 0.01 : -0.01)));
        var report = Decay.CurveProgram.Fit(rows).ToString();
        Regex.Replace(report, @"after \d+ evaluations in [\d.]+ m?s", "after N evaluations in T").ShouldBe("""
            Decay.Curve, fitted to 20 rows by Levenberg–Marquardt

                             before        after
              squared loss  3.06019  9.86183E-05

              weight     start     value  std. error
              Amplitude      1   3.00179      0.0161
              Rate           1  0.703622      0.0134
              Offset         0  0.502336      0.0185

              choice  start        chosen
              Shape   Exponential  Hyperbolic

              3 combinations were tried:
              Shape        squared loss
              Hyperbolic    9.86183E-05
              Exponential   0.000714909
              Linear          0.0443127

              converged after N evaluations in T

            """);
    }
}
