using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Emits <c>Jacobian</c> for results of several numbers: a row for each number of the result and a column for each that the parameters hold, by forward mode along the columns, eight at once
/// where that is possible, or by reverse mode for the rows where these are few.
/// </summary>
internal static class JacobianEmitter
{
    // One reverse sweep costs about as much as this many forward ones.
    private const int ReverseCost = 2;

    /// <summary>Whether there is one; not where the result is one number, or holds an array among other things, or a parameter is an array of anything but numbers or of several dimensions.</summary>
    /// <param name="shape">The method.</param>
    /// <param name="tangents">Its pushforward.</param>
    public static bool IsFor(ProgramShape shape, Tangents? tangents) => tangents is not null && !shape.IsReshaped && !shape.Method.ResultName.Contains("[,") && shape.ScalarResult is null
        && tangents.Independent.All(index => FlatNumbers.Has(shape.Root.Parameters[index].Local.Type))
        && shape.Results.All(static part => FlatNumbers.Has(part.Type)) && shape.Results.Any(static part => part.Type.IsDifferentiable);

    /// <summary>Writes it.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="shape">The method.</param>
    /// <param name="tangents">Its pushforward, along one direction or along several.</param>
    /// <param name="isWide">Whether along several.</param>
    /// <param name="hasPullback">Whether there is a <c>Pullback</c>.</param>
    public static void Write(CodeWriter code, ProgramShape shape, Tangents tangents, bool isWide, bool hasPullback)
    {
        var call = new ArgumentList(shape);
        IrType TypeOf(int index) => shape.Root.Parameters[index].Local.Type;
        Docs(code, shape, tangents, call);
        using (code.Braces($"public static double[,] Jacobian({call.Declarations})"))
        {
            var scope = call.Scope;
            var (columns, jacobian) = (scope.Claim("columns"), scope.Claim("jacobian"));
            call.WriteChecks(code, tangents.Independent);
            var across = FlatNumbers.Lay(tangents.Independent, TypeOf, index => call.Given[index]);
            code.Line($"var {columns} = {across.Size};");
            code.Line($"double[,] {jacobian} = null!;");
            WorkspaceScope.Write(code, scope, needed: true, workspace =>
            {
                var (along, column) = (call.WriteDirections(code, tangents, isWide, workspace), scope.Claim("column"));
                var step = isWide ? $"{column} += {DirectionsType.Count}" : column + "++";

                // How many numbers come out shows only when they do: without a column there is one pass as well.
                using (code.Braces($"for (var {column} = 0; {column} == 0 || {column} < {columns}; {step})"))
                {
                    foreach (var index in tangents.Independent)
                    {
                        if (isWide)
                            code.Line(TypeOf(index) is ArrayType ? $"{Directions}At({along[index]}, {At(across.Offsets[index], column)});" : $"var {along[index]} = {Directions}At({At(across.Offsets[index], column)});");
                        else
                            FlatNumbers.Direction(code, TypeOf(index), along[index], column, across.Offsets[index]);
                    }

                    var pass = scope.Claim("pass");
                    code.Line($"var {pass} = {workspace}.Mark();");
                    var (values, slopes) = call.WriteCall(code, tangents, workspace, along);
                    var parts = Enumerable.Range(0, shape.Results.Count).Where(part => shape.Results[part].Type.IsDifferentiable).ToArray();
                    var down = FlatNumbers.Lay(parts, part => shape.Results[part].Type, part => values[part]);
                    using (code.Braces($"if ({column} == 0)"))
                    {
                        code.Line($"{jacobian} = new double[{down.Size}, {columns}];");
                        if (hasPullback && !shape.Inputs.Any(static input => input.Copied) && shape.Instance?.Written.IsEmpty != false)
                            ByRows(code, call, tangents, isWide, workspace, (parts, down.Offsets, values), (across.Offsets, columns), jacobian);
                    }

                    foreach (var part in parts)
                    {
                        if (isWide)
                            code.Line($"{Directions}Store({slopes[part]}, {jacobian}, {down.Offsets[part]}, {column});");
                        else
                            Fill(code, scope, shape.Results[part].Type, slopes[part], place => $"{jacobian}[{place}, {column}]", down.Offsets[part], columns, column);
                    }

                    code.Line($"{workspace}.Release({pass});");
                }

                code.Line($"return {jacobian};");
            });
        }
    }

