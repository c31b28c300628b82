using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Emits <c>Hessian</c>: all second derivatives in one matrix, a column for each number that the parameters hold. Numbers stand in the order of the parameters; those of structs in the order
/// of the fields, those of arrays in the order of the elements.
/// </summary>
internal static class HessianEmitter
{
    /// <summary>Writes it; nothing where a parameter is an array of structs.</summary>
    public static void Write(CodeWriter code, ProgramShape shape, SecondOrder second)
    {
        IrType TypeOf(int index) => shape.Root.Parameters[index].Local.Type;
        if (second.Buffers.Any(index => TypeOf(index) is ArrayType { Element: not ScalarType }))
            return;
        var scope = new NameScope();
        var method = shape.Method;
        var names = method.Parameters.Select(parameter => scope.Claim(parameter.Name));
        code.Gap().Summary($"All second derivatives of <c>{method.Name}</c>{(shape.HasInBody ? "; weights and choices of the body stand at their starting values" : "")}.");
        for (var i = 0; i < names.Count; i++)
            code.Line($"/// <param name=\"{names[i].TrimStart('@')}\">The parameter <c>{method.Parameters[i].Name}</c>{(IsWritten(shape, i) ? ", which is left as it is" : "")}.</param>");
        code.Line($"/// <returns>Rows and columns: {string.Join(", ", second.Independent.Select(index => $"<c>{method.Parameters[index].Name}</c>"))}, every field and element of its own.</returns>");
        using (code.Braces($"public static double[,] Hessian({string.Join(", ", names.Select((name, index) => $"{method.Parameters[index].TypeName} {name}"))})"))
        {
            var layout = FlatNumbers.Lay(second.Independent, TypeOf, index => names[index]);
            foreach (var index in second.Buffers.Where(index => TypeOf(index) is ArrayType { Kind: ArrayKind.Array }))
                code.Line($"global::System.ArgumentNullException.ThrowIfNull({names[index]});");
            var (size, hessian, column) = (scope.Claim("size"), scope.Claim("hessian"), scope.Claim("column"));
            code.Line($"var {size} = {layout.Size};");
            code.Line($"var {hessian} = new double[{size}, {size}];");
            var (along, slopes, ignored) = (new Dictionary<int, string>(), new Dictionary<int, string>(), new Dictionary<int, string>());
            foreach (var index in second.Independent)
            {
                along[index] = scope.Claim("t" + shape.MemberOf(index));
                slopes[index] = scope.Claim("h" + shape.MemberOf(index));
                ignored[index] = TypeOf(index) is ArrayType ? scope.Claim("d" + shape.MemberOf(index)) : "_";
                if (TypeOf(index) is not ArrayType array)
                    continue;
                foreach (var buffer in new[] { along[index], slopes[index], ignored[index] })
                    code.Line($"var {buffer} = new {array.Element.CSharpName}[{names[index]}.Length];");
            }

            using (code.Braces($"for (var {column} = 0; {column} < {size}; {column}++)"))
            {
                foreach (var index in second.Independent)
                {
                    FlatNumbers.Direction(code, TypeOf(index), along[index], column, layout.Offsets[index]);
                    if (TypeOf(index) is ArrayType)
                        code.Line($"global::System.Array.Clear({slopes[index]});");
                }

                var arguments = names.Select((name, index) => IsWritten(shape, index) ? Copy(TypeOf(index), name) : name).ToArray();
                var list = arguments.SelectMany((argument, index) => along.TryGetValue(index, out var tangent) ? new[] { argument, tangent } : [argument])
                    .Concat(second.Independent.Select(index => TypeOf(index) is ArrayType ? ignored[index] : "out _"))
                    .Concat(second.Independent.Select(index => TypeOf(index) is ArrayType ? slopes[index] : $"out var {slopes[index]}"));
                code.Line($"HessianVectorProduct({string.Join(", ", list)});");
                foreach (var index in second.Independent)
                    FlatNumbers.Fill(code, scope, TypeOf(index), slopes[index], place => $"{hessian}[{place}, {column}]", layout.Offsets[index]);
            }

            code.Line($"return {hessian};");
        }
    }

    private static bool IsWritten(ProgramShape shape, int index) => shape.Inputs.Any(input => input.Index == index && input.Copied);

    private static string Copy(IrType type, string name) => type is ArrayType { Kind: ArrayKind.Array } ? $"({type.CSharpName}){name}.Clone()" : $"{name}.ToArray()";
}
