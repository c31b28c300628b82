using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// A pullback as reverse mode makes it: called with the root's arguments, one seed per differentiable result and one buffer per independent array, it
/// returns the results and one derivative per independent number or struct.
/// </summary>
internal sealed class Derivative
{
    private Derivative(IrProgram program, string suffix, EquatableArray<int> independent, Function root)
    {
        (Program, Suffix, Independent) = (program, suffix, independent);
        var types = root.Parameters.Select(static parameter => parameter.Local.Type);
        Values = independent.Where(index => types[index] is not ArrayType).ToEquatableArray();
        Buffers = independent.Where(index => types[index] is ArrayType).ToEquatableArray();
        NeedsWorkspace = CSharpPrinter.NeedsWorkspace(program);
        var parameters = program.Root.Parameters;
        var seeds = root.Parameters.Count + root.Results.Count(static type => type.IsDifferentiable);
        WrittenSeeds = parameters.Skip(seeds).Take(parameters.Count - Buffers.Count - seeds).Select(static parameter => parameter.Local).ToEquatableArray();
    }

    /// <summary>The functions.</summary>
    public IrProgram Program { get; }

    /// <summary>What is appended to the names of its functions, so that several derivatives of one method stand beside each other.</summary>
    public string Suffix { get; }

    /// <summary>The root parameters whose derivatives come out, in order.</summary>
    public EquatableArray<int> Independent { get; }

    /// <summary>Those that come out as results.</summary>
    public EquatableArray<int> Values { get; }

    /// <summary>Those that are added to a buffer.</summary>
    public EquatableArray<int> Buffers { get; }

    /// <summary>The seeds of arrays that the method writes, named after them, in their order; none unless they were asked for.</summary>
    public EquatableArray<Local> WrittenSeeds { get; }

    /// <summary>Whether the root takes the workspace as its first argument.</summary>
    public bool NeedsWorkspace { get; }

    /// <summary>The name of the root's method.</summary>
    public string Name => Program.Root.Name + Suffix;

    /// <summary>
    /// The pullback with respect to the root parameters that <paramref name="wanted"/> selects, or null when none of them is differentiable, no result is, or
    /// reverse mode refuses the program (the analyzer says why).
    /// </summary>
    /// <param name="program">The program.</param>
    /// <param name="suffix">See <see cref="Suffix"/>.</param>
    /// <param name="wanted">Whether the derivative by a root parameter is wanted.</param>
    /// <param name="seedWritten">Whether the arrays that the root writes are results as well, with a seed for each.</param>
    /// <param name="memoryLimit">The bytes that the records of a run may take; null for no limit.</param>
    public static Derivative? Create(IrProgram program, string suffix, System.Func<int, bool> wanted, bool seedWritten, long? memoryLimit)
    {
        var parameters = program.Root.Parameters;
        var types = parameters.Select(static parameter => parameter.Local.Type);
        var independent = Enumerable.Range(0, parameters.Count).Where(index => types[index].IsDifferentiable && wanted(index)).ToEquatableArray();
        if (independent.IsEmpty || (!seedWritten && !program.Root.Results.Any(static type => type.IsDifferentiable)))
            return null;
        var options = new ReverseOptions(Enumerable.Range(0, parameters.Count).Select(wanted).ToEquatableArray(), seedWritten, MemoryLimit: memoryLimit);
        return ReverseMode.TryPullback(program, options, out _) is { } pullback ? new(GroupedTurns.Run(pullback), suffix, independent, program.Root) : null;
    }

    /// <summary>Writes a call of the pullback; the value lands in a new local, each derivative in the target named for it.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="value">The local that receives the method's result; none for a method without one.</param>
    /// <param name="results">The number of the method's results.</param>
    /// <param name="workspace">The workspace local; used only when needed.</param>
    /// <param name="arguments">One per root parameter.</param>
    /// <param name="seeds">One per differentiable result.</param>
    /// <param name="targets">One per value in <see cref="Values"/>: a place, or <c>var x</c>.</param>
    /// <param name="buffers">One per buffer in <see cref="Buffers"/>.</param>
    /// <param name="state">What receives further results, which are no part of the value: a place, or <c>var x</c>.</param>
    public void WriteCall(
        CodeWriter code,
        string value,
        int results,
        string workspace,
        IEnumerable<string> arguments,
        IEnumerable<string> seeds,
        IReadOnlyList<string> targets,
        IEnumerable<string> buffers,
        IReadOnlyList<string>? state = null)
    {
        targets = [.. state ?? [], .. targets];
        var all = (NeedsWorkspace ? [workspace] : System.Array.Empty<string>()).Concat(arguments).Concat(seeds).Concat(buffers);
        var call = $"{Name}({string.Join(", ", all)});";
        if (results == 0)
        {
            code.Line(targets.Count switch { 0 => call, 1 => $"{targets[0]} = {call}", _ => $"({string.Join(", ", targets)}) = {call}" });
            return;
        }

        if (results == 1)
        {
            code.Line(targets.Count == 0 ? $"var {value} = {call}" : $"(var {value}, {string.Join(", ", targets)}) = {call}");
            return;
        }

        var parts = Enumerable.Range(1, results).Select(index => value + index).ToArray();
        code.Line($"({string.Join(", ", parts.Select(static part => "var " + part).Concat(targets))}) = {call}");
        code.Line($"var {value} = ({string.Join(", ", parts)});");
    }
}
