using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits <c>Pushforward</c> over <c>Input</c>, <c>Weights</c> and <c>Choices</c>: every weight moves, wherever it is declared.</summary>
internal static class RecordPushforwardEmitter
{
    /// <summary>Writes it; nothing when the program has no derivative by its weights.</summary>
    public static void Write(CodeWriter code, ProgramShape shape, Tangents? tangents)
    {
        if (tangents is null || shape.Results.IsEmpty)
            return;
        var scope = new NameScope();
        foreach (var name in (string[])["input", "weights", "choices", "t"])
            scope.Claim(name);
        code.Gap().Summary($"The value of <c>{shape.Method.Name}</c> for a row, and its derivative along one direction of the weights.");
        code.Line("/// <param name=\"input\">The data; its arrays are never changed.</param>");
        code.Line("/// <param name=\"weights\">The weights.</param>");
        code.Line("/// <param name=\"choices\">The choices.</param>");
        code.Line("/// <param name=\"t\">How fast every weight moves.</param>");
        code.Line("/// <returns>The value, and how fast it changes when every weight moves by its tangent.</returns>");
        using (code.Braces(
            $"public static ({shape.Method.ResultName} Value, {shape.Method.ResultName} Tangent) Pushforward(in Input input, in Weights weights, in Choices choices, in Weights t)"))
        {
            WorkspaceScope.Write(code, scope, tangents.NeedsWorkspace || WorkspaceScope.Copies(shape.Inputs), workspace =>
            {
                var columns = WorkspaceScope.Columns(code, scope, shape.Inputs, workspace);
                var along = tangents.Independent.Select(index => "t." + shape.Weights.First(weight => weight.Spec.Parameter == index).Name);
                var (values, slopes) = tangents.WriteCall(code, scope, shape.Results, workspace, shape.RowArguments(columns), along, []);
                code.Line($"return ({PushforwardEmitter.Together(shape, tangents, values)}, {PushforwardEmitter.Together(shape, tangents, slopes)});");
            });
        }
    }
}
