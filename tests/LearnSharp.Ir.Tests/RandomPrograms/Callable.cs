namespace LearnSharp.Ir.Tests.RandomPrograms;

/// <summary>A function that a random program may call.</summary>
/// <param name="Function">The function.</param>
/// <param name="DepthParameter">The parameter that bounds its recursion (at most 3), or -1.</param>
/// <param name="Steps">The statements it runs at most, about.</param>
internal sealed record Callable(Function Function, int DepthParameter, int Steps);
