using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace LearnSharp.Package.Tests;

/// <summary>
/// The package in a folder feed, made once for all tests from a copy of the sources: a copy, because the tests run while other projects of the solution
/// are still being built.
/// </summary>
public sealed class PackageFeed : IDisposable
{
    private static readonly string[] RootFiles =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "README.md", "LICENSE", "NuGet.config", "nuget.config"];

    /// <summary>Packs.</summary>
    public PackageFeed()
    {
        Folder = Directory.CreateTempSubdirectory("learnsharp-package-").FullName;
        var source = Path.Combine(Folder, "source");
        CopySources(RepositoryRoot, source);
        Feed = Path.Combine(Folder, "feed");
        Command.Dotnet(source, "pack", "src/LearnSharp", "-c", "Release", "-o", Feed, "-p:UseSharedCompilation=false");
        Package = Directory.GetFiles(Feed, "*.nupkg").ShouldHaveSingleItem();
    }

    /// <summary>Where everything temporary is.</summary>
    public string Folder { get; }

    /// <summary>The folder that holds the package.</summary>
    public string Feed { get; }

    /// <summary>The package.</summary>
    public string Package { get; }

    /// <summary>The version in the package's name.</summary>
    public string Version => Path.GetFileNameWithoutExtension(Package)["LearnSharp.".Length..];

    private static string RepositoryRoot => typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>A new folder for a project of a stranger, outside the tree, that finds the package in the feed.</summary>
    public string NewProject(string name)
    {
        var folder = Path.Combine(Folder, name);
        Directory.CreateDirectory(folder);

        // The packages folder is this test's own, so that nothing of an earlier run is used; what the machine has already is not fetched again.
        var machine = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var known = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } configured ? configured : machine;
        File.WriteAllText(Path.Combine(Folder, "NuGet.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(Folder, "packages")}" />
              </config>
              <packageSources>
                <add key="learnsharp-feed" value="{Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                {(Directory.Exists(known) ? $"<add key=\"machine\" value=\"{known}\" />" : "")}
              </fallbackPackageFolders>
            </configuration>
            """);

        // Nothing of this repository reaches the stranger's project, wherever the temporary folder lies.
        File.WriteAllText(Path.Combine(Folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(Folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(Folder, "Directory.Packages.props"), "<Project />");
        return folder;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A virus scanner or a late build node may hold a file; the operating system empties its temporary folder.
        }
    }

    private static void CopySources(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in RootFiles.Select(name => Path.Combine(from, name)).Where(File.Exists))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        Copy(Path.Combine(from, "src"), Path.Combine(to, "src"));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from))
        {
            if (Path.GetFileName(folder) is not ("bin" or "obj"))
                Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
