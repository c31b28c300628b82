using System.Collections.Generic;
using System.Globalization;
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
            var layout = Lay(second, TypeOf, names);
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
                    Direction(code, TypeOf(index), along[index], slopes[index], column, layout.Offsets[index]);
                var arguments = names.Select((name, index) => IsWritten(shape, index) ? Copy(TypeOf(index), name) : name).ToArray();
                var list = arguments.SelectMany((argument, index) => along.TryGetValue(index, out var tangent) ? new[] { argument, tangent } : [argument])
                    .Concat(second.Independent.Select(index => TypeOf(index) is ArrayType ? ignored[index] : "out _"))
                    .Concat(second.Independent.Select(index => TypeOf(index) is ArrayType ? slopes[index] : $"out var {slopes[index]}"));
                code.Line($"HessianVectorProduct({string.Join(", ", list)});");
                foreach (var index in second.Independent)
                    Fill(code, scope, TypeOf(index), slopes[index], $"{hessian}[{{0}}, {column}]", layout.Offsets[index]);
            }

            code.Line($"return {hessian};");
        }
    }

    private static bool IsWritten(ProgramShape shape, int index) => shape.Inputs.Any(input => input.Index == index && input.Copied);

    private static string Copy(IrType type, string name) => type is ArrayType { Kind: ArrayKind.Array } ? $"({type.CSharpName}){name}.Clone()" : $"{name}.ToArray()";

    private static (string Size, Dictionary<int, string> Offsets) Lay(SecondOrder second, System.Func<int, IrType> typeOf, EquatableArray<string> names)
    {
        var offsets = new Dictionary<int, string>();
        var (numbers, arrays) = (0, "");
        foreach (var index in second.Independent)
        {
            offsets[index] = numbers == 0 && arrays.Length > 0 ? arrays.Substring(3) : Of(numbers) + arrays;
            if (typeOf(index) is ArrayType)
                arrays += $" + {names[index]}.Length";
            else
                numbers += Numbers(typeOf(index)).Count();
        }

        return (numbers == 0 ? arrays.Substring(3) : Of(numbers) + arrays, offsets);
    }

    private static IEnumerable<Leaf> Numbers(IrType type) => Leaf.Of(type).Where(static leaf => leaf.Type is ScalarType { IsFloating: true });

    private static void Direction(CodeWriter code, IrType type, string along, string slope, string column, string offset)
    {
        if (type is not ArrayType)
        {
            var position = 0;
            code.Line($"var {along} = {Unit(type, column, offset, ref position)};");
            return;
        }

        var local = $"{column} - ({offset})";
        code.Line($"global::System.Array.Clear({along});");
        code.Line($"global::System.Array.Clear({slope});");
        using (code.Braces($"if ({local} >= 0 && {local} < {along}.Length)"))
            code.Line($"{along}[{local}] = 1;");
    }

    private static string Unit(IrType type, string column, string offset, ref int position)
    {
        if (type is StructType structure)
        {
            var fields = new List<string>();
            foreach (var field in structure.Fields)
                fields.Add(Unit(field.Type, column, offset, ref position));
            return StructText.Of(structure, fields);
        }

        if (type is not ScalarType { IsFloating: true } scalar)
            return $"default({type.CSharpName})!";
        return $"{column} == {At(offset, position++)} ? {CSharpLiteral.Of(scalar, 1)} : {CSharpLiteral.Of(scalar, 0)}";
    }

    private static void Fill(CodeWriter code, NameScope scope, IrType type, string slope, string cell, string offset)
    {
        if (type is ArrayType)
        {
            var row = scope.Claim("row");
            using (code.Braces($"for (var {row} = 0; {row} < {slope}.Length; {row}++)"))
                code.Line($"{cell.Replace("{0}", offset == "0" ? row : $"{offset} + {row}")} = {slope}[{row}];");
            return;
        }

        var position = 0;
        foreach (var leaf in Numbers(type))
            code.Line($"{cell.Replace("{0}", At(offset, position++))} = {slope}{leaf.Access};");
    }

    private static string At(string offset, int position) => int.TryParse(offset, out var number)
        ? Of(number + position)
        : position == 0 ? offset : $"{offset} + {Of(position)}";

    private static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}
