using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Emits <c>Jacobian</c> for results of several numbers: a row for each number of the result and a column for each that the parameters hold, by forward mode along the columns, or by reverse mode
/// for the rows where these are few.
/// </summary>
internal static class JacobianEmitter
{
    // One reverse sweep costs about as much as this many forward ones.
    private const string ReverseCost = "2";

    /// <summary>Writes it; nothing where the result is one number, or holds an array among other things, or a parameter is an array of anything but numbers or of several dimensions.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="shape">The method.</param>
    /// <param name="tangents">Its pushforward.</param>
    /// <param name="hasPullback">Whether there is a <c>Pullback</c>.</param>
    public static void Write(CodeWriter code, ProgramShape shape, Tangents? tangents, bool hasPullback)
    {
        var method = shape.Method;
        IrType TypeOf(int index) => shape.Root.Parameters[index].Local.Type;
        if (tangents is null || shape.Instance is not null || shape.IsReshaped || method.ResultName.Contains("[,") || shape.ScalarResult is not null || !tangents.Independent.All(index => FlatNumbers.Has(TypeOf(index)))
            || !shape.Results.All(static part => FlatNumbers.Has(part.Type)))
        {
            return;
        }

        var scope = new NameScope();
        var names = method.Parameters.Select(parameter => scope.Claim(parameter.Name));
        Docs(code, shape, tangents, names);
        using (code.Braces($"public static double[,] Jacobian({string.Join(", ", names.Select((name, index) => $"{method.Parameters[index].TypeName} {name}"))})"))
        {
            var (columns, rows, jacobian) = (scope.Claim("columns"), scope.Claim("rows"), scope.Claim("jacobian"));
            foreach (var index in tangents.Independent.Where(index => TypeOf(index) is ArrayType { Kind: ArrayKind.Array }))
                code.Line($"global::System.ArgumentNullException.ThrowIfNull({names[index]});");
            var across = FlatNumbers.Lay(tangents.Independent, TypeOf, index => names[index]);
            code.Line($"var {columns} = {across.Size};");
            var along = new Dictionary<int, string>();
            foreach (var index in tangents.Independent)
            {
                along[index] = scope.Claim("t" + shape.MemberOf(index));
                if (TypeOf(index) is ArrayType array)
                    code.Line($"var {along[index]} = new {array.Element.CSharpName}[{names[index]}.Length];");
            }

            // How many numbers come out shows only when they do.
            var value = scope.Claim("value");
            var still = along.ToDictionary(static pair => pair.Key, pair => TypeOf(pair.Key) is ArrayType ? pair.Value : "default");
            code.Line($"var {value} = {Pushforward(shape, names, still)}.Value;");
            var parts = Enumerable.Range(0, shape.Results.Count).Where(part => shape.Results[part].Type.IsDifferentiable).ToArray();
            var down = FlatNumbers.Lay(parts, part => shape.Results[part].Type, part => value + shape.Results[part].Access);
            code.Line($"var {rows} = {down.Size};");
            code.Line($"var {jacobian} = new double[{rows}, {columns}];");
            if (hasPullback && !shape.Inputs.Any(static input => input.Copied))
            {
                using (code.Braces($"if ({ReverseCost} * {rows} < {columns})"))
                {
                    ByRows(code, scope, shape, tangents, names, parts, down.Offsets, across.Offsets, value, rows, jacobian);
                    code.Line($"return {jacobian};");
                }
            }

            var column = scope.Claim("column");
            using (code.Braces($"for (var {column} = 0; {column} < {columns}; {column}++)"))
            {
                foreach (var index in tangents.Independent)
                    FlatNumbers.Direction(code, TypeOf(index), along[index], column, across.Offsets[index]);
                var tangent = scope.Claim("tangent");
                code.Line($"var {tangent} = {Pushforward(shape, names, along)}.Tangent;");
                foreach (var part in parts)
                    FlatNumbers.Fill(code, scope, shape.Results[part].Type, tangent + shape.Results[part].Access, place => $"{jacobian}[{place}, {column}]", down.Offsets[part]);
            }

            code.Line($"return {jacobian};");
        }
    }

