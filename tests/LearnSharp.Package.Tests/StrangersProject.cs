namespace LearnSharp.Package.Tests;

/// <summary>The files of projects that install the package.</summary>
internal static class StrangersProject
{
    /// <summary>A console application under the strictest settings.</summary>
    public static string Console(string version) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AnalysisMode>All</AnalysisMode>
            <NoWarn>$(NoWarn);CA1303;CA1515;CA1002;CA2007</NoWarn>
            <EnableTrimAnalyzer>true</EnableTrimAnalyzer>
            <EnableAotAnalyzer>true</EnableAotAnalyzer>
            <EnableSingleFileAnalyzer>true</EnableSingleFileAnalyzer>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="LearnSharp" Version="{version}" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>A learnable method, and a program that shows it learned, then fits and saves it when asked to.</summary>
    public const string ConsoleProgram = """
        using System;
        using System.Globalization;
        using System.Linq;
        using LearnSharp;

        namespace Stranger;

        internal static class Program
        {
            private static void Main(string[] args)
            {
                var price = Taxi.Price(10, 0);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"learned {Taxi.Quote(10):F6} {Taxi.PriceLearned(10, 0):F6} start {price:F6}"));
                if (args.Length == 0)
                    return;
                var rows = Enumerable.Range(1, 40).Select(static km => (Km: (double)km, Price: 4 + (1.75 * km))).ToArray();
                var fit = Taxi.PriceProgram.Fit(rows, static row => new(row.Km, 0), static row => row.Price);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"loss {fit.Loss:E2} saved {fit.Save()}"));
            }
        }

        internal static partial class Taxi
        {
            [Learnable]
            internal static double Price(double km, double minutes, [Weight(Min = 0)] double perKm = 1, [Weight] double start = 3) =>
                start + (perKm * km) + (0.25 * minutes);

        #pragma warning disable CA5394 // a jitter with a seed keeps no secret
            [Learnable]
            internal static double Jittered(double km, int seed, [Weight] double perKm = 1) => perKm * km * (1 + (0.01 * new Random(seed).NextDouble()));
        #pragma warning restore CA5394

            [Learned(nameof(Price))]
            internal static partial double QuoteWithTime(double km, double minutes);

            internal static double Quote(double km) => QuoteWithTime(km, 0);
        }
        """;

    /// <summary>A library that keeps only what was learned.</summary>
    public static string Library(string version) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <LearnSharpPrograms>false</LearnSharpPrograms>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="LearnSharp" Version="{version}" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>The library's code.</summary>
    public const string LibraryCode = """
        using LearnSharp;

        namespace Tariffs;

        /// <summary>A tariff.</summary>
        public static partial class Tariff
        {
            /// <summary>The price of a ride.</summary>
            [Learnable]
            public static double Price(double km, [Weight(Min = 0)] double perKm = 1) => perKm * km;
        }
        """;

    /// <summary>A program that only calls what the library learned.</summary>
    public const string Caller = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../library/Tariffs.csproj" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>The caller's code.</summary>
    public const string CallerCode = """
        System.Console.WriteLine(Tariffs.Tariff.PriceLearned(2).ToString("F2", System.Globalization.CultureInfo.InvariantCulture));
        """;
}
