using System.Linq;
using LearnSharp.Generators.Frontend;
using LearnSharp.Generators.Pipeline;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Emits what other learnable methods may call of a program, without code in it: bodies are bound against it in the generator's own compilation, which does not hold what comes out of the
/// generator. Names and types are those of <see cref="GradientEmitter"/> and <see cref="PushforwardEmitter"/>.
/// </summary>
internal static class SurfaceEmitter
{
    /// <summary>The text of a file.</summary>
    public static string Emit(DerivativeShape shape, string program, EquatableArray<ContainingType> types) =>
        SourceFile.Write(SurfaceReader.Namespace(shape.Method), types, "Fields", code =>
        {
            code.Line(SourceFile.GeneratedCode);
            using (code.Braces($"{SurfaceReader.Accessibility(shape.Method.DeclaredAccessibility)} readonly struct {NameScope.Escape(program)}"))
            {
                if (shape.HasGradient)
                    Reverse(code, shape, "Gradient");
                Reverse(code, shape, "Pullback");
                Forward(code, shape);
            }
        });

    private static void Reverse(CodeWriter code, DerivativeShape shape, string name)
    {
        var scope = new NameScope();
        var parameters = shape.Method.Parameters;
        var members = MemberNames.Assign([.. parameters.Select(static parameter => parameter.Name)]);
        var list = parameters.Select(parameter => $"{SurfaceReader.Parameter(parameter).TypeName} {scope.Claim(parameter.Name)}").ToList();
        if (name == "Pullback")
            list.Add($"{shape.Result.CSharpName} {scope.Claim("seed")}");
        foreach (var parameter in parameters.Where(parameter => shape.Independent[parameter.Ordinal]))
        {
            var derivative = scope.Claim("d" + members[parameter.Ordinal]);
            list.Add(shape.Types[parameter.Ordinal] is ArrayType array ? $"{DerivativeShape.Buffer(array).CSharpName} {derivative}" : $"out {shape.Types[parameter.Ordinal].CSharpName} {derivative}");
        }

        code.Line($"public static {MethodIds.QualifiedName(shape.Method.ReturnType)} {name}({string.Join(", ", list)}) => throw null!;");
    }

    private static void Forward(CodeWriter code, DerivativeShape shape)
    {
        var scope = new NameScope();
        var parameters = shape.Method.Parameters;
        var members = MemberNames.Assign([.. parameters.Select(static parameter => parameter.Name)]);
        var names = parameters.Select(parameter => scope.Claim(parameter.Name)).ToList();
        var list = parameters.SelectMany(parameter => shape.Independent[parameter.Ordinal]
            ? new[]
            {
                $"{SurfaceReader.Parameter(parameter).TypeName} {names[parameter.Ordinal]}",
                $"{shape.Types[parameter.Ordinal].CSharpName} {scope.Claim("t" + members[parameter.Ordinal])}",
            }
            : [$"{SurfaceReader.Parameter(parameter).TypeName} {names[parameter.Ordinal]}"]);
        var result = MethodIds.QualifiedName(shape.Method.ReturnType);
        code.Line($"public static ({result} Value, {result} Tangent) Pushforward({string.Join(", ", list)}) => throw null!;");
    }
}
