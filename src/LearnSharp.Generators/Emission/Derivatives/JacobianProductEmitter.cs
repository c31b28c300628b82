using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Emits <c>JacobianProduct</c>: the pushforward along many directions, eight at once, into buffers of the caller's. For static methods whose tangents go through several at a time.
/// </summary>
internal static class JacobianProductEmitter
{
    private const string Tangents = "global::System.ReadOnlySpan<double>";

    /// <summary>Writes it.</summary>
    public static void Write(CodeWriter code, ProgramShape shape, Tangents tangents)
    {
        var call = new ArgumentList(shape);
        var scope = call.Scope;
        var parameters = shape.Method.Parameters;
        bool IsArray(int index) => shape.Root.Parameters[index].Local.Type is ArrayType;
        var given = tangents.Independent.ToDictionary(static index => index, index => scope.Claim("t" + shape.MemberOf(index)));
        var (directions, value, product) = (scope.Claim("directions"), scope.Claim("value"), scope.Claim("product"));

        Docs(code, shape, call, given, directions, value, product);
        var list = parameters.SelectMany((parameter, index) => given.TryGetValue(index, out var along)
            ? new[] { $"{parameter.TypeName} {call.Names[index]}", $"{Tangents} {along}" }
            : [$"{parameter.TypeName} {call.Names[index]}"]);
        using (code.Braces($"public static void JacobianProduct({string.Join(", ", list)}, int {directions}, global::System.Span<double> {value}, global::System.Span<double> {product})"))
        {
            call.WriteChecks(code, tangents.Independent);
            foreach (var (index, along) in given.Select(static pair => (pair.Key, pair.Value)))
                Length(code, along, IsArray(index) ? $"{directions} * {call.Given[index]}.Length" : directions, IsArray(index) ? $"each element of {call.Names[index].TrimStart('@')}" : call.Names[index].TrimStart('@'));
            WriteApart(code, call, given.Values, value, product);
            WorkspaceScope.Write(code, scope, needed: true, workspace =>
            {
                var (along, first, pass) = (call.WriteDirections(code, tangents, isWide: true, workspace), scope.Claim("first"), scope.Claim("pass"));

                // Without a direction there is one pass as well, for the value.
                using (code.Braces($"for (var {first} = 0; {first} == 0 || {first} < {directions}; {first} += {DirectionsType.Count})"))
                {
                    foreach (var index in tangents.Independent)
                    {
                        code.Line(IsArray(index)
                            ? $"{JacobianEmitter.Directions}Load({given[index]}, {first}, {along[index]});"
                            : $"var {along[index]} = {JacobianEmitter.Directions}Load({given[index]}, {first});");
                    }

                    code.Line($"var {pass} = {workspace}.Mark();");
                    var (values, slopes) = call.WriteCall(code, tangents, workspace, along);
                    using (code.Braces($"if ({first} == 0)"))
                    {
                        ResultBuffers.WriteLength(code, shape, value, $"{values[0]}.Length", $"{values[0]}.Length");
                        ResultBuffers.WriteLength(code, shape, product, $"{directions} * {values[0]}.Length", $"{values[0]}.Length}} for each of {{{directions}");
                        code.Line($"global::System.MemoryExtensions.CopyTo({values[0]}, {value});");
                    }

                    code.Line($"{JacobianEmitter.Directions}Store({slopes[0]}, {product}, {first});");
                    code.Line($"{workspace}.Release({pass});");
                }
            });
        }
    }

    private static void Length(CodeWriter code, string tangents, string length, string of)
    {
        using (code.Braces($"if ({tangents}.Length != {length})"))
        {
            code.Line(
                $"throw new global::System.ArgumentException($\"{tangents} has {{{tangents}.Length}} tangents, and not the {{{length}}} that there are of {of} along the directions.\", "
                + $"nameof({tangents}));");
        }
    }

    /// <summary>Writes the checks that two buffers share no memory with anything else: they are written after the first pass, and the rest is read in all of them.</summary>
    public static void WriteApart(CodeWriter code, ArgumentList call, IEnumerable<string> given, string value, string product)
    {
        var numbers = new ArrayType(ScalarType.Double, ArrayKind.Span);
        var read = call.Shape.Inputs.Where(static input => input.Type is ArrayType).Select(input => (Type: (ArrayType)input.Type, Name: call.Given[input.Index]))
            .Concat(given.Select(along => (numbers with { Kind = ArrayKind.ReadOnlySpan }, along)))
            .ToArray();
        foreach (var buffer in new[] { value, product })
        {
            foreach (var (type, name) in read)
                BufferChecks.WriteApart(code, numbers, buffer, type, name);
        }

        BufferChecks.WriteApart(code, numbers, product, numbers, value);
    }

    private static void Docs(CodeWriter code, ProgramShape shape, ArgumentList call, Dictionary<int, string> given, string directions, string value, string product)
    {
        var method = shape.Method;
        code.Gap().Summary(
            $"The value of <c>{method.Name}</c> and its derivatives along many directions, the product of its Jacobian with their matrix; several take little longer than one"
            + $"{(shape.HasStarts ? "; weights and choices of the body stand at their starting values" : "")}.");
        for (var i = 0; i < method.Parameters.Count; i++)
        {
            code.Line($"/// <param name=\"{call.Names[i].TrimStart('@')}\">The parameter <c>{method.Parameters[i].Name}</c>, which is left as it is.</param>");
            if (given.TryGetValue(i, out var along))
                code.Line($"/// <param name=\"{along}\">How fast <c>{method.Parameters[i].Name}</c> moves along the first direction, all its elements, then along the second, and so on.</param>");
        }

        code.Line($"/// <param name=\"{directions}\">The number of directions.</param>");
        code.Line($"/// <param name=\"{value}\">Receives the value: as long as it is.</param>");
        code.Line($"/// <param name=\"{product}\">Receives how fast all elements of the value change along the first direction, then along the second, and so on.</param>");
        code.Line("/// <exception cref=\"global::System.ArgumentException\">Tangents or a buffer have another length than what they are for, or a buffer overlaps something else.</exception>");
    }
}
