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
    private Derivative(IrProgram program, string suffix, EquatableArray<int> independent, EquatableArray<IrType> types)
    {
        (Program, Suffix, Independent) = (program, suffix, independent);
        Values = independent.Where(index => types[index] is not ArrayType).ToEquatableArray();
        Buffers = independent.Where(index => types[index] is ArrayType).ToEquatableArray();
        NeedsWorkspace = CSharpPrinter.NeedsWorkspace(program);
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

    /// <summary>Whether the root takes the workspace as its first argument.</summary>
    public bool NeedsWorkspace { get; }

    /// <summary>The name of the root's method.</summary>
    public string Name => Program.Root.Name + Suffix;

    /// <summary>
    /// The pullback with respect to the root parameters that <paramref name="wanted"/> selects, or null when none of them is differentiable, no result is, or
    /// reverse mode refuses the program (the analyzer says why).
    /// </summary>
    public static Derivative? Create(IrProgram program, string suffix, System.Func<int, bool> wanted)
    {
        var parameters = program.Root.Parameters;
        var types = parameters.Select(static parameter => parameter.Local.Type);
        var independent = Enumerable.Range(0, parameters.Count).Where(index => types[index].IsDifferentiable && wanted(index)).ToEquatableArray();
        if (independent.IsEmpty || !program.Root.Results.Any(static type => type.IsDifferentiable))
            return null;
        var options = new ReverseOptions(Enumerable.Range(0, parameters.Count).Select(wanted).ToEquatableArray());
        return ReverseMode.Check(program, options).IsEmpty
            ? new(ReverseMode.Pullback(program, options), suffix, independent, types)
            : null;
    }

    /// <summary>Writes a call of the pullback; the value lands in a new local, each derivative in the target named for it.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="value">The local that receives the method's result.</param>
    /// <param name="results">The number of the method's results.</param>
    /// <param name="workspace">The workspace local; used only when needed.</param>
    /// <param name="arguments">One per root parameter.</param>
    /// <param name="seeds">One per differentiable result.</param>
    /// <param name="targets">One per value in <see cref="Values"/>: a place, or <c>var x</c>.</param>
    /// <param name="buffers">One per buffer in <see cref="Buffers"/>.</param>
    public void WriteCall(
        CodeWriter code,
        string value,
        int results,
        string workspace,
        IEnumerable<string> arguments,
        IEnumerable<string> seeds,
        IReadOnlyList<string> targets,
        IEnumerable<string> buffers)
    {
        var all = (NeedsWorkspace ? [workspace] : System.Array.Empty<string>()).Concat(arguments).Concat(seeds).Concat(buffers);
        var call = $"{Name}({string.Join(", ", all)});";
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
