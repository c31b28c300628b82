using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Replaces the parts of arrays in a program: a span that may be one becomes the array with the index of its first element and the number of its elements, a parameter such a span and two ints behind all other
/// parameters, an element that of the array, with a test where nothing shows that it lies within the part. What remains only knows whole arrays, so that every analysis of which elements are the same holds.
/// </summary>
public static class SliceLowering
{
    /// <summary>The program without <see cref="Slice"/>; the parameters of its root are what they were.</summary>
    public static IrProgram Run(IrProgram program)
    {
        if (!new SlicedLocals(program).Any)
            return program;
        program = WithInnerRoot(program);
        var sliced = new SlicedLocals(program);
        var functions = program.Callees.Add(program.Root).ToDictionary(static function => function.Id);
        return new IrProgram(
            new SliceRewriter(program.Root, sliced, functions).Run(isRoot: true),
            program.Callees.Select(callee => new SliceRewriter(callee, sliced, functions).Run(isRoot: false)));
    }

    /// <summary>A root that is called within its program calls a function of the same body, whose parameters may be parts.</summary>
    private static IrProgram WithInnerRoot(IrProgram program)
    {
        var root = program.Root;
        if (!program.Callees.Add(root).Any(function => CalledFunctions.Ids(function).Contains(root.Id)))
            return program;
        var inner = root with
        {
            Id = root.Id + "'part",
            Parameters = root.Parameters.Select(static parameter => parameter with { Role = ParameterRole.Input }),
        };
        var calls = new Redirection(root.Id, inner.Id);
        return new IrProgram(calls.Visit(root), program.Callees.Where(callee => callee.Id != root.Id).Select(calls.Visit).Append(calls.Visit(inner)).ToEquatableArray());
    }

    private sealed class Redirection(string from, string to) : Rewriter
    {
        public override EquatableArray<Statement> Visit(Statement statement) =>
            statement is Call call && call.Function == from ? [call with { Function = to }] : base.Visit(statement);
    }
}
