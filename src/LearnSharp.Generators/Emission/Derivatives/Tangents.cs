using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// A pushforward as forward mode makes it: called with the root's arguments and one tangent per independent parameter, it returns the results and one tangent per differentiable result.
/// </summary>
internal sealed class Tangents
{
    private readonly HashSet<string> _originals;

    private Tangents(IrProgram original, IrProgram program, EquatableArray<int> independent, string suffix, bool lends)
    {
        (Program, Independent, Suffix, Lends) = (program, independent, suffix, lends);
        _originals = [.. Written(original.Root), .. original.Callees.SelectMany(Written)];
        NeedsWorkspace = CSharpPrinter.NeedsWorkspace(program);
    }

    /// <summary>What is appended to the names of the method's callees that are printed as they were: a pullback may have printed them as well.</summary>
    private const string CalleeSuffix = "ForTangents";

    /// <summary>The functions.</summary>
    public IrProgram Program { get; }

    /// <summary>The root parameters that come with a tangent, in order.</summary>
    public EquatableArray<int> Independent { get; }

    /// <summary>What tells its functions apart from those of another pushforward of the method.</summary>
    public string Suffix { get; }

    /// <summary>Whether arrays that come out belong to the workspace, so that they are copied before it takes them back.</summary>
    public bool Lends { get; }

    /// <summary>Whether the root takes the workspace as its first argument.</summary>
    public bool NeedsWorkspace { get; }

    /// <summary>The pushforward with respect to the root parameters that <paramref name="wanted"/> selects, or null when none of them is differentiable, nothing that comes out is, or forward
    /// mode refuses the program (the analyzer says why).</summary>
    /// <param name="shape">The method.</param>
    /// <param name="program">Its program.</param>
    /// <param name="wanted">The parameters that move.</param>
    /// <param name="suffix">See <see cref="Suffix"/>.</param>
    /// <param name="isWide">Whether several directions go through at once.</param>
    public static Tangents? Create(ProgramShape shape, IrProgram program, System.Func<int, bool> wanted, string suffix = "", bool isWide = false)
    {
        var parameters = program.Root.Parameters;
        var independent = Enumerable.Range(0, parameters.Count).Where(index => parameters[index].Local.Type.IsDifferentiable && wanted(index)).ToEquatableArray();
        if (independent.IsEmpty || (!program.Root.Results.Any(static type => type.IsDifferentiable) && !LeavesTangents(shape, independent)))
            return null;
        var lends = CanLend(shape, program);
        var options = new ForwardOptions(Enumerable.Range(0, parameters.Count).Select(wanted).ToEquatableArray(), lends, isWide);
        return ForwardMode.Check(program, options).IsEmpty ? new(program, ForwardMode.Pushforward(program, options), independent, suffix, lends) : null;
    }

    /// <summary>How its functions are printed.</summary>
    public PrintOptions Options(BodyModel body, OverflowContext overflow) => Suffix.Length > 0
        ? CodeText.Options(Program, body, Suffix, overflow)
        : CodeText.Options(Program, body, CalleeSuffix, overflow, function => _originals.Contains(function.Id));

    /// <summary>Writes the call of the pushforward; values and tangents land in new locals.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="scope">The names of the method.</param>
    /// <param name="results">The method's results.</param>
    /// <param name="workspace">The workspace local; used only when needed.</param>
    /// <param name="arguments">One per root parameter.</param>
    /// <param name="tangents">One per parameter in <see cref="Independent"/>.</param>
    /// <param name="state">The locals that receive what is left in the object, behind the results: an empty name where nobody asks.</param>
    /// <returns>One value and one tangent for each result; the tangent of what carries none is its default.</returns>
    public (string[] Values, string[] Tangents) WriteCall(
        CodeWriter code,
        NameScope scope,
        EquatableArray<ResultPart> results,
        string workspace,
        IEnumerable<string> arguments,
        IEnumerable<string> tangents,
        EquatableArray<(string Name, IrType Type)> state)
    {
        string Numbered(string name, int index) => results.Count == 1 ? name : FormattableIndex(name, index);
        var values = Enumerable.Range(0, results.Count).Select(index => scope.Claim(Numbered("value", index))).ToArray();
        var parts = results.Select((part, index) => part.Type.IsDifferentiable ? scope.Claim(Numbered("tangent", index)) : "default!").ToArray();
        var received = values.Concat(state.Select(static left => left.Name))
            .Concat(parts.Where((_, index) => results[index].Type.IsDifferentiable))
            .Concat(state.Where(static left => left.Type.IsDifferentiable).Select(static _ => ""))
            .Select(static name => name.Length == 0 ? "_" : "var " + name)
            .ToArray();
        var target = received.Length switch { 0 => "", 1 => received[0] + " = ", _ => $"({string.Join(", ", received)}) = " };
        code.Line(target + Call(workspace, arguments, tangents) + ";");
        return (values, parts);
    }

    /// <summary>The call itself.</summary>
    public string Call(string workspace, IEnumerable<string> arguments, IEnumerable<string> tangents) =>
        $"{Program.Root.Name}{Suffix}({string.Join(", ", (NeedsWorkspace ? [workspace] : System.Array.Empty<string>()).Concat(arguments).Concat(tangents))})";

    /// <summary>A value that outlives the workspace, given one of <see cref="WriteCall"/>.</summary>
    public string Kept(IrType type, string value) => Lends && type is ArrayType && value != "default!" ? $"({type.CSharpName}){value}.Clone()" : value;

    private static string FormattableIndex(string name, int index) => name + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    // A function and its hand-written derivatives: a pullback may have printed all of them.
    private static IEnumerable<string> Written(Function function) => new[] { function.Id }
        .Concat(new[] { function.Derivative?.Pullback, function.Derivative?.Pushforward }.Where(static rule => rule is not null).Select(static rule => rule!.Root.Id));

    private static bool LeavesTangents(ProgramShape shape, EquatableArray<int> independent) => shape.Inputs.Any(input => input.Copied && independent.Contains(input.Index));

    // What comes out and stays nowhere else: a parameter or the object may hold any array that goes in or is left there.
    private static bool CanLend(ProgramShape shape, IrProgram program)
    {
        static bool Holds(IrType type) => type is ArrayType || Leaf.Of(type).Any(static leaf => leaf.Type is ArrayType or OpaqueType);
        return shape.Results.Any(static part => part.Type is ArrayType)
            && shape.Results.All(static part => part.Type is ArrayType array ? !Holds(array.Element) : !Holds(part.Type))
            && program.Root.Results.Skip(shape.Results.Count).All(static type => !Holds(type))
            && !shape.Method.ResultName.Contains("[,")
            && !shape.Inputs.Any(static input => input.Returned)
            && shape.Root.Parameters.All(static parameter => parameter.Local.Type is ArrayType array ? !Holds(array.Element) : !Holds(parameter.Local.Type));
    }
}
