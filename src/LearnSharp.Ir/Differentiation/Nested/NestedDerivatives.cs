using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Derivatives of one program as functions of another: what a body that asks for the gradient of something calls, and what is differentiated again with that body.</summary>
public static class NestedDerivatives
{
    /// <summary>The pullback of a program as a function that both modes go through.</summary>
    /// <param name="program">A verified program.</param>
    /// <param name="id">The id of the pullback; those of the functions that it calls start with it.</param>
    /// <param name="independent">Per parameter of the root, whether the derivative by it is wanted.</param>
    /// <param name="refusals">Why there is none.</param>
    public static IrProgram? Pullback(IrProgram program, string id, EquatableArray<bool> independent, out EquatableArray<Refusal> refusals)
    {
        var pullback = ReverseMode.TryPullback(program, new ReverseOptions(independent), out refusals);
        if (pullback is null)
            return null;
        if (Written(program) is { } written)
        {
            refusals = [new Refusal($"{program.Root.Name} writes to its argument '{written}'.", default)];
            return null;
        }

        if (program.Root.Results.Any(static type => type is ArrayType { IsDifferentiable: true }))
        {
            refusals = [new Refusal($"{program.Root.Name} returns an array.", default)];
            return null;
        }

        var parameters = program.Root.Parameters;
        var wanted = Enumerable.Range(0, parameters.Count).Select(index => independent[index] && parameters[index].Local.Type.IsDifferentiable).ToEquatableArray();
        if (parameters.Where((parameter, index) => wanted[index] && !IsFlat(parameter.Local.Type)).Select(static parameter => parameter.Local.Name).FirstOrDefault() is { } rows)
        {
            refusals = [new Refusal($"{program.Root.Name} has derivatives by the elements of '{rows}', which are no numbers.", default)];
            return null;
        }

        // What the result is not differentiated by moves all the same, as far as that can be followed.
        var moving = parameters.Select(static parameter => parameter.Local.Type.IsDifferentiable && IsFlat(parameter.Local.Type));
        var whole = moving == wanted ? pullback : ReverseMode.TryPullback(program, new ReverseOptions(moving), out _);
        if (whole is null || (Problem(whole) is not null && moving != wanted))
            (whole, moving) = (pullback, wanted);
        var problem = Problem(whole);
        var along = problem is null ? FunctionRenaming.Run(ForwardMode.Pushforward(whole, ForwardMode.AllIndependent(whole)), id + "'s", "Twice") : null;
        var called = FunctionRenaming.Run(pullback, id, "");
        return called with { Root = called.Root with { Map = new GradientMap(program.Root.Name, parameters.Count, wanted, moving, along, problem) } };
    }

    /// <summary>The pushforward of a program as a function of another.</summary>
    /// <param name="program">A verified program.</param>
    /// <param name="id">The id of the pushforward; those of the functions that it calls start with it.</param>
    /// <param name="independent">Per parameter of the root, whether it comes with a tangent.</param>
    /// <param name="refusals">Why there is none.</param>
    public static IrProgram? Pushforward(IrProgram program, string id, EquatableArray<bool> independent, out EquatableArray<Refusal> refusals)
    {
        var options = new ForwardOptions(independent);
        refusals = ForwardMode.Check(program, options);
        if (!refusals.IsEmpty)
            return null;
        if (Written(program) is { } written)
        {
            refusals = [new Refusal($"{program.Root.Name} writes to its argument '{written}'.", default)];
            return null;
        }

        return FunctionRenaming.Run(Rents.Made(ForwardMode.Pushforward(program, options)), id, "");
    }

    private static bool IsFlat(IrType type) => type is not ArrayType { Element: not ScalarType };

    private static string? Problem(IrProgram pullback) => ForwardMode.Check(pullback, ForwardMode.AllIndependent(pullback)) is { IsEmpty: false } reasons ? reasons[0].Message : null;

    private static string? Written(IrProgram program)
    {
        var written = ReverseMode.WrittenParameters(program);
        return program.Root.Parameters.Where((_, index) => written[index]).Select(static parameter => parameter.Local.Name).FirstOrDefault();
    }

    /// <summary>Memory of the workspace as arrays: the modes decide again which of them can be lent.</summary>
    private sealed class Rents : Rewriter
    {
        public static IrProgram Made(IrProgram program)
        {
            var rewriter = new Rents();
            return program with { Root = rewriter.Visit(program.Root), Callees = program.Callees.Select(rewriter.Visit) };
        }

        public override Expression Visit(Expression expression) => base.Visit(expression) is ArrayRent rented ? new ArrayNew(rented.Array, rented.Length) : base.Visit(expression);
    }
}
