using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// A pushforward as forward mode makes it: called with the root's arguments and one tangent per independent parameter, it returns the results and one tangent per differentiable result.
/// </summary>
internal sealed class Tangents
{
    private readonly HashSet<string> _originals;

    private Tangents(IrProgram original, IrProgram program, EquatableArray<int> independent)
    {
        (Program, Independent) = (program, independent);
        _originals = [original.Root.Id, .. original.Callees.SelectMany(Written)];
        NeedsWorkspace = CSharpPrinter.NeedsWorkspace(program);
    }

    /// <summary>What is appended to the names of the method's callees that are printed as they were: a pullback may have printed them as well.</summary>
    public const string CalleeSuffix = "ForTangents";

    /// <summary>The functions.</summary>
    public IrProgram Program { get; }

    /// <summary>The root parameters that come with a tangent, in order.</summary>
    public EquatableArray<int> Independent { get; }

    /// <summary>Whether the root takes the workspace as its first argument.</summary>
    public bool NeedsWorkspace { get; }

    /// <summary>Whether a function of <see cref="Program"/> is one of the method's own program, called where nothing that carries a tangent goes in.</summary>
    public bool IsAsItWas(Function function) => _originals.Contains(function.Id);

    // A function and its hand-written derivatives: a pullback may have printed all of them.
    private static IEnumerable<string> Written(Function function) => new[] { function.Id }
        .Concat(new[] { function.Derivative?.Pullback, function.Derivative?.Pushforward }.Where(static rule => rule is not null).Select(static rule => rule!.Root.Id));

    /// <summary>
    /// The pushforward with respect to the root parameters that <paramref name="wanted"/> selects, or null when none of them is differentiable, no result is, or forward mode refuses the
    /// program (the analyzer says why).
    /// </summary>
    public static Tangents? Create(IrProgram program, System.Func<int, bool> wanted)
    {
        var parameters = program.Root.Parameters;
        var independent = Enumerable.Range(0, parameters.Count).Where(index => parameters[index].Local.Type.IsDifferentiable && wanted(index)).ToEquatableArray();
        if (independent.IsEmpty || !program.Root.Results.Any(static type => type.IsDifferentiable))
            return null;
        var options = new ForwardOptions(Enumerable.Range(0, parameters.Count).Select(wanted).ToEquatableArray());
        return ForwardMode.Check(program, options).IsEmpty ? new(program, ForwardMode.Pushforward(program, options), independent) : null;
    }

    /// <summary>Writes the call of the pushforward as the end of a method that returns <c>(Value, Tangent)</c>.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="scope">The names of the method.</param>
    /// <param name="results">The method's results.</param>
    /// <param name="workspace">The workspace local; used only when needed.</param>
    /// <param name="arguments">One per root parameter.</param>
    /// <param name="tangents">One per parameter in <see cref="Independent"/>.</param>
    /// <param name="state">Further results, which are left in the object.</param>
    /// <param name="writeBack">Leaves them there.</param>
    public void WriteReturn(
        CodeWriter code,
        NameScope scope,
        EquatableArray<ResultPart> results,
        string workspace,
        IEnumerable<string> arguments,
        IEnumerable<string> tangents,
        EquatableArray<(string Name, IrType Type)> state,
        System.Action writeBack)
    {
        var all = (NeedsWorkspace ? [workspace] : System.Array.Empty<string>()).Concat(arguments).Concat(tangents);
        var call = $"{Program.Root.Name}({string.Join(", ", all)});";
        if (results.Count == 1 && state.IsEmpty)
        {
            code.Line("return " + call);
            return;
        }

        var values = Enumerable.Range(1, results.Count).Select(index => scope.Claim($"value{index}")).ToArray();
        var parts = results.Select((part, index) => part.Type.IsDifferentiable ? scope.Claim($"tangent{index + 1}") : "default!").ToArray();
        var received = values.Concat(state.Select(static left => left.Name))
            .Concat(parts.Where((_, index) => results[index].Type.IsDifferentiable))
            .Concat(state.Where(static left => left.Type.IsDifferentiable).Select(static _ => ""));
        code.Line($"({string.Join(", ", received.Select(static name => name.Length == 0 ? "_" : "var " + name))}) = {call}");
        writeBack();
        if (results.Count == 1)
        {
            code.Line($"return ({values[0]}, {parts[0]});");
            return;
        }

        code.Line($"return (({string.Join(", ", values)}), ({string.Join(", ", parts)}));");
    }
}
