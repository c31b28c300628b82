using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace LearnSharp.Benchmarks.Rows;

/// <summary>TorchSharp in a process of its own: its libraries are large, and only this comparison wants them.</summary>
internal sealed class TorchPeer : IDisposable
{
    private const string Project = "LearnSharp.Benchmarks.Torch";

    private readonly Process _process;

    private TorchPeer(Process process) => _process = process;

    /// <summary>Builds the project beside this one and starts it.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such project above the running program.</exception>
    public static TorchPeer Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "run", "-c", "Release", "-v", "q", "--project", Find() })
            start.ArgumentList.Add(argument);
        return new TorchPeer(Process.Start(start)!);
    }

    /// <summary>What the value and the gradient of so many rows take.</summary>
    /// <param name="method">The name of the method.</param>
    /// <param name="rows">Number of rows.</param>
    public double Microseconds(string method, int rows)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{method} {rows}"));
        _process.StandardInput.Flush();
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("micros ", StringComparison.Ordinal))
                return double.Parse(line.AsSpan("micros ".Length), CultureInfo.InvariantCulture);
        }

        throw new InvalidOperationException($"{Project} ended with {(_process.WaitForExit(1000) ? _process.ExitCode : -1)}.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var project = Path.Combine(folder.FullName, "tests", Project);
            if (Directory.Exists(project))
                return project;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has tests/{Project}.");
    }
}