    private static void ByRows(
        CodeWriter code,
        NameScope scope,
        ProgramShape shape,
        Tangents tangents,
        EquatableArray<string> names,
        int[] parts,
        Dictionary<int, string> down,
        Dictionary<int, string> across,
        string value,
        string rows,
        string jacobian)
    {
        IrType TypeOf(int index) => shape.Root.Parameters[index].Local.Type;
        var seeds = parts.ToDictionary(static part => part, _ => scope.Claim("seed"));
        foreach (var part in parts.Where(part => shape.Results[part].Type is ArrayType))
            code.Line($"var {seeds[part]} = new {((ArrayType)shape.Results[part].Type).Element.CSharpName}[{value}{shape.Results[part].Access}.Length];");
        var derivatives = tangents.Independent.ToDictionary(static index => index, index => scope.Claim("d" + shape.MemberOf(index)));
        foreach (var index in tangents.Independent.Where(index => TypeOf(index) is ArrayType))
            code.Line($"var {derivatives[index]} = new {((ArrayType)TypeOf(index)).Element.CSharpName}[{names[index]}.Length];");
        var row = scope.Claim("row");
        using (code.Braces($"for (var {row} = 0; {row} < {rows}; {row}++)"))
        {
            foreach (var part in parts)
                FlatNumbers.Direction(code, shape.Results[part].Type, seeds[part], row, down[part]);
            foreach (var index in tangents.Independent.Where(index => TypeOf(index) is ArrayType))
                code.Line($"global::System.Array.Clear({derivatives[index]});");
            var outputs = tangents.Independent.Select(index => TypeOf(index) is ArrayType ? derivatives[index] : "out var " + derivatives[index]);
            code.Line($"Pullback({string.Join(", ", names.Concat(parts.Select(part => seeds[part])).Concat(outputs))});");
            foreach (var index in tangents.Independent)
                FlatNumbers.Fill(code, scope, TypeOf(index), derivatives[index], place => $"{jacobian}[{row}, {place}]", across[index]);
        }
    }

    // Arrays that the method writes are copied, so that every column starts from the same values.
    private static string Pushforward(ProgramShape shape, EquatableArray<string> names, Dictionary<int, string> along)
    {
        var arguments = names.SelectMany((name, index) =>
        {
            var type = shape.Root.Parameters[index].Local.Type;
            var isWritten = shape.Inputs.Any(input => input.Index == index && input.Copied);
            var argument = !isWritten ? name : type is ArrayType { Kind: ArrayKind.Array } ? $"({type.CSharpName}){name}.Clone()" : $"{name}.ToArray()";
            return along.TryGetValue(index, out var tangent) ? new[] { argument, tangent } : [argument];
        });
        return $"Pushforward({string.Join(", ", arguments)})";
    }

    private static void Docs(CodeWriter code, ProgramShape shape, Tangents tangents, EquatableArray<string> names)
    {
        var method = shape.Method;
        code.Gap().Summary(
            $"The derivatives of all numbers in the result of <c>{method.Name}</c> by all in its parameters{(shape.HasInBody ? "; weights and choices of the body stand at their starting values" : "")}.");
        for (var i = 0; i < names.Count; i++)
        {
            var isWritten = shape.Inputs.Any(input => input.Index == i && input.Copied);
            code.Line($"/// <param name=\"{names[i].TrimStart('@')}\">The parameter <c>{method.Parameters[i].Name}</c>{(isWritten ? ", which is left as it is" : "")}.</param>");
        }

        var columns = string.Join(", ", tangents.Independent.Select(index => $"<c>{method.Parameters[index].Name}</c>"));
        code.Line($"/// <returns>Rows: the numbers of the result in their order. Columns: {columns}, every field and element of its own.</returns>");
    }
}
