using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Emits <c>Pushforward</c> over the method's own parameters, each differentiable one followed by its tangent; where an array comes out, a second time with buffers for it and its tangents.
/// </summary>
internal static class PushforwardEmitter
{
    /// <summary>Writes it; nothing when there is no derivative by a declared parameter.</summary>
    public static void Write(CodeWriter code, ProgramShape shape, Tangents? tangents)
    {
        if (tangents is null)
            return;
        Method(code, shape, tangents, intoBuffers: false);
        if (HasBuffers(shape, tangents))
            Method(code, shape, tangents, intoBuffers: true);
    }

    /// <summary>Whether there is a form that takes buffers for the result and its tangents.</summary>
    public static bool HasBuffers(ProgramShape shape, Tangents tangents) => tangents.Lends && shape.Results is [{ Type: ArrayType { IsDifferentiable: true } }];

    private static void Method(CodeWriter code, ProgramShape shape, Tangents tangents, bool intoBuffers)
    {
        var scope = new NameScope();
        var method = shape.Method;
        var instance = shape.Instance is null ? "" : scope.Claim(shape.Instance.Name);
        var names = method.Parameters.Select(parameter => scope.Claim(parameter.Name));
        var along = tangents.Independent.Where(index => index < method.Parameters.Count)
            .Select(index => (Index: index, Name: scope.Claim("t" + shape.MemberOf(index)))).ToEquatableArray();
        var all = shape.Instance is null ? "" : scope.Claim("tWeights");
        string Along(int index) => TangentOf(index) is { } tangent ? shape.ElementsOfBuffer(index, tangent.Name) : $"{all}.{shape.Weights.First(weight => weight.Spec.Parameter == index).Name}";
        var arguments = shape.PositionalArguments(index => names[index], instance).ToArray();
        var given = shape.PositionalArguments(index => names[index], instance, isRoot: false).ToArray();
        (int Index, string Name)? TangentOf(int index) => along.Where(tangent => tangent.Index == index).Select(static tangent => ((int, string)?)tangent).FirstOrDefault();
        var buffers = intoBuffers ? new[] { scope.Claim("value"), scope.Claim("valueTangent") } : [];

        Docs(code, shape, instance, names, along, all, buffers);
        var list = names.SelectMany((name, index) => TangentOf(index) is { } tangent
            ? new[] { $"{method.Parameters[index].TypeName} {name}", $"{shape.TypeNameOf(index, shape.Root.Parameters[index].Local.Type)} {tangent.Name}" }
            : [$"{method.Parameters[index].TypeName} {name}"]);
        if (shape.Instance is not null)
            list = list.Prepend($"{shape.Instance.Declaration} {instance}").Append($"in Weights {all}");
        if (intoBuffers)
            list = list.Concat(buffers.Select(buffer => $"{((ArrayType)shape.Results[0].Type with { Kind = ArrayKind.Span }).CSharpName} {buffer}"));
        var result = intoBuffers || shape.Results.IsEmpty ? "void" : $"({method.ResultName} Value, {method.ResultName} Tangent)";
        using (code.Braces($"public static {result} Pushforward({string.Join(", ", list)})"))
        {
            shape.Instance?.WriteChecks(code, instance);
            TangentChecks.Write(code, shape, given, along);
            if (intoBuffers)
                ResultBuffers.WriteApart(code, (ArrayType)shape.Results[0].Type, buffers);
            var state = shape.Instance?.Written.Select(left => (Name: scope.Claim(MemberNames.Camel(MemberNames.Pascal(left.Member.Name))), shape.Root.Parameters[left.Parameter].Local.Type)).ToEquatableArray() ?? [];
            WorkspaceScope.Write(code, scope, tangents.NeedsWorkspace, workspace =>
            {
                if (!intoBuffers && !tangents.Lends && shape.Results.Count == 1 && state.IsEmpty && shape.Results[0].Type.IsDifferentiable)
                {
                    code.Line($"return {tangents.Call(workspace, arguments, tangents.Independent.Select(Along))};");
                    return;
                }

                var (values, slopes) = tangents.WriteCall(code, scope, shape.Results, workspace, arguments, tangents.Independent.Select(Along), state);
                if (intoBuffers)
                    ResultBuffers.WriteCopies(code, shape, (values[0], slopes[0]), buffers);
                shape.Instance?.WriteBack(code, instance, state.Select(static left => left.Name).ToArray());
                if (!intoBuffers && shape.Results.Count > 0)
                    code.Line($"return ({Together(shape, tangents, values)}, {Together(shape, tangents, slopes)});");
            });
        }
    }

