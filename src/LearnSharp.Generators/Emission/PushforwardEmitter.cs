using System.Linq;
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
        var names = method.Parameters.Select(parameter => scope.Claim(parameter.Name));
        var along = tangents.Independent.Select(index => (Index: index, Name: scope.Claim("t" + shape.MemberOf(index))));
        (int Index, string Name)? TangentOf(int index) => along.Where(tangent => tangent.Index == index).Select(static tangent => ((int, string)?)tangent).FirstOrDefault();

        code.Gap().Summary(
            $"The value of <c>{method.Name}</c> and its derivative along one direction{(shape.HasInBody ? "; weights and choices of the body stand at their starting values" : "")}.");
        for (var i = 0; i < names.Count; i++)
        {
            code.Line($"/// <param name=\"{names[i].TrimStart('@')}\">The parameter <c>{method.Parameters[i].Name}</c>.</param>");
            if (TangentOf(i) is { } tangent)
                code.Line($"/// <param name=\"{tangent.Name.TrimStart('@')}\">{Meaning(shape, i)}</param>");
        }

        code.Line("/// <returns>The value, and how fast it changes when every parameter moves by its tangent.</returns>");
        if (along.Any(tangent => shape.Root.Parameters[tangent.Index].Local.Type is ArrayType))
        {
            var overlap = shape.Inputs.Any(static input => input.Copied) ? "; or an argument that the method writes, or its tangents, overlaps another" : "";
            code.Line($"/// <exception cref=\"global::System.ArgumentException\">Tangents are of another length than what they are for{overlap}.</exception>");
        }

        var list = names.SelectMany((name, index) => TangentOf(index) is { } tangent
            ? new[] { $"{method.Parameters[index].TypeName} {name}", $"{shape.Root.Parameters[index].Local.Type.CSharpName} {tangent.Name}" }
            : [$"{method.Parameters[index].TypeName} {name}"]);
        using (code.Braces($"public static ({method.ResultName} Value, {method.ResultName} Tangent) Pushforward({string.Join(", ", list)})"))
        {
            TangentChecks.Write(code, shape, names, along);
            WorkspaceScope.Write(code, scope, tangents.NeedsWorkspace, workspace => tangents.WriteReturn(
                code, scope, shape.Results, workspace, shape.PositionalArguments(index => names[index]), along.Select(static tangent => tangent.Name)));
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
