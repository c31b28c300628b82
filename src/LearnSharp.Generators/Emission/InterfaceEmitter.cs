using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits the members of <c>IProgram</c>, explicitly: the trainer's side of the program.</summary>
internal static class InterfaceEmitter
{
    /// <summary>Writes the members.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="shape">The program.</param>
    /// <param name="byWeights">The pullback by all weights, or null when there is none.</param>
    /// <param name="exact">The method that runs a row: the user's own, or a printed one where the body declares weights.</param>
    public static void Write(CodeWriter code, ProgramShape shape, Derivative? byWeights, string exact)
    {
        Run(code, shape, exact);
        Pullback(code, shape, byWeights);
        OutputMembers.Write(code, shape);
        ValueMembers.Write(code, shape);
        InputMembers.Write(code, shape);
    }

    private static void Run(CodeWriter code, ProgramShape shape, string exact)
    {
        var scope = Row();
        using (code.Gap().Braces($"static {shape.Method.ResultName} {shape.Interface}.Run(in Input input, in Weights weights, in Choices choices)"))
        {
            WorkspaceScope.Write(code, scope, WorkspaceScope.Copies(shape.Inputs), workspace =>
            {
                var columns = WorkspaceScope.Columns(code, scope, shape.Inputs, workspace);
                code.Line($"return {exact}({string.Join(", ", shape.RowArguments(columns, isRoot: shape.HasInBody))});");
            });
        }
    }

    private static void Pullback(CodeWriter code, ProgramShape shape, Derivative? byWeights)
    {
        var header = $"static {shape.Method.ResultName} {shape.Interface}.Pullback"
            + "(in Input input, in Weights weights, in Choices choices, double[] seed, global::System.Span<double> derivative)";
        code.Gap();
        if (byWeights is null)
        {
            var text = $"{shape.Method.FullName} has no gradient: it is trained by search.";
            code.Line(header);
            using (code.Indent())
                code.Line($"=> throw new global::System.NotSupportedException({CSharpLiteral.Of(text)});");
            return;
        }

        var scope = Row();
        scope.Claim("seed");
        scope.Claim("derivative");
        using (code.Braces(header))
        {
            var needed = byWeights.NeedsWorkspace || WorkspaceScope.Copies(shape.Inputs) || Seeds.NeedWorkspace(shape);
            WorkspaceScope.Write(code, scope, needed, workspace =>
            {
                var seeds = Seeds.FromOutputs(code, scope, shape, workspace);
                var (value, derivatives) = RecordGradientEmitter.Call(code, scope, shape, byWeights, workspace, seeds);
                for (var i = 0; i < derivatives.Count; i++)
                    code.Line($"derivative[{i}] += {derivatives[i]};");
                code.Line($"return {value};");
            });
        }
    }

    private static NameScope Row()
    {
        var scope = new NameScope();
        foreach (var name in (string[])["input", "weights", "choices"])
            scope.Claim(name);
        return scope;
    }
}
