using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace LearnSharp.Benchmarks.Nist;

/// <summary>One file of the NIST StRD nonlinear regression set.</summary>
/// <param name="Name">The dataset's name: <c>Misra1a</c>.</param>
/// <param name="Starts">The two starting points, a value per parameter.</param>
/// <param name="Certified">The certified values, 11 digits.</param>
/// <param name="Rows">The observations: response first, then the predictors.</param>
internal sealed partial record NistProblem(string Name, double[][] Starts, double[] Certified, IReadOnlyList<double[]> Rows)
{
    /// <summary>Reads a <c>.dat</c> file.</summary>
    /// <exception cref="FormatException">The file is not of the set's format; the message names file and line.</exception>
    public static NistProblem Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var name = lines.Select(static line => NameLine().Match(line)).FirstOrDefault(static match => match.Success)?.Groups[1].Value
            ?? throw new FormatException($"{path}: no 'Dataset Name:' line.");
        var parameters = lines.Select(static line => ParameterLine().Match(line)).Where(static match => match.Success).ToArray();
        if (parameters.Length == 0)
            throw new FormatException($"{path}: no starting values.");

        double[] Column(int group) => [.. parameters.Select(match => Number(match.Groups[group].Value, path))];

        var header = Array.FindLastIndex(lines, static line => line.StartsWith("Data:", StringComparison.Ordinal));
        var rows = lines.Skip(header + 1)
            .Where(static line => !string.IsNullOrWhiteSpace(line))
            .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Number(word, path)).ToArray())
            .ToArray();
        return new(name, [Column(1), Column(2)], Column(3), rows);
    }

    private static double Number(string text, string path) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"{path}: '{text}' is not a number.");

    [GeneratedRegex(@"^Dataset Name:\s+(\S+)")]
    private static partial Regex NameLine();

    [GeneratedRegex(@"^\s*b\d+\s*=\s*(\S+)\s+(\S+)\s+(\S+)\s+\S+\s*$")]
    private static partial Regex ParameterLine();
}
