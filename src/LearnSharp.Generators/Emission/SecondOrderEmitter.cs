using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Emits <c>HessianVectorProduct</c> over the method's own parameters, each differentiable one followed by its direction, and <c>Hessian</c>, for methods that ask for second derivatives.
/// </summary>
internal static class SecondOrderEmitter
{
    /// <summary>Writes the members and the functions that they call; nothing when there is no second derivative by a declared parameter.</summary>
    public static void Write(CodeWriter code, ProgramShape shape, SecondOrder? second, System.Func<IrProgram, string, PrintOptions> options)
    {
        if (second is null)
            return;
        Product(code, shape, second);
        HessianEmitter.Write(code, shape, second);
        code.Gap().Line($"// The value of {shape.Method.Name}, its derivatives, and how these change along one direction.");
        code.Lines(CSharpPrinter.PrintFunctions(second.Program, options(second.Program, SecondOrder.Suffix)));
    }

    private static void Product(CodeWriter code, ProgramShape shape, SecondOrder second)
    {
        var scope = new NameScope();
        var method = shape.Method;
        var names = method.Parameters.Select(parameter => scope.Claim(parameter.Name));
        var along = second.Independent.Select(index => (Index: index, Name: scope.Claim("t" + shape.MemberOf(index))));
        var first = second.Independent.Select(index => (Index: index, Name: scope.Claim("d" + shape.MemberOf(index))));
        var slopes = second.Independent.Select(index => (Index: index, Name: scope.Claim("h" + shape.MemberOf(index))));
        IrType TypeOf(int index) => shape.Root.Parameters[index].Local.Type;
        string Output((int Index, string Name) output) =>
            TypeOf(output.Index) is ArrayType array ? $"{Buffer(array).CSharpName} {output.Name}" : $"out {TypeOf(output.Index).CSharpName} {output.Name}";

        Docs(code, shape, names, along, first, slopes);
        var list = new List<string>();
        for (var i = 0; i < names.Count; i++)
        {
            list.Add($"{method.Parameters[i].TypeName} {names[i]}");
            list.AddRange(along.Where(tangent => tangent.Index == i).Select(tangent => $"{TypeOf(i).CSharpName} {tangent.Name}"));
        }

        var parameters = list.Concat(first.Select(Output)).Concat(slopes.Select(Output));
        using (code.Braces($"public static {method.ResultName} HessianVectorProduct({string.Join(", ", parameters)})"))
        {
            TangentChecks.Write(code, shape, names, along);
            foreach (var buffer in first.Concat(slopes).Where(output => TypeOf(output.Index) is ArrayType))
            {
                BufferChecks.Write(code, shape, names, buffer.Index, buffer.Name);
                foreach (var tangent in along)
                    Apart(buffer, tangent);
            }

            foreach (var derivative in first)
            {
                foreach (var slope in slopes)
                    Apart(derivative, slope);
            }

            void Apart((int Index, string Name) buffer, (int Index, string Name) other)
            {
                if (TypeOf(buffer.Index) is ArrayType type && TypeOf(other.Index) is ArrayType otherType)
                    BufferChecks.WriteApart(code, type, buffer.Name, otherType, other.Name);
            }

            WorkspaceScope.Write(code, scope, second.NeedsWorkspace, workspace =>
            {
                var value = scope.Claim("value");
                IEnumerable<string> Arrays(IEnumerable<(int Index, string Name)> all) => all.Where(one => TypeOf(one.Index) is ArrayType).Select(static one => one.Name);
                IEnumerable<string> Numbers(IEnumerable<(int Index, string Name)> all) => all.Where(one => TypeOf(one.Index) is not ArrayType).Select(static one => one.Name);
                var arguments = (second.NeedsWorkspace ? [workspace] : System.Array.Empty<string>())
                    .Concat(shape.PositionalArguments(index => names[index]))
                    .Append(CSharpLiteral.Of(shape.Results[0].Type, 1))
                    .Concat(Arrays(first))
                    .Concat(along.Select(static tangent => tangent.Name))
                    .Concat(Arrays(slopes));
                var targets = new[] { $"var {value}" }.Concat(Numbers(first)).Append("_").Concat(Numbers(slopes));
                code.Line($"({string.Join(", ", targets)}) = {second.Program.Root.Name}{SecondOrder.Suffix}({string.Join(", ", arguments)});");
                code.Line($"return {value};");
            });
        }
    }

    private static ArrayType Buffer(ArrayType type) => type.Kind == ArrayKind.Array ? type : type with { Kind = ArrayKind.Span };

    private static void Docs(
        CodeWriter code,
        ProgramShape shape,
        EquatableArray<string> names,
        EquatableArray<(int Index, string Name)> along,
        EquatableArray<(int Index, string Name)> first,
        EquatableArray<(int Index, string Name)> slopes)
    {
        var method = shape.Method;
        code.Gap().Summary(
            $"The value of <c>{method.Name}</c>, its derivatives, and the product of its Hessian with a direction: how the derivatives change along it"
            + $"{(shape.HasInBody ? "; weights and choices of the body stand at their starting values" : "")}.");
        for (var i = 0; i < names.Count; i++)
        {
            code.Line($"/// <param name=\"{names[i].TrimStart('@')}\">The parameter <c>{method.Parameters[i].Name}</c>.</param>");
            foreach (var tangent in along.Where(tangent => tangent.Index == i))
                code.Line($"/// <param name=\"{tangent.Name}\">The direction in <c>{method.Parameters[i].Name}</c>.</param>");
        }

        foreach (var (outputs, what) in new[] { (first, "the derivative"), (slopes, "the Hessian's product") })
        {
            foreach (var output in outputs)
            {
                var by = $"{what} by <c>{method.Parameters[output.Index].Name}</c>";
                code.Line(shape.Root.Parameters[output.Index].Local.Type is ArrayType
                    ? $"/// <param name=\"{output.Name}\">As long as the array: {by} is added to it.</param>"
                    : $"/// <param name=\"{output.Name}\">Receives {by}.</param>");
            }
        }

        if (along.Any(tangent => shape.Root.Parameters[tangent.Index].Local.Type is ArrayType))
            code.Line("/// <exception cref=\"global::System.ArgumentException\">An array is of another length than what it is for, or one that is written overlaps another.</exception>");
        code.Line($"/// <returns>The value of <c>{method.Name}</c>.</returns>");
    }
}
