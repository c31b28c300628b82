using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearnSharp.GradBench.Modules;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.Benchmarks.Gradients;

/// <summary>gradbench's functions: what the derivative costs beside the value, and beside the derivatives of other tools.</summary>
internal static class GradientsBenchmark
{
    // All take their turns this often, so that what slows the machine for a while slows none of them alone; the shortest call of all turns counts.
    private const int Turns = 4;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(0.4);

    /// <summary>Prints one row per case, and what the rows come to.</summary>
    /// <param name="directory">Where inputs may be, <c>name.json</c> each; those that are not are drawn.</param>
    /// <param name="only">A part of the names of the rows to run; empty for all.</param>
    /// <param name="peers">Other gradbench tools, <c>name=command</c> each.</param>
    /// <param name="output">Where to.</param>
    public static int Run(string directory, string only, IReadOnlyList<string> peers, TextWriter output)
    {
        output.WriteLine($"{"",-36} {"primal µs",12} {"gradient µs",12} {"ratio",8} {"bytes",10} {"kept",12}");
        var rows = new List<GradientRow>();
        foreach (var row in GradientCase.All.Where(row => row.Name.Contains(only, StringComparison.Ordinal)))
        {
            if (GradientInputs.Of(row, directory) is { } text)
                rows.Add(Measure(row, text, peers, output));
            else
                output.WriteLine($"{row.Name,-36} no input: {row.Input}.json is not in {directory}");
        }

        if (rows.Any(static row => row.Best is not null))
            Summarize(rows, output);
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest working set of this process: {process.PeakWorkingSet64 / 1e6:F0} MB"));
        return 0;
    }

    private static GradientRow Measure(GradientCase row, string text, IReadOnlyList<string> options, TextWriter output)
    {
        using var document = JsonDocument.Parse(text);
        var prepare = Catalog.Modules[row.Module];
        var gradient = prepare(row.Gradient, document.RootElement)!;
        var measured = new GradientRow(
            row,
            row.Primal.Length > 0 ? new(prepare(row.Primal, document.RootElement)!) : null,
            new(gradient),
            [.. options.Select(option => Peer.Start(option, row.Module))]);
        try
        {
            measured.Primal?.Warm();
            measured.Gradient.Warm();
            var input = JsonNode.Parse(text)!;
            if (input is JsonObject settings)
                (settings["min_runs"], settings["min_seconds"]) = (1, Turn.TotalSeconds / 2);
            for (var turn = 0; turn < Turns; turn++)
            {
                Measurement.InTurn(measured.Primal, measured.Gradient, Turn);
                foreach (var peer in measured.Peers)
                    peer.Run(row, input);
            }
        }
        finally
        {
            foreach (var peer in measured.Peers)
                peer.Dispose();
        }

        Print(measured, Output(gradient), output);
        return measured;
    }

    private static void Print(GradientRow row, JsonNode ours, TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Case.Name,-36} {Time(row.Primal?.Microseconds)} {Time(row.Gradient.Microseconds)} {Ratio(row.Gradient.Microseconds / row.Primal?.Microseconds)} "
            + $"{row.Gradient.Bytes,10} {row.Gradient.Kept,12}"));
        foreach (var peer in row.Peers)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {peer.Name,-34} {Time(peer.Primal)} {Time(peer.Gradient)} {Ratio(peer.Gradient / peer.Primal)} ")
                + (peer.Missing ?? string.Create(
                    CultureInfo.InvariantCulture,
                    $"ours / {peer.Name}: {row.Gradient.Microseconds / peer.Gradient:F2}, outputs within {Agreement.Difference(ours, peer.Output):0e+0}")
                + (peer.Tool == row.Case.ClosedForm ? ", a closed form" : "")));
        }

        output.Flush();
    }

    private static void Summarize(List<GradientRow> rows, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{"",-36} {"fastest primal",24} {"gradient µs",12} {"ratio",8} {"best peer",24} {"ours/best",9}");
        foreach (var row in rows.Where(static row => row.Best is not null))
        {
            var (who, primal) = row.FastestPrimal;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Case.Name,-36} {who,11} {Time(primal)} {Time(row.Gradient.Microseconds)} {Ratio(row.AgainstPrimal)} "
                + $"{row.Best!.Name,11} {Time(row.Best.Gradient)} {row.AgainstBest,9:F2}{(row.Case.IsCounted ? "" : "  (not counted)")}"));
        }

        var ratios = rows.Where(static row => row.Case.IsCounted && row.Best is not null).Select(static row => row.AgainstBest).ToArray();
        if (ratios.Length > 0)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"ours / best peer over {ratios.Length} rows: geometric mean {Math.Exp(ratios.Average(Math.Log)):F2}, largest {ratios.Max():F2}"));
        }
    }

    private static string Time(double? microseconds) =>
        microseconds is { } time && double.IsFinite(time) ? time.ToString("F1", CultureInfo.InvariantCulture).PadLeft(12) : "–".PadLeft(12);

    private static string Ratio(double? ratio) =>
        ratio is { } value && double.IsFinite(value) && value > 0 ? value.ToString("F2", CultureInfo.InvariantCulture).PadLeft(8) : "–".PadLeft(8);

    private static JsonNode Output(PreparedFunction function)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            function.Write(json);
        return JsonNode.Parse(Encoding.UTF8.GetString(buffer.ToArray()))!;
    }
}
