using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace QuickStart;

/// <summary>Reads races from a table with the columns <c>meters</c>, <c>seconds</c> and, if there are any women in it, <c>women</c> (0 or 1).</summary>
public static class CsvRaces
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Comma-separated, a header line first, numbers with a decimal point.</param>
    /// <exception cref="FormatException">A column is missing or a value is not a number; the message names the line and the column.</exception>
    public static IReadOnlyList<Race> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        if (lines.Length < 2)
            throw new FormatException($"{path} has no rows: a header line 'meters,seconds,women' and a line per race are expected.");

        var header = lines[0].Split(',').Select(static name => name.Trim().ToLowerInvariant()).ToArray();
        var (meters, seconds, women) = (Array.IndexOf(header, "meters"), Array.IndexOf(header, "seconds"), Array.IndexOf(header, "women"));
        if (meters < 0 || seconds < 0)
            throw new FormatException($"{path} line 1: the columns 'meters' and 'seconds' are expected, found '{lines[0]}'.");

        var races = new List<Race>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            var cells = lines[i].Split(',');
            double Number(int column) =>
                column < cells.Length && double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                    ? value
                    : throw new FormatException($"{path} line {i + 1}: column '{header[column]}' holds no number.");
            races.Add(new(Number(meters), women >= 0 && Number(women) != 0, Number(seconds)));
        }

        return races;
    }
}
