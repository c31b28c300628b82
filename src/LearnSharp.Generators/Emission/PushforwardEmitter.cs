using System.Linq;
using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits <c>Pushforward</c> over the method's own parameters, each differentiable one followed by its tangent.</summary>
internal static class PushforwardEmitter
{
    /// <summary>Writes it; nothing when there is no derivative by a declared parameter.</summary>
    public static void Write(CodeWriter code, ProgramShape shape, Tangents? tangents)
    {
        if (tangents is null)
            return;
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

        code.Gap().Summary(
            $"The value of <c>{method.Name}</c> and its derivative along one direction{(shape.HasStarts ? "; weights and choices of the body stand at their starting values" : "")}.");
        if (shape.Instance is not null)
            code.Line($"/// <param name=\"{instance.TrimStart('@')}\">The object, with the weights and choices that it has; what the method changes in it is changed.</param>");
        for (var i = 0; i < names.Count; i++)
        {
            code.Line($"/// <param name=\"{names[i].TrimStart('@')}\">The parameter <c>{method.Parameters[i].Name}</c>.</param>");
            if (TangentOf(i) is { } tangent)
                code.Line($"/// <param name=\"{tangent.Name.TrimStart('@')}\">{Meaning(shape, i)}</param>");
        }

        if (shape.Instance is not null)
            code.Line($"/// <param name=\"{all}\">How fast the weights move that are no parameters.</param>");
        code.Line("/// <returns>The value, and how fast it changes when every parameter moves by its tangent.</returns>");
        if (along.Any(tangent => shape.Root.Parameters[tangent.Index].Local.Type is ArrayType))
        {
            var overlap = shape.Inputs.Any(static input => input.Copied) ? "; or an argument that the method writes, or its tangents, overlaps another" : "";
            code.Line($"/// <exception cref=\"global::System.ArgumentException\">Tangents are of another length than what they are for{overlap}.</exception>");
        }

        var list = names.SelectMany((name, index) => TangentOf(index) is { } tangent
            ? new[] { $"{method.Parameters[index].TypeName} {name}", $"{shape.TypeNameOf(index, shape.Root.Parameters[index].Local.Type)} {tangent.Name}" }
            : [$"{method.Parameters[index].TypeName} {name}"]);
        if (shape.Instance is not null)
            list = list.Prepend($"{shape.Instance.Declaration} {instance}").Append($"in Weights {all}");
        using (code.Braces($"public static ({method.ResultName} Value, {method.ResultName} Tangent) Pushforward({string.Join(", ", list)})"))
        {
            shape.Instance?.WriteChecks(code, instance);
            TangentChecks.Write(code, shape, given, along);
            var state = shape.Instance?.Written.Select(left => (scope.Claim(MemberNames.Camel(MemberNames.Pascal(left.Member.Name))), shape.Root.Parameters[left.Parameter].Local.Type)).ToEquatableArray() ?? [];
            WorkspaceScope.Write(code, scope, tangents.NeedsWorkspace, workspace => tangents.WriteReturn(
                code,
                scope,
                shape.Results,
                workspace,
                arguments,
                tangents.Independent.Select(Along),
                state,
                () => shape.Instance?.WriteBack(code, instance, state.Select(static left => left.Item1).ToArray())));
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
