using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearnSharp.Benchmarks.Gradients;

/// <summary>Another gradbench tool: a process that answers JSON lines.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;
    private int _id;

    private Peer(string name, Process process) => (Name, _process) = (name, process);

    /// <summary>The name it goes by in the table.</summary>
    public string Name { get; }

    /// <summary>Starts a tool for one module; null when it does not define the module.</summary>
    /// <param name="option">The name, <c>=</c>, and a shell command; <c>{module}</c> in it stands for the module.</param>
    /// <param name="module">The module to define.</param>
    public static Peer? Start(string option, string module)
    {
        var (name, command) = option.Split('=', 2) is [var left, var right]
            ? (left, right.Replace("{module}", module, StringComparison.Ordinal))
            : throw new ArgumentException($"--peer {option}: expected name=command.", nameof(option));
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, ArgumentList = { "-c", command } };
        var peer = new Peer(name, Process.Start(start)!);
        try
        {
            peer.Ask(new() { ["kind"] = "start", ["eval"] = module, ["config"] = new JsonObject() });
            if (peer.Ask(new() { ["kind"] = "define", ["module"] = module })["success"]!.GetValue<bool>())
                return peer;
        }
        catch (IOException)
        {
            // A tool that ends at once does not know the module.
        }

        peer.Dispose();
        return null;
    }

    /// <summary>The shortest run of a function, in microseconds; NaN where the tool fails.</summary>
    public double Microseconds(string module, string function, JsonNode input)
    {
        var answer = Ask(new() { ["kind"] = "evaluate", ["module"] = module, ["function"] = function, ["input"] = input.DeepClone() });
        if (!answer["success"]!.GetValue<bool>())
            return double.NaN;
        return answer["timings"]!.AsArray()
            .Where(static timing => timing!["name"]!.GetValue<string>() == "evaluate")
            .Min(static timing => timing!["nanoseconds"]!.GetValue<double>()) / 1000;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(2000))
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private JsonNode Ask(JsonObject message)
    {
        message["id"] = _id++;
        _process.StandardInput.WriteLine(message.ToJsonString());
        _process.StandardInput.Flush();
        return JsonNode.Parse(_process.StandardOutput.ReadLine() ?? throw new EndOfStreamException(Name + " ended without an answer."))!;
    }
}
