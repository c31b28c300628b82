using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace LearnSharp;

/// <summary>Lines of cells in columns: the first to the left, numbers to the right.</summary>
/// <param name="leftColumns">Number of columns from the first that are aligned to the left.</param>
internal sealed class TextTable(int leftColumns)
{
    private readonly List<string[]> _lines = [];

    /// <summary>Adds a line.</summary>
    public void Add(params string[] cells) => _lines.Add(cells);

    /// <summary>Writes the lines, each indented by two spaces and without spaces at its end.</summary>
    public void AppendTo(StringBuilder text)
    {
        var columns = _lines.Max(static line => line.Length);
        var widths = Enumerable.Range(0, columns).Select(column => _lines.Max(line => column < line.Length ? line[column].Length : 0)).ToArray();
        foreach (var line in _lines)
        {
            var cells = line.Select((cell, column) => column < leftColumns ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.Append("  ").Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }
    }
}
