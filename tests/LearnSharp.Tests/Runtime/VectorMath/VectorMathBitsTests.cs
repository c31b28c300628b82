using System;
using System.Diagnostics;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Threading;
using LearnSharp.Runtime;

namespace LearnSharp.Tests.Runtime;

public class VectorMathBitsTests
{
    [Theory]
    [InlineData("EnableAVX512", "512 False")]
    [InlineData("EnableAVX2", "512 False 256 False")]
    [InlineData("EnableHWIntrinsic", "512 False 256 False")]
    public void Bits_are_the_same_without_the_wider_registers(string disabledSwitch, string expectedWidths)
    {
        var here = VectorMathBits.Report().Split(Environment.NewLine);
        var there = RunAgain(disabledSwitch).Split(Environment.NewLine);

        if (RuntimeInformation.ProcessArchitecture == Architecture.X64)
        {
            there[0].ShouldStartWith(expectedWidths);
        }

        there[1..].ShouldBe(here[1..]);
    }

    [Fact]
    public void Bits_are_the_same_on_two_threads_at_once()
    {
        var reports = new string[2];
        var threads = Enumerable.Range(0, 2).Select(i => new Thread(() => reports[i] = VectorMathBits.Report())).ToArray();
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());

        reports[0].ShouldBe(VectorMathBits.Report());
        reports[1].ShouldBe(reports[0]);
    }

    /// <summary>The rare paths are taken by whole registers: an ordinary lane beside a special one must not notice.</summary>
    [Theory]
    [MemberData(nameof(VectorFunctions.Names), MemberType = typeof(VectorFunctions))]
    public void Bits_do_not_depend_on_the_neighbours(string name)
    {
        var function = VectorFunctions.Named(name);
        var random = new Random(11);
        foreach (var neighbour in (double[])[0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, -1e300, 5e-324, 720, -740, 1.5])
        {
            for (var i = 0; i < 200; i++)
            {
                var x = (random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-10, 12));
                var alone = function.Doubles(Vector512.Create(x));
                var beside = function.Doubles(Vector512.Create(neighbour).WithElement(i % 8, x));

                beside.AsInt64()[i % 8].ShouldBe(alone.AsInt64()[0], $"{name}({x:R}) beside {neighbour:R}");
            }
        }
    }

    [Fact]
    public void Bits_of_powers_and_directions_do_not_depend_on_the_neighbours()
    {
        var random = new Random(12);
        foreach (var neighbour in (double[])[0, double.NaN, double.PositiveInfinity, -2, 1e300, 5e-324])
        {
            for (var i = 0; i < 200; i++)
            {
                var x = random.NextDouble() * 10;
                var y = (random.NextDouble() - 0.5) * 20;
                var mixedX = Vector512.Create(neighbour).WithElement(i % 8, x);
                var mixedY = Vector512.Create(700.5).WithElement(i % 8, y);

                VectorMath.Pow(mixedX, mixedY)[i % 8].ShouldBe(VectorMath.Pow(Vector512.Create(x), Vector512.Create(y))[0]);
                VectorMath.Atan2(mixedX, mixedY)[i % 8].ShouldBe(VectorMath.Atan2(Vector512.Create(x), Vector512.Create(y))[0]);
            }
        }
    }

    private static string RunAgain(string disabledSwitch)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(VectorMathBits).Assembly.Location);
        start.ArgumentList.Add(VectorMathBits.Command);
        start.Environment["DOTNET_" + disabledSwitch] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var report = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.GetAwaiter().GetResult());
        return report;
    }
}