    /// <summary>The parts of a result as one value that outlives the workspace.</summary>
    public static string Together(ProgramShape shape, Tangents tangents, string[] parts)
    {
        var kept = parts.Select((part, index) => tangents.Kept(shape.Results[index].Type, part));
        return parts.Length == 1 ? kept.First() : $"({string.Join(", ", kept)})";
    }

    private static void Docs(
        CodeWriter code,
        ProgramShape shape,
        string instance,
        EquatableArray<string> names,
        EquatableArray<(int Index, string Name)> along,
        string all,
        string[] buffers)
    {
        var method = shape.Method;
        var starts = shape.HasStarts ? "; weights and choices of the body stand at their starting values" : "";
        code.Gap().Summary(buffers.Length > 0
            ? $"The value of <c>{method.Name}</c> and its derivative along one direction, written into buffers{starts}."
            : shape.Results.IsEmpty
                ? $"<c>{method.Name}</c> and the derivative of what it writes along one direction{starts}."
                : $"The value of <c>{method.Name}</c> and its derivative along one direction{starts}.");
        if (shape.Instance is not null)
            code.Line($"/// <param name=\"{instance.TrimStart('@')}\">The object, with the weights and choices that it has; what the method changes in it is changed.</param>");
        for (var i = 0; i < names.Count; i++)
        {
            code.Line($"/// <param name=\"{names[i].TrimStart('@')}\">The parameter <c>{method.Parameters[i].Name}</c>.</param>");
            foreach (var tangent in along.Where(tangent => tangent.Index == i))
                code.Line($"/// <param name=\"{tangent.Name.TrimStart('@')}\">{Meaning(shape, i)}</param>");
        }

        if (shape.Instance is not null)
            code.Line($"/// <param name=\"{all}\">How fast the weights move that are no parameters.</param>");
        if (buffers.Length > 0)
        {
            code.Line($"/// <param name=\"{buffers[0]}\">Receives the value: as long as it is.</param>");
            code.Line($"/// <param name=\"{buffers[1]}\">Receives how fast each of its elements changes when every parameter moves by its tangent.</param>");
        }
        else if (!shape.Results.IsEmpty)
        {
            code.Line("/// <returns>The value, and how fast it changes when every parameter moves by its tangent.</returns>");
        }

        if (buffers.Length > 0 || along.Any(tangent => shape.Root.Parameters[tangent.Index].Local.Type is ArrayType))
        {
            var overlap = shape.Inputs.Any(static input => input.Copied) ? "; or an argument that the method writes, or its tangents, overlaps another" : "";
            var wrong = buffers.Length > 0 ? "Tangents or a buffer are" : "Tangents are";
            code.Line($"/// <exception cref=\"global::System.ArgumentException\">{wrong} of another length than what they are for{overlap}.</exception>");
        }
    }

    private static string Meaning(ProgramShape shape, int index)
    {
        var name = shape.Method.Parameters[index].Name;
        if (shape.Root.Parameters[index].Local.Type is not ArrayType)
            return $"How fast <c>{name}</c> moves.";
        return shape.Inputs.Any(input => input.Index == index && input.Copied)
            ? $"How fast the elements of <c>{name}</c> move: as many; afterwards, how fast those that the method left there do."
            : $"How fast the elements of <c>{name}</c> move: as many; only read.";
    }
}
