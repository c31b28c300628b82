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
    /// program is refused (<see cref="Refusal"/> says why).
    /// </summary>
    public static SecondOrder? Create(IrProgram program, System.Func<int, bool> wanted)
    {
        if (Plan(program, wanted) is not { } plan || !ForwardMode.Check(plan.Pullback, plan.Forward).IsEmpty)
            return null;
        return new(ForwardMode.Pushforward(plan.Pullback, plan.Forward), plan.Independent, program.Root);
    }

    /// <summary>Why a program that has a gradient has no second derivatives; null where it has.</summary>
    public static string? Refusal(IrProgram program, System.Func<int, bool> wanted)
    {
        if (program.Root.Results is not [ScalarType { IsFloating: true }])
            return "its result is not one number; return a double";
        if (program.Callees.FirstOrDefault(static function => function.Derivative is not null) is { } ruled)
            return $"'{ruled.Name}' has a derivative written by hand, which has none itself; give it code that can be differentiated";
        return Plan(program, wanted) is { } plan && ForwardMode.Check(plan.Pullback, plan.Forward) is { IsEmpty: false } refusals ? refusals[0].Message.TrimEnd('.') : null;
    }

    private static (IrProgram Pullback, ForwardOptions Forward, EquatableArray<int> Independent)? Plan(IrProgram program, System.Func<int, bool> wanted)
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
        return (pullback, new(pullback.Root.Parameters.Select((_, index) => index < parameters.Count ? selected[index] : index > parameters.Count).ToEquatableArray()), independent);
    }
}
