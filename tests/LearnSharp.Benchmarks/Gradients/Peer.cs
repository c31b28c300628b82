using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearnSharp.Benchmarks.Gradients;

/// <summary>Another gradbench tool: a process that answers JSON lines.</summary>
internal sealed class Peer : IDisposable
{
    // What takes longer is no peer of the row.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // What takes longer is known well enough after one turn.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private int _id;

    private Peer(string name, Process process) => (Name, _process) = (name, process);

    /// <summary>The name it goes by in the table.</summary>
    public string Name { get; }

    /// <summary>The name it gives itself.</summary>
    public string Tool { get; private set; } = "";

    /// <summary>The shortest run of the primal so far, in microseconds.</summary>
    public double Primal { get; private set; } = double.PositiveInfinity;

    /// <summary>The shortest run of the gradient so far, in microseconds.</summary>
    public double Gradient { get; private set; } = double.PositiveInfinity;

    /// <summary>What the gradient came to.</summary>
    public JsonNode? Output { get; private set; }

    /// <summary>Why it does not take part in the row; null as long as it does.</summary>
    public string? Missing { get; private set; }

    /// <summary>Starts a tool for one module.</summary>
    /// <param name="option">The name, <c>=</c>, and a shell command; <c>{module}</c> in it stands for the module.</param>
    /// <param name="module">The module to define.</param>
    public static Peer Start(string option, string module)
    {
        var (name, command) = option.Split('=', 2) is [var left, var right]
            ? (left, right.Replace("{module}", module, StringComparison.Ordinal))
            : throw new ArgumentException($"--peer {option}: expected name=command.", nameof(option));
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, ArgumentList = { "-c", command } };
        var peer = new Peer(name, Process.Start(start)!);
        if (peer.Ask(new() { ["kind"] = "start", ["eval"] = module, ["config"] = new JsonObject() }) is { } started)
            peer.Tool = (string?)started["tool"] ?? "";
        if (peer.Ask(new() { ["kind"] = "define", ["module"] = module }) is { } defined && !IsSuccess(defined))
            peer.Missing = "does not define " + module;
        return peer;
    }

    /// <summary>Runs a row's functions for a while each, as often as they fit and at least once; nothing where an earlier turn took long.</summary>
    public void Run(GradientCase row, JsonNode input)
    {
        if (double.IsFinite(Gradient) && Gradient > Slow.TotalMicroseconds)
            return;
        if (row.Primal.Length > 0 && Evaluate(row, row.Primal, input) is { } primal)
            Primal = Math.Min(Primal, Shortest(primal));
        if (Evaluate(row, row.Gradient, input) is { } gradient)
            (Gradient, Output) = (Math.Min(Gradient, Shortest(gradient)), gradient["output"]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read all that it was sent.
        }

        if (!_process.WaitForExit(2000))
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private JsonNode? Evaluate(GradientCase row, string function, JsonNode input)
    {
        var answer = Ask(new() { ["kind"] = "evaluate", ["module"] = row.Module, ["function"] = function, ["input"] = input.DeepClone() });
        if (answer is null || IsSuccess(answer))
            return answer;
        Missing = "fails at " + function;
        return null;
    }

    private JsonNode? Ask(JsonObject message)
    {
        if (Missing is not null)
            return null;
        message["id"] = _id++;
        try
        {
            _process.StandardInput.WriteLine(message.ToJsonString());
            _process.StandardInput.Flush();
            var line = _process.StandardOutput.ReadLineAsync();
            if (!line.Wait(Patience))
                Missing = string.Create(CultureInfo.InvariantCulture, $"gave no answer in {Patience.TotalSeconds:F0} s");
            else if (line.Result is { } text)
                return JsonNode.Parse(text);
            else
                Missing = "ended without an answer";
        }
        catch (IOException)
        {
            Missing = "ended without an answer";
        }
        catch (JsonException)
        {
            Missing = "does not answer in JSON";
        }

        return null;
    }

    private static bool IsSuccess(JsonNode answer) => answer["success"]!.GetValue<bool>();

    private static double Shortest(JsonNode answer) => answer["timings"]!.AsArray()
        .Where(static timing => timing!["name"]!.GetValue<string>() == "evaluate")
        .Min(static timing => timing!["nanoseconds"]!.GetValue<double>()) / 1000;
}
