using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Emits <c>Gradient</c> and <c>Pullback</c> over <c>Input</c>, <c>Weights</c> and <c>Choices</c>: derivatives by every weight, wherever it is declared.
/// </summary>
internal static class RecordGradientEmitter
{
    /// <summary>Writes both; nothing when the program has no derivative by its weights.</summary>
    public static void Write(CodeWriter code, ProgramShape shape, Derivative? derivative)
    {
        if (derivative is null)
            return;
        if (shape.ScalarResult is { IsFloating: true })
            Method(code, shape, derivative, gradient: true);
        Method(code, shape, derivative, gradient: false);
    }

    private static void Method(CodeWriter code, ProgramShape shape, Derivative derivative, bool gradient)
    {
        var scope = new NameScope();
        foreach (var name in (string[])["input", "weights", "choices", "d"])
            scope.Claim(name);
        var seeds = gradient ? [] : Seeds.Claim(scope, shape);

        code.Gap().Summary($"The value of <c>{shape.Method.Name}</c> for a row, and its derivatives by all weights.");
        code.Line("/// <param name=\"input\">The data; its arrays are never changed.</param>");
        code.Line("/// <param name=\"weights\">The weights.</param>");
        code.Line("/// <param name=\"choices\">The choices.</param>");
        foreach (var seed in seeds)
            code.Line($"/// <param name=\"{seed.Name}\">What each number of the result counts.</param>");
        code.Line("/// <param name=\"d\">Receives the derivatives.</param>");
        code.Line($"/// <returns>The value of <c>{shape.Method.Name}</c>.</returns>");
        var seedList = string.Concat(seeds.Select(static seed => $"{seed.Type.CSharpName} {seed.Name}, "));
        using (code.Braces(
            $"public static {shape.Method.ResultName} {(gradient ? "Gradient" : "Pullback")}"
            + $"(in Input input, in Weights weights, in Choices choices, {seedList}out Weights d)"))
        {
            foreach (var seed in seeds.Where(static seed => seed.Type is ArrayType { Kind: ArrayKind.Array }))
                code.Line($"global::System.ArgumentNullException.ThrowIfNull({seed.Name});");
            WorkspaceScope.Write(code, scope, derivative.NeedsWorkspace || WorkspaceScope.Copies(shape.Inputs), workspace =>
            {
                var seedValues = gradient ? [CSharpLiteral.Of(shape.Results[0].Type, 1)] : seeds.Select(static seed => seed.Name);
                var (value, targets) = Call(code, scope, shape, derivative, workspace, seedValues);
                code.Line($"d = {MemberSets.New("Weights", shape.Weights.Select((weight, index) => (weight.Name, targets[index])))};");
                code.Line($"return {value};");
            });
        }
    }

    /// <summary>Writes the call of the pullback for a row; gives the locals of the value and of each weight's derivative.</summary>
    public static (string Value, EquatableArray<string> Derivatives) Call(
        CodeWriter code, NameScope scope, ProgramShape shape, Derivative derivative, string workspace, System.Collections.Generic.IEnumerable<string> seeds)
    {
        var columns = WorkspaceScope.Columns(code, scope, shape.Inputs, workspace);
        var value = scope.Claim("value");
        var targets = shape.Weights.Select(weight => scope.Claim("d" + weight.Name.Replace(".", "")));
        derivative.WriteCall(
            code,
            value,
            shape.Results.Count,
            workspace,
            shape.RowArguments(columns),
            seeds,
            targets.Select(static target => "var " + target).ToArray(),
            []);
        return (value, targets);
    }
}
