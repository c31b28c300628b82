using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Frontend;
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
        if (ofResult is not null && (shape.ScalarResult is { IsFloating: true } || (shape.Method.Declared is not null && Seeds.HasOne(shape))))
            Method(code, shape, ofResult, gradient: true);
        if (ofAll is { WrittenSeeds.IsEmpty: false } || (ofAll is not null && !shape.Results.IsEmpty))
            Method(code, shape, ofAll, gradient: false);
    }

    private static void Method(CodeWriter code, ProgramShape shape, Derivative derivative, bool gradient)
    {
        var scope = new NameScope();
        var parameters = shape.Method.Parameters;
        var instance = shape.Instance is null ? "" : scope.Claim(shape.Instance.Name);
        var names = parameters.Select(parameter => scope.Claim(parameter.Name));
        var seeds = gradient ? [] : Seeds.Claim(scope, shape);
        var ofResults = seeds.Count;
        if (!gradient)
            seeds = seeds.Concat(derivative.WrittenSeeds.Select(seed => (scope.Claim(seed.Name), seed.Type))).ToEquatableArray();
        var outs = derivative.Independent.Where(index => index < parameters.Count)
            .Select(index => (Index: index, Name: scope.Claim("d" + shape.MemberOf(index)), shape.Root.Parameters[index].Local.Type)).ToEquatableArray();
        var all = shape.Instance is null ? "" : scope.Claim("dWeights");
        var arguments = shape.PositionalArguments(index => names[index], instance).ToArray();
        var given = shape.PositionalArguments(index => names[index], instance, isRoot: false).ToArray();

        Docs(code, shape, gradient, instance, names, seeds, ofResults, outs, all);
        var list = names.Select((name, index) => $"{parameters[index].TypeName} {name}")
            .Concat(seeds.Select((seed, index) => $"{(index < ofResults ? seed.Type.CSharpName : shape.TypeNameOf(SeedOf(shape, derivative.WrittenSeeds[index - ofResults]), seed.Type))} {seed.Name}"))
            .Concat(outs.Select(d => d.Type is ArrayType array ? $"{shape.TypeNameOf(d.Index, Buffer(array))} {d.Name}" : $"out {d.Type.CSharpName} {d.Name}"));
        if (shape.Instance is not null)
            list = list.Prepend($"{shape.Instance.Declaration} {instance}").Append($"out Weights {all}");
        using (code.Braces($"public static {shape.Method.ResultName} {(gradient ? "Gradient" : "Pullback")}({string.Join(", ", list)})"))
        {
            shape.Instance?.WriteChecks(code, instance);
            BufferChecks.WriteArguments(code, shape, given);
            for (var i = 0; i < seeds.Count; i++)
                BufferChecks.WriteSeed(code, shape, given, seeds[i], i < ofResults ? null : derivative.WrittenSeeds[i - ofResults].Name);
            foreach (var d in outs.Where(static d => d.Type is ArrayType))
                BufferChecks.Write(code, shape, given, d.Index, d.Name);
            WorkspaceScope.Write(code, scope, derivative.NeedsWorkspace, workspace =>
            {
                var value = scope.Claim("value");
                var weights = shape.Weights.Select(weight => outs.FirstOrDefault(d => d.Index == weight.Spec.Parameter).Name
                    ?? (derivative.Independent.Contains(weight.Spec.Parameter) ? scope.Claim("d" + weight.Name.Replace(".", "")) : CSharpLiteral.Of(weight.Type, 0)));
                string Target(int index) => outs.FirstOrDefault(d => d.Index == index).Name ?? "var " + weights[shape.Weights.ToList().FindIndex(weight => weight.Spec.Parameter == index)];
                var state = shape.Instance?.Written.Select(left => scope.Claim(MemberNames.Camel(MemberNames.Pascal(left.Member.Name)))).ToArray() ?? [];
                var counts = gradient ? [Seeds.One(shape, code.Fields)] : seeds.Take(ofResults).Select(static seed => seed.Name);
                derivative.WriteCall(
                    code,
                    value,
                    shape.Results.Count,
                    workspace,
                    arguments,
                    [.. counts, .. shape.Instance?.StateSeeds(shape.Root) ?? [], .. derivative.WrittenSeeds.Select((seed, index) => shape.ElementsOfBuffer(SeedOf(shape, seed), seeds[ofResults + index].Name))],
                    [.. derivative.Values.Select(Target)],
                    outs.Where(static d => d.Type is ArrayType).Select(d => shape.ElementsOfBuffer(d.Index, d.Name)),
                    [.. state.Select(static left => "var " + left)]);
                if (shape.Instance is not null)
                {
                    shape.Instance.WriteBack(code, instance, state);
                    code.Line($"{all} = {MemberSets.New("Weights", shape.Weights.Select((weight, index) => (weight.Name, weights[index])))};");
                }

                if (shape.Results.Count > 0)
                    code.Line($"return {value};");
            });
        }
    }

    /// <summary>The parameter that a seed of what the method writes belongs to.</summary>
    public static int SeedOf(ProgramShape shape, Local seed) => shape.Inputs.First(input =>
        string.Equals(seed.Name, "seed" + input.Parameter.Name, System.StringComparison.OrdinalIgnoreCase)).Index;

    /// <summary>The type of the buffer for an array parameter: a span for spans, which are written here though the parameter may be read-only.</summary>
    private static ArrayType Buffer(ArrayType type) => type.Kind == ArrayKind.Array ? type : type with { Kind = ArrayKind.Span };

    private static void Docs(
        CodeWriter code,
        ProgramShape shape,
        bool gradient,
        string instance,
        EquatableArray<string> names,
        IEnumerable<(string Name, IrType Type)> seeds,
        int ofResults,
        IEnumerable<(int Index, string Name, IrType Type)> outs,
        string all)
    {
        var method = shape.Method;
        code.Gap().Summary(gradient
            ? $"The value of <c>{method.Name}</c> and its derivatives at one point{InBody(shape)}."
            : $"The value of <c>{method.Name}</c> and the derivatives of its result, weighted with seeds, at one point{InBody(shape)}.");
        if (shape.Instance is not null)
            code.Line($"/// <param name=\"{instance.TrimStart('@')}\">The object, with the weights and choices that it has; what the method changes in it is changed.</param>");
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

        if (shape.Instance is not null)
            code.Line($"/// <param name=\"{all}\">Receives the derivatives by all weights.</param>");
        if (outs.Any(static d => d.Type is ArrayType))
        {
            code.Line(
                "/// <exception cref=\"global::System.ArgumentException\">A buffer is of another length than what it is for, or overlaps an input; or an "
                + "argument that the method writes overlaps another.</exception>");
        }

        if (shape.Results.Count > 0)
            code.Line($"/// <returns>The value of <c>{method.Name}</c>.</returns>");
    }

    private static string InBody(ProgramShape shape) => shape.HasStarts ? "; weights and choices of the body stand at their starting values" : "";
}
