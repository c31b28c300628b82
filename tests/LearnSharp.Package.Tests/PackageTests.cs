using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace LearnSharp.Package.Tests;

/// <summary>The package as a stranger meets it: installed from a feed, outside the tree, under the strictest settings.</summary>
public sealed class PackageTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    [Fact]
    public void The_package_holds_runtime_compiler_parts_and_build_files_and_depends_on_logging_alone()
    {
        using var package = ZipFile.OpenRead(feed.Package);
        var files = package.Entries.Select(static entry => entry.FullName).ToArray();
        foreach (var file in (string[])
        [
            "lib/net10.0/LearnSharp.dll", "lib/net10.0/LearnSharp.xml", "lib/net10.0/LearnSharp.Abstractions.dll", "lib/net10.0/LearnSharp.Abstractions.xml",
            "lib/net10.0/LearnSharp.Ir.dll", "lib/net10.0/LearnSharp.Ir.xml", "analyzers/dotnet/cs/LearnSharp.Generators.dll",
            "analyzers/dotnet/cs/LearnSharp.Ir.dll", "buildTransitive/LearnSharp.props", "buildTransitive/LearnSharp.targets", "README.md", "LICENSE",
        ])
        {
            files.ShouldContain(file);
        }

        using var reader = new StreamReader(package.Entries.Single(static entry => entry.FullName == "LearnSharp.nuspec").Open());
        var dependencies = reader.ReadToEnd().Split('\n').Where(static line => line.Contains("<dependency ", StringComparison.Ordinal)).ToArray();
        dependencies.ShouldHaveSingleItem().ShouldContain("Microsoft.Extensions.Logging.Abstractions");
    }

    [Fact]
    public void A_new_project_builds_untrained_fits_saves_and_calls_what_it_learned()
    {
        var folder = feed.NewProject("stranger");
        File.WriteAllText(Path.Combine(folder, "Stranger.csproj"), StrangersProject.Console(feed.Version));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), StrangersProject.ConsoleProgram);

        var build = Command.Dotnet(folder, "build", "-c", "Release");
        build.ShouldContain("warning LS0100");
        build.ShouldContain("'Stranger.Taxi.Price' is not trained");
        Command.Dotnet(folder, "run", "-c", "Release", "--no-build").ShouldContain("learned 13.000000 13.000000 start 13.000000");

        Command.Dotnet(folder, "run", "-c", "Release", "--no-build", "--", "fit").ShouldContain("Taxi.Price.learned.json");
        File.Exists(Path.Combine(folder, "Taxi.Price.learned.json")).ShouldBeTrue();

        Command.Dotnet(folder, "build", "-c", "Release").ShouldNotContain("warning LS");
        Command.Dotnet(folder, "run", "-c", "Release", "--no-build").ShouldContain("learned 21.500000 21.500000 start 13.000000");
        Command.Dotnet(folder, "build", "-c", "Release", "-p:LearnSharpRequireTrained=true").ShouldNotContain("LS0110");

        var artefact = Path.Combine(folder, "Taxi.Price.learned.json");
        var text = File.ReadAllText(artefact);
        File.WriteAllText(artefact, text[..(text.Length / 2)]);
        Command.Dotnet(folder, "build", "-c", "Release").ShouldContain("Taxi.Price.learned.json(");
        var (exit, output) = Command.Try(folder, "build", "-c", "Release", "-p:LearnSharpRequireTrained=true");
        exit.ShouldNotBe(0);
        output.ShouldContain("error LS0110");
    }

    [Fact]
    public void A_project_that_only_calls_a_baked_method_references_no_assembly_of_LearnSharp()
    {
        var library = feed.NewProject("library");
        File.WriteAllText(Path.Combine(library, "Tariffs.csproj"), StrangersProject.Library(feed.Version));
        File.WriteAllText(Path.Combine(library, "Tariff.cs"), StrangersProject.LibraryCode);
        var caller = feed.NewProject("caller");
        File.WriteAllText(Path.Combine(caller, "Caller.csproj"), StrangersProject.Caller);
        File.WriteAllText(Path.Combine(caller, "Program.cs"), StrangersProject.CallerCode);

        Command.Dotnet(caller, "run", "-c", "Release").ShouldContain("2.00");

        References(Path.Combine(caller, "bin", "Release", "net10.0", "Caller.dll")).ShouldBe(["System.Console", "System.Runtime", "Tariffs"], ignoreOrder: true);
        References(Path.Combine(library, "bin", "Release", "net10.0", "Tariffs.dll")).ShouldBe(["LearnSharp.Abstractions", "System.Runtime"], ignoreOrder: true);
    }

    private static string[] References(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToArray();
    }
}
