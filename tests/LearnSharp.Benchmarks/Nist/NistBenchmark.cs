using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace LearnSharp.Benchmarks.Nist;

/// <summary>Fits the NIST StRD nonlinear regression problems and scores the digits that agree with the certified values.</summary>
internal static class NistBenchmark
{
    /// <summary>The certified values carry eleven digits.</summary>
    private const double MostDigits = 11;

    /// <summary>A start counts as solved when every parameter agrees to this many digits.</summary>
    private const double SolvedDigits = 4;

    /// <summary>Fits every problem in a folder from both starts and prints a row each, then the score.</summary>
    /// <param name="directory">A folder with <c>.dat</c> files.</param>
    /// <param name="output">Where to print.</param>
    /// <returns>0 when something was fitted, 1 otherwise.</returns>
    public static int Run(string directory, TextWriter output)
    {
        if (!Directory.Exists(directory))
        {
            output.WriteLine($"No folder {directory}: give the folder with the .dat files of the NIST StRD nonlinear regression set.");
            return 1;
        }

        var (solved, total, digits) = (0, 0, 0.0);
        output.WriteLine($"{"problem",-10} {"start",5} {"LRE",6} {"evaluations",12} {"ms",8}  stop");
        foreach (var path in Directory.EnumerateFiles(directory, "*.dat").Order(StringComparer.Ordinal))
        {
            var problem = NistProblem.Read(path);
            if (NistCatalog.Find(problem.Name) is not { } model)
            {
                output.WriteLine($"{problem.Name,-10} no model");
                continue;
            }

            for (var start = 0; start < problem.Starts.Length; start++)
            {
                var clock = Stopwatch.StartNew();
                var outcome = model.Fit(problem, problem.Starts[start]);
                var score = outcome.Parameters.Zip(problem.Certified, LogRelativeError).Min();
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{problem.Name,-10} {start + 1,5} {score,6:F2} {outcome.Evaluations,12} {clock.Elapsed.TotalMilliseconds,8:F1}  {outcome.Stop}"));
                total++;
                digits += score;
                if (score >= SolvedDigits)
                    solved++;
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"nist: solved {solved}/{total}, mean LRE {(total == 0 ? 0 : digits / total):F2}"));
        return total == 0 ? 1 : 0;
    }

    /// <summary>The number of agreeing digits: −log₁₀ of the relative error, between 0 and 11 (McCullough 1998).</summary>
    private static double LogRelativeError(double estimate, double certified)
    {
        if (double.IsNaN(estimate))
            return 0;
        var error = Math.Abs(estimate - certified) / Math.Abs(certified);
        return error == 0 ? MostDigits : Math.Clamp(-Math.Log10(error), 0, MostDigits);
    }
}
