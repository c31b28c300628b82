using System;
using System.IO;
using System.Linq;

namespace LearnSharp;

/// <summary>Finds the project of the running program, where its artefacts belong.</summary>
internal static class ProjectFolder
{
    /// <summary>The first folder upwards that holds a C# project.</summary>
    /// <param name="from">The folder to begin at: the running program's.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Above(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && folder.EnumerateFiles("*.csproj").Any())
                return folder.FullName;
        }

        throw new InvalidOperationException(
            $"There is no project (*.csproj) in {from} or in a folder above it, so that there is no place to save to. "
            + "Name the file: fit.Save(path).");
    }
}
