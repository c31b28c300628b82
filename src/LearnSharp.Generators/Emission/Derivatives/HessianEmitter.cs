using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Emits <c>Hessian</c>: all second derivatives in one matrix, a column for each number that the parameters hold. Numbers stand in the order of the parameters; those of structs in the order
/// of the fields, those of arrays in the order of the elements; the weights of an object come last.
/// </summary>
internal static class HessianEmitter
{
    /// <summary>Writes it; nothing where a parameter is an array of structs, of arrays or of several dimensions: what is asked of those is products.</summary>
    public static void Write(CodeWriter code, ProgramShape shape, SecondOrder second)
    {
        IrType TypeOf(int index) => shape.Root.Parameters[index].Local.Type;
        if (second.Buffers.Any(index => TypeOf(index) is ArrayType { Element: not ScalarType } || shape.IsRectangular(index)))
            return;
        var call = new ArgumentList(shape);
        var scope = call.Scope;
        code.Gap().Summary($"All second derivatives of <c>{shape.Method.Name}</c>{(shape.HasStarts ? "; weights and choices of the body stand at their starting values" : "")}.");
        call.WriteDocs(code);
        code.Line($"/// <returns>Rows and columns: {call.Columns(second.Independent)}.</returns>");
        using (code.Braces($"public static double[,] Hessian({call.Declarations})"))
        {
            call.WriteChecks(code, second.Independent);
            var layout = FlatNumbers.Lay(second.Independent, TypeOf, index => call.Given[index]);
            var (size, hessian, column) = (scope.Claim("size"), scope.Claim("hessian"), scope.Claim("column"));
            code.Line($"var {size} = {layout.Size};");
            code.Line($"var {hessian} = new double[{size}, {size}];");
            var own = second.Independent.Where(call.IsDeclared).ToArray();
            var (along, slopes, ignored) = (new Dictionary<int, string>(), new Dictionary<int, string>(), new Dictionary<int, string>());
            foreach (var index in own)
            {
                along[index] = scope.Claim("t" + shape.MemberOf(index));
                slopes[index] = scope.Claim("h" + shape.MemberOf(index));
                ignored[index] = TypeOf(index) is ArrayType ? scope.Claim("d" + shape.MemberOf(index)) : "_";
                if (TypeOf(index) is not ArrayType array)
                    continue;
                foreach (var buffer in new[] { along[index], slopes[index], ignored[index] })
                    code.Line($"var {buffer} = new {array.Element.CSharpName}[{call.Given[index]}.Length];");
            }

            var (tWeights, hWeights) = shape.Instance is null ? ("", "") : (scope.Claim("tWeights"), scope.Claim("hWeights"));
            using (code.Braces($"for (var {column} = 0; {column} < {size}; {column}++)"))
            {
                foreach (var index in own)
                {
                    FlatNumbers.Direction(code, TypeOf(index), along[index], column, layout.Offsets[index]);
                    if (TypeOf(index) is ArrayType)
                        code.Line($"global::System.Array.Clear({slopes[index]});");
                }

                if (shape.Instance is not null)
                {
                    var unit = shape.Weights.Select(weight => (weight.Name, layout.Offsets.TryGetValue(weight.Spec.Parameter, out var offset)
                        ? $"{column} == {offset} ? {CSharpLiteral.Of(weight.Type, 1)} : {CSharpLiteral.Of(weight.Type, 0)}"
                        : CSharpLiteral.Of(weight.Type, 0)));
                    code.Line($"var {tWeights} = {MemberSets.New("Weights", unit)};");
                }

                var list = shape.Method.Parameters.Select((_, index) => index).SelectMany(index =>
                {
                    var argument = IsWritten(shape, index) ? Copy(TypeOf(index), call.Given[index]) : call.Named[index];
                    return along.TryGetValue(index, out var tangent) ? new[] { argument, tangent } : [argument];
                });
                if (shape.Instance is not null)
                    list = list.Prepend(call.Names[0]).Append(tWeights);
                list = list.Concat(own.Select(index => TypeOf(index) is ArrayType ? ignored[index] : "out _"));
                if (shape.Instance is not null)
                    list = list.Append("out _");
                list = list.Concat(own.Select(index => TypeOf(index) is ArrayType ? slopes[index] : $"out var {slopes[index]}"));
                if (shape.Instance is not null)
                    list = list.Append($"out var {hWeights}");
                code.Line($"HessianVectorProduct({string.Join(", ", list)});");
                foreach (var index in second.Independent)
                {
                    var slope = slopes.TryGetValue(index, out var declared) ? declared : $"{hWeights}.{shape.Weights.First(weight => weight.Spec.Parameter == index).Name}";
                    FlatNumbers.Fill(code, scope, TypeOf(index), slope, place => $"{hessian}[{place}, {column}]", layout.Offsets[index]);
                }
            }

            code.Line($"return {hessian};");
        }
    }

    private static bool IsWritten(ProgramShape shape, int index) => shape.Inputs.Any(input => input.Index == index && input.Copied);

    private static string Copy(IrType type, string name) => type is ArrayType { Kind: ArrayKind.Array } ? $"({type.CSharpName}){name}.Clone()" : $"{name}.ToArray()";
}
