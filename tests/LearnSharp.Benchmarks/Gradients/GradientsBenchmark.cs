using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearnSharp.GradBench.Modules;

namespace LearnSharp.Benchmarks.Gradients;

/// <summary>gradbench's functions: what the derivative costs beside the value.</summary>
internal static class GradientsBenchmark
{
    /// <summary>Prints one row per case whose input is in <paramref name="directory"/>.</summary>
    /// <param name="directory">Where the inputs are, <c>name.json</c> each.</param>
    /// <param name="only">A part of the names of the inputs to run; empty for all.</param>
    /// <param name="peers">Other gradbench tools, <c>name=command</c> each.</param>
    /// <param name="output">Where to.</param>
    public static int Run(string directory, string only, IReadOnlyList<string> peers, TextWriter output)
    {
        output.WriteLine($"{"input",-28} {"primal µs",12} {"gradient µs",12} {"ratio",7} {"bytes",9}");
        foreach (var row in GradientCase.All.Where(row => row.Input.Contains(only, StringComparison.Ordinal)))
        {
            var path = Path.Combine(directory, row.Input + ".json");
            if (!File.Exists(path))
                continue;
            var text = File.ReadAllText(path);
            using var document = JsonDocument.Parse(text);
            var prepare = Catalog.Modules[row.Module];
            var (primal, gradient) = Measurement.InTurn(
                prepare(row.Primal, document.RootElement)!,
                prepare(row.Gradient, document.RootElement)!,
                TimeSpan.FromSeconds(1));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Input,-28} {primal.Microseconds,12:F1} {gradient.Microseconds,12:F1} {gradient.Microseconds / primal.Microseconds,7:F2} {gradient.Bytes,9}"));
            foreach (var option in peers)
                Compare(row, option, text, gradient.Microseconds, output);
        }

        return 0;
    }

    private static void Compare(GradientCase row, string option, string text, double ours, TextWriter output)
    {
        using var peer = Peer.Start(option, row.Module);
        if (peer is null)
            return;
        var input = JsonNode.Parse(text)!;
        input["min_runs"] = 10;
        input["min_seconds"] = 1;
        var primal = peer.Microseconds(row.Module, row.Primal, input);
        var gradient = peer.Microseconds(row.Module, row.Gradient, input);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {peer.Name,-26} {primal,12:F1} {gradient,12:F1} {gradient / primal,7:F2}           ours / {peer.Name}: {ours / gradient:F2}"));
    }
}