    /// <summary>The class of the runtime that knows several directions at once.</summary>
    public const string Directions = "global::LearnSharp.Runtime.Directions.";

    private static string At(string offset, string column) => offset == "0" ? "-" + column : $"{offset} - {column}";

    private static void Fill(CodeWriter code, NameScope scope, IrType type, string value, System.Func<string, string> cell, string offset, string columns, string column)
    {
        using (code.Braces($"if ({column} < {columns})"))
            FlatNumbers.Fill(code, scope, type, value, cell, offset);
    }

    private static void ByRows(
        CodeWriter code,
        ArgumentList call,
        Tangents tangents,
        bool isWide,
        string workspace,
        (int[] Parts, Dictionary<int, string> Offsets, string[] Values) down,
        (Dictionary<int, string> Offsets, string Columns) across,
        string jacobian)
    {
        var (shape, scope) = (call.Shape, call.Scope);
        IrType TypeOf(int index) => shape.Root.Parameters[index].Local.Type;
        var (row, rows) = (scope.Claim("row"), $"{jacobian}.GetLength(0)");
        using (code.Braces($"if ({(isWide ? ReverseCost * DirectionsType.Count : ReverseCost)} * {rows} < {across.Columns})"))
        {
            var seeds = down.Parts.ToDictionary(static part => part, _ => scope.Claim("seed"));
            foreach (var part in down.Parts.Where(part => shape.Results[part].Type is ArrayType))
                code.Line($"var {seeds[part]} = {WorkspaceScope.Rent(workspace, ((ArrayType)shape.Results[part].Type).Element, down.Values[part] + ".Length")};");
            var derivatives = tangents.Independent.Where(call.IsDeclared).ToDictionary(static index => index, index => scope.Claim("d" + shape.MemberOf(index)));
            var all = shape.Instance is null ? "" : scope.Claim("dWeights");
            foreach (var pair in derivatives.Where(pair => TypeOf(pair.Key) is ArrayType))
                code.Line($"var {pair.Value} = {WorkspaceScope.Rent(workspace, ((ArrayType)TypeOf(pair.Key)).Element, call.Given[pair.Key] + ".Length")};");
            using (code.Braces($"for (var {row} = 0; {row} < {rows}; {row}++)"))
            {
                foreach (var part in down.Parts)
                    FlatNumbers.Direction(code, shape.Results[part].Type, seeds[part], row, down.Offsets[part]);
                foreach (var pair in derivatives.Where(pair => TypeOf(pair.Key) is ArrayType))
                    code.Line($"global::System.Array.Clear({pair.Value});");
                var outputs = derivatives.Select(pair => TypeOf(pair.Key) is ArrayType ? pair.Value : "out var " + pair.Value);
                if (shape.Instance is not null)
                    outputs = outputs.Append("out var " + all);
                code.Line($"Pullback({string.Join(", ", call.Names.Concat(down.Parts.Select(part => seeds[part])).Concat(outputs))});");
                foreach (var index in tangents.Independent)
                {
                    var derivative = derivatives.TryGetValue(index, out var name) ? name : $"{all}.{shape.Weights.First(weight => weight.Spec.Parameter == index).Name}";
                    FlatNumbers.Fill(code, scope, TypeOf(index), derivative, place => $"{jacobian}[{row}, {place}]", across.Offsets[index]);
                }
            }

            code.Line($"return {jacobian};");
        }
    }

    private static void Docs(CodeWriter code, ProgramShape shape, Tangents tangents, ArgumentList call)
    {
        var method = shape.Method;
        code.Gap().Summary(
            $"The derivatives of all numbers in the result of <c>{method.Name}</c> by all in its parameters{(shape.HasStarts ? "; weights and choices of the body stand at their starting values" : "")}.");
        call.WriteDocs(code);
        code.Line($"/// <returns>Rows: the numbers of the result in their order. Columns: {call.Columns(tangents.Independent)}.</returns>");
    }
}
