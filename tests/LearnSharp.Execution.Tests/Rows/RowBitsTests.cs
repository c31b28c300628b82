using System;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LearnSharp.Execution.Tests.Rows;

public class RowBitsTests
{
    [Theory]
    [InlineData("EnableAVX512", "512 False")]
    [InlineData("EnableAVX2", "512 False 256 False")]
    [InlineData("EnableHWIntrinsic", "512 False 256 False")]
    public void Sums_over_rows_are_the_same_without_the_wider_registers(string disabledSwitch, string expectedWidths)
    {
        var here = RowBits.Report(threads: 2).Split(Environment.NewLine);
        var there = RunAgain(disabledSwitch).Split(Environment.NewLine);

        if (RuntimeInformation.ProcessArchitecture == Architecture.X64)
            there[0].ShouldStartWith(expectedWidths);
        there[1..].ShouldBe(here[1..]);
    }

    [Fact]
    public void Sums_over_rows_are_the_same_for_any_number_of_threads()
    {
        var one = RowBits.Report(threads: 1);
        RowBits.Report(threads: 2).ShouldBe(one);
        RowBits.Report(threads: 7).ShouldBe(one);
    }

    private static string RunAgain(string disabledSwitch)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["exec", typeof(RowBits).Assembly.Location, RowBits.Command])
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_" + disabledSwitch] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var report = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.GetAwaiter().GetResult());
        return report;
    }
}
