using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace LearnSharp.Package.Tests;

/// <summary>Runs <c>dotnet</c> as a person would, without what the surrounding test run has put into the environment.</summary>
internal static class Command
{
    /// <summary>Runs <c>dotnet</c>; a failure shows the whole output.</summary>
    public static string Dotnet(string folder, params string[] arguments)
    {
        var (exit, output) = Try(folder, arguments);
        exit.ShouldBe(0, $"dotnet {string.Join(' ', arguments)}\n{output}");
        return output;
    }

    /// <summary>Runs <c>dotnet</c>; gives its exit code and everything it printed.</summary>
    public static (int Exit, string Output) Try(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // MSBuild nodes that stay alive would hold the temporary folder; what a surrounding build sets would lead this one astray.
        foreach (var name in (string[])["MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildSDKsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "_MSBUILDTLENABLED"])
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} did not end.");
        }

        Task.WaitAll(output, error);
        return (process.ExitCode, output.Result + error.Result);
    }
}
