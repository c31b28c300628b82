using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits <c>AsLoss</c>: a business's own cost as a loss for fits of other programs.</summary>
internal static class LossEmitter
{
    /// <summary>Writes the property and the class behind it.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="shape">The program.</param>
    /// <param name="loss">The method as a loss.</param>
    /// <param name="derivative">The pullback by the prediction, or null when there is none.</param>
    public static void Write(CodeWriter code, ProgramShape shape, LossShape loss, Derivative? derivative)
    {
        var name = shape.Method.Name;
        var gradient = derivative is not null && loss.Predicted.Type is ScalarType or ArrayType or StructType ? derivative : null;
        code.Gap().Summary($"<c>{name}</c> as a loss: the prediction, what was observed, and further inputs of the row by name.");
        code.Line($"public static {loss.LossType} AsLoss {{ get; }} = new MethodLoss();");
        code.Gap();
        using (code.Braces($"private sealed class MethodLoss : {loss.LossType}"))
        {
            code.Line($"public override string Name => {CSharpLiteral.Of(name)};");
            if (!loss.Rest.IsEmpty)
            {
                var inputs = loss.Rest.Select(static input => $"new(\"{input.Name}\", {CSharpLiteral.Of(input.MemberType)})");
                code.Gap().Line(
                    "public override global::System.Collections.Generic.IReadOnlyList<global::LearnSharp.InputInfo> Inputs { get; } = "
                    + $"new global::LearnSharp.InputInfo[] {{ {string.Join(", ", inputs)} }};");
            }

            if (gradient is null)
                code.Gap().Line("public override bool HasGradient => false;");
            Value(code, shape, loss);
            Gradient(code, shape, loss, gradient);
        }
    }

    private static string Parameters(LossShape loss) =>
        $"in {loss.Predicted.Parameter.TypeName} predicted, in {loss.Actual.Parameter.TypeName} actual, in TArguments arguments";

    private static void Value(CodeWriter code, ProgramShape shape, LossShape loss)
    {
        using (code.Gap().Braces($"public override double Value<TArguments>({Parameters(loss)})"))
        {
            code.Line($"return {shape.Method.TypeName}.{NameScope.Escape(shape.Method.Name)}({string.Join(", ", Arguments(loss))});");
        }
    }

    private static void Gradient(CodeWriter code, ProgramShape shape, LossShape loss, Derivative? derivative)
    {
        code.Gap();
        var header = $"public override double Gradient<TArguments>({Parameters(loss)}, global::System.Span<double> derivative)";
        if (derivative is null)
        {
            code.Line(header);
            using (code.Indent())
                code.Line($"=> throw new global::System.NotSupportedException({CSharpLiteral.Of($"{shape.Method.FullName} has no derivative by its prediction.")});");
            return;
        }

        var scope = new NameScope();
        foreach (var name in (string[])["predicted", "actual", "arguments", "derivative", "TArguments"])
            scope.Claim(name);
        using (code.Braces(header))
        {
            var array = loss.Predicted.Type as ArrayType;
            WorkspaceScope.Write(code, scope, derivative.NeedsWorkspace || array is not null, workspace =>
            {
                var (value, d) = (scope.Claim("value"), scope.Claim("d"));
                if (array is not null)
                    code.Line($"var {d} = {WorkspaceScope.Rent(workspace, array.Element, "predicted.Length")};");
                derivative.WriteCall(
                    code,
                    value,
                    1,
                    workspace,
                    Arguments(loss).Select((argument, index) => shape.Elements(index, argument)),
                    ["1.0"],
                    array is null ? ["var " + d] : [],
                    array is null ? [] : [d]);
                Spread(code, loss.Predicted.Type, d);
                code.Line($"return {value};");
            });
        }
    }

    // One value per output of the prediction, passive ones included: their derivative is zero.
    private static void Spread(CodeWriter code, IrType type, string d)
    {
        if (type is ArrayType)
        {
            using (code.Braces($"for (var i = 0; i < {d}.Length; i++)"))
                code.Line($"derivative[i] = {d}[i];");
            return;
        }

        var leaves = Leaf.Of(type).Where(static leaf => leaf.IsOutput).ToArray();
        for (var i = 0; i < leaves.Length; i++)
            code.Line($"derivative[{i}] = {(leaves[i].Type.IsDifferentiable ? leaves[i].Read(d, code.Fields) : "0.0")};");
    }

    private static IEnumerable<string> Arguments(LossShape loss) => loss.Rest.Select(Argument).Prepend("actual").Prepend("predicted");

    private static string Argument(InputMember input, int index)
    {
        var value = $"arguments.Argument<{input.MemberType}>({index})";
        return input.Type switch
        {
            ArrayType when input.IsSequence => value,
            ArrayType { Kind: ArrayKind.Span } when input.Copied => value + ".ToArray()",
            ArrayType { Kind: ArrayKind.Span } type => $"global::System.Runtime.InteropServices.MemoryMarshal.AsMemory<{type.Element.CSharpName}>({value}).Span",
            ArrayType { Kind: ArrayKind.ReadOnlySpan } => value + ".Span",
            ArrayType when input.Copied => input.CopyOf(value),
            _ => value,
        };
    }
}
