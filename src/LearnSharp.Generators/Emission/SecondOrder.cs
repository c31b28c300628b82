using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Forward mode over reverse mode: a pullback that carries tangents. Called with the root's arguments, the seed, one buffer per independent array and then the tangents of all of them but
/// the seed, it returns the value and the derivatives, and then how fast each of them changes.
/// </summary>
internal sealed class SecondOrder
{
    private SecondOrder(IrProgram program, EquatableArray<int> independent, Function root)
    {
        Independent = independent;
        Values = independent.Where(index => root.Parameters[index].Local.Type is not ArrayType).ToEquatableArray();
        Buffers = independent.Where(index => root.Parameters[index].Local.Type is ArrayType).ToEquatableArray();
        Program = program with { Root = program.Root with { Name = root.Name } };
        NeedsWorkspace = CSharpPrinter.NeedsWorkspace(Program);
    }

    /// <summary>What is appended to the names of all its functions.</summary>
    public const string Suffix = "SecondOrder";

    /// <summary>The functions.</summary>
    public IrProgram Program { get; }

    /// <summary>The root parameters that move and whose derivatives come out, in order.</summary>
    public EquatableArray<int> Independent { get; }

    /// <summary>Those that are numbers and structs.</summary>
    public EquatableArray<int> Values { get; }

    /// <summary>Those that are arrays.</summary>
    public EquatableArray<int> Buffers { get; }

    /// <summary>Whether the root takes the workspace as its first argument.</summary>
    public bool NeedsWorkspace { get; }

    /// <summary>
    /// The second derivatives by the root parameters that <paramref name="wanted"/> selects, or null when none of them is differentiable, the result is not one floating number, or the
    /// program is refused (the analyzer says why).
    /// </summary>
    public static SecondOrder? Create(IrProgram program, System.Func<int, bool> wanted)
    {
        var parameters = program.Root.Parameters;
        var selected = Enumerable.Range(0, parameters.Count).Select(wanted).ToEquatableArray();
        var independent = Enumerable.Range(0, parameters.Count).Where(index => parameters[index].Local.Type.IsDifferentiable && selected[index]).ToEquatableArray();
        if (independent.IsEmpty || program.Root.Results is not [ScalarType { IsFloating: true }])
            return null;
        var reverse = new ReverseOptions(selected);
        if (!ReverseMode.Check(program, reverse).IsEmpty)
            return null;
        var pullback = ReverseMode.Pullback(Refinements.Doubled(program), reverse);

        // The seed does not move; the buffers do.
        var moving = pullback.Root.Parameters.Select((_, index) => index < parameters.Count ? selected[index] : index > parameters.Count).ToEquatableArray();
        var forward = new ForwardOptions(moving);
        return ForwardMode.Check(pullback, forward).IsEmpty ? new(ForwardMode.Pushforward(pullback, forward), independent, program.Root) : null;
    }
}
