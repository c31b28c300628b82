using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>Emits <c>Gradient</c> and <c>Pullback</c> over the method's own parameters.</summary>
internal static class GradientEmitter
{
    /// <summary>Writes both; nothing when there is no derivative by a declared parameter.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="shape">The method.</param>
    /// <param name="ofResult">The derivative of the result alone.</param>
    /// <param name="ofAll">The derivative of the result and of the arrays that the method writes: the same where it writes none.</param>
    public static void Write(CodeWriter code, ProgramShape shape, Derivative? ofResult, Derivative? ofAll)
    {
        if (ofResult is not null && shape.ScalarResult is { IsFloating: true })
            Method(code, shape, ofResult, gradient: true);
        if (ofAll is { WrittenSeeds.IsEmpty: false } || (ofAll is not null && !shape.Results.IsEmpty))
            Method(code, shape, ofAll, gradient: false);
    }

    private static void Method(CodeWriter code, ProgramShape shape, Derivative derivative, bool gradient)
    {
        var scope = new NameScope();
        var parameters = shape.Method.Parameters;
        var names = parameters.Select(parameter => scope.Claim(parameter.Name));
        var seeds = gradient ? [] : Seeds.Claim(scope, shape);
        var ofResults = seeds.Count;
        if (!gradient)
            seeds = seeds.Concat(derivative.WrittenSeeds.Select(seed => (scope.Claim(seed.Name), seed.Type))).ToEquatableArray();
        var outs = derivative.Independent.Select(index => (Index: index, Name: scope.Claim("d" + shape.MemberOf(index)), shape.Root.Parameters[index].Local.Type));

        Docs(code, shape, gradient, names, seeds, ofResults, outs);
        var list = names.Select((name, index) => $"{parameters[index].TypeName} {name}")
            .Concat(seeds.Select(static seed => $"{seed.Type.CSharpName} {seed.Name}"))
            .Concat(outs.Select(static d => d.Type is ArrayType array ? $"{Buffer(array).CSharpName} {d.Name}" : $"out {d.Type.CSharpName} {d.Name}"));
        using (code.Braces($"public static {shape.Method.ResultName} {(gradient ? "Gradient" : "Pullback")}({string.Join(", ", list)})"))
        {
            BufferChecks.WriteArguments(code, shape, names);
            for (var i = 0; i < seeds.Count; i++)
                BufferChecks.WriteSeed(code, shape, names, seeds[i], i < ofResults ? null : derivative.WrittenSeeds[i - ofResults].Name);
            foreach (var d in outs.Where(static d => d.Type is ArrayType))
                BufferChecks.Write(code, shape, names, d.Index, d.Name);
            WorkspaceScope.Write(code, scope, derivative.NeedsWorkspace, workspace =>
            {
                var value = scope.Claim("value");
                var targets = outs.Where(static d => d.Type is not ArrayType).Select(static d => d.Name).ToArray();
                derivative.WriteCall(
                    code,
                    value,
                    shape.Results.Count,
                    workspace,
                    shape.PositionalArguments(index => names[index]),
                    gradient ? [CSharpLiteral.Of(shape.Results[0].Type, 1)] : seeds.Select(static seed => seed.Name),
                    targets,
                    outs.Where(static d => d.Type is ArrayType).Select(static d => d.Name));
                if (shape.Results.Count > 0)
                    code.Line($"return {value};");
            });
        }
    }

    /// <summary>The type of the buffer for an array parameter: a span for spans, which are written here though the parameter may be read-only.</summary>
    private static ArrayType Buffer(ArrayType type) => type.Kind == ArrayKind.Array ? type : type with { Kind = ArrayKind.Span };

    private static void Docs(
        CodeWriter code,
        ProgramShape shape,
        bool gradient,
        EquatableArray<string> names,
        IEnumerable<(string Name, IrType Type)> seeds,
        int ofResults,
        IEnumerable<(int Index, string Name, IrType Type)> outs)
    {
        var method = shape.Method;
        code.Gap().Summary(gradient
            ? $"The value of <c>{method.Name}</c> and its derivatives at one point{InBody(shape)}."
            : $"The value of <c>{method.Name}</c> and the derivatives of its result, weighted with seeds, at one point{InBody(shape)}.");
        for (var i = 0; i < names.Count; i++)
            code.Line($"/// <param name=\"{names[i].TrimStart('@')}\">The parameter <c>{method.Parameters[i].Name}</c>.</param>");
        foreach (var (seed, index) in seeds.Select(static (seed, index) => (seed, index)))
        {
            var what = index < ofResults ? "What each number of the result counts." : "What each element of the array of that name counts, as the method leaves it.";
            code.Line($"/// <param name=\"{seed.Name}\">{what}</param>");
        }

        foreach (var d in outs)
        {
            code.Line(d.Type is ArrayType
                ? $"/// <param name=\"{d.Name}\">As long as <c>{method.Parameters[d.Index].Name}</c>: the derivatives by its elements are added.</param>"
                : $"/// <param name=\"{d.Name}\">Receives the derivative by <c>{method.Parameters[d.Index].Name}</c>.</param>");
        }

        if (outs.Any(static d => d.Type is ArrayType))
        {
            code.Line(
                "/// <exception cref=\"global::System.ArgumentException\">A buffer is of another length than what it is for, or overlaps an input; or an "
                + "argument that the method writes overlaps another.</exception>");
        }

        if (shape.Results.Count > 0)
            code.Line($"/// <returns>The value of <c>{method.Name}</c>.</returns>");
    }

    private static string InBody(ProgramShape shape) => shape.HasInBody ? "; weights and choices of the body stand at their starting values" : "";
}
