using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Emission;

/// <summary>
/// Emits <c>HessianVectorProduct</c> over the method's own parameters, each differentiable one followed by its direction, and <c>Hessian</c>, for methods that ask for second derivatives. An
/// object comes first, and its weights move by one record; it is left as it is.
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
        code.Functions(second.Program, options(second.Program, SecondOrder.Suffix));
    }

    private static void Product(CodeWriter code, ProgramShape shape, SecondOrder second)
    {
        var call = new ArgumentList(shape);
        var scope = call.Scope;
        var method = shape.Method;
        var own = second.Independent.Where(call.IsDeclared).ToArray();
        var along = own.Select(index => (Index: index, Name: scope.Claim("t" + shape.MemberOf(index)))).ToEquatableArray();
        var tWeights = shape.Instance is null ? "" : scope.Claim("tWeights");
        var first = own.Select(index => (Index: index, Name: scope.Claim("d" + shape.MemberOf(index)))).ToEquatableArray();
        var dWeights = shape.Instance is null ? "" : scope.Claim("dWeights");
        var slopes = own.Select(index => (Index: index, Name: scope.Claim("h" + shape.MemberOf(index)))).ToEquatableArray();
        var hWeights = shape.Instance is null ? "" : scope.Claim("hWeights");
        IrType TypeOf(int index) => shape.Root.Parameters[index].Local.Type;
        string Output((int Index, string Name) output) =>
            TypeOf(output.Index) is ArrayType array ? $"{shape.TypeNameOf(output.Index, Buffer(array))} {output.Name}" : $"out {TypeOf(output.Index).CSharpName} {output.Name}";

        Docs(code, call, along, first, slopes, (tWeights, dWeights, hWeights));
        var declared = call.Declarations.Length == 0 ? [] : call.DeclarationList.ToList();
        foreach (var tangent in along.Reverse())
            declared.Insert(tangent.Index + (shape.Instance is null ? 1 : 2), $"{shape.TypeNameOf(tangent.Index, TypeOf(tangent.Index))} {tangent.Name}");
        IEnumerable<string> parameters = shape.Instance is null
            ? [.. declared, .. first.Select(Output), .. slopes.Select(Output)]
            : [.. declared, $"in Weights {tWeights}", .. first.Select(Output), $"out Weights {dWeights}", .. slopes.Select(Output), $"out Weights {hWeights}"];
        using (code.Braces($"public static {method.ResultName} HessianVectorProduct({string.Join(", ", parameters)})"))
        {
            shape.Instance?.WriteChecks(code, call.Names[0]);
            TangentChecks.Write(code, shape, call.Named, along);
            foreach (var buffer in first.Concat(slopes).Where(output => TypeOf(output.Index) is ArrayType))
            {
                BufferChecks.Write(code, shape, call.Named, buffer.Index, buffer.Name);
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
                    BufferChecks.WriteApart(code, (type, shape.ElementsOfBuffer(buffer.Index, buffer.Name), buffer.Name), (otherType, shape.ElementsOfBuffer(other.Index, other.Name), other.Name));
            }

            // What the method writes in its object is written to copies.
            var remembered = shape.Inputs.Where(input => input.Copied && !call.IsDeclared(input.Index)).ToArray();
            WorkspaceScope.Write(code, scope, second.NeedsWorkspace || remembered.Length > 0, workspace =>
            {
                var value = scope.Claim("value");
                IEnumerable<string> Arrays(IEnumerable<(int Index, string Name)> all) => all.Where(one => TypeOf(one.Index) is ArrayType).Select(one => shape.ElementsOfBuffer(one.Index, one.Name));
                var (outs, moves) = (Targets(first, "d"), Targets(slopes, "h"));
                var given = call.Given.ToArray();
                foreach (var input in remembered)
                    given[input.Index] = call.Copy(code, input, workspace);
                string Along(int index) => call.IsDeclared(index) ? shape.ElementsOfBuffer(index, along.First(tangent => tangent.Index == index).Name) : $"{tWeights}.{NameOf(index)}";
                var arguments = (second.NeedsWorkspace ? [workspace] : System.Array.Empty<string>())
                    .Concat(given)
                    .Append(CSharpLiteral.Of(shape.Results[0].Type, 1))
                    .Concat(Arrays(first))
                    .Concat(second.Independent.Select(Along))
                    .Concat(Arrays(slopes));
                var targets = new[] { $"var {value}" }.Concat(outs.Select(Target)).Append("_").Concat(moves.Select(Target));
                code.Line($"({string.Join(", ", targets)}) = {second.Program.Root.Name}{SecondOrder.Suffix}({string.Join(", ", arguments)});");
                if (shape.Instance is not null)
                {
                    code.Line($"{dWeights} = {Record(outs)};");
                    code.Line($"{hWeights} = {Record(moves)};");
                }

                code.Line($"return {value};");
            });

            string NameOf(int index) => shape.Weights.First(weight => weight.Spec.Parameter == index).Name;
            (int Index, string Name)[] Targets(IEnumerable<(int Index, string Name)> outputs, string letter) => [.. second.Values.Select(index =>
                call.IsDeclared(index) ? outputs.First(output => output.Index == index) : (index, scope.Claim(letter + NameOf(index).Replace(".", "").Replace("[", "").Replace("]", ""))))];
            string Target((int Index, string Name) output) => call.IsDeclared(output.Index) ? output.Name : "var " + output.Name;
            string Record((int Index, string Name)[] outputs) => MemberSets.New("Weights", shape.Weights.Select(weight =>
                (weight.Name, outputs.FirstOrDefault(output => output.Index == weight.Spec.Parameter).Name ?? CSharpLiteral.Of(weight.Type, 0))));
        }
    }

    private static ArrayType Buffer(ArrayType type) => type.Kind == ArrayKind.Array ? type : type with { Kind = ArrayKind.Span };

    private static void Docs(
        CodeWriter code,
        ArgumentList call,
        EquatableArray<(int Index, string Name)> along,
        EquatableArray<(int Index, string Name)> first,
        EquatableArray<(int Index, string Name)> slopes,
        (string Along, string First, string Slopes) weights)
    {
        var (shape, method) = (call.Shape, call.Shape.Method);
        code.Gap().Summary(
            $"The value of <c>{method.Name}</c>, its derivatives, and the product of its Hessian with a direction: how the derivatives change along it"
            + $"{(shape.HasStarts ? "; weights and choices of the body stand at their starting values" : "")}.");
        if (shape.Instance is not null)
            code.Line($"/// <param name=\"{call.Names[0].TrimStart('@')}\">The object, with the weights and choices that it has; it is left as it is.</param>");
        for (var i = 0; i < method.Parameters.Count; i++)
        {
            code.Line($"/// <param name=\"{call.Named[i].TrimStart('@')}\">The parameter <c>{method.Parameters[i].Name}</c>.</param>");
            foreach (var tangent in along.Where(tangent => tangent.Index == i))
                code.Line($"/// <param name=\"{tangent.Name}\">The direction in <c>{method.Parameters[i].Name}</c>.</param>");
        }

        if (shape.Instance is not null)
            code.Line($"/// <param name=\"{weights.Along}\">The direction in the weights that are no parameters.</param>");
        foreach (var (outputs, all, what) in new[] { (first, weights.First, "the derivative"), (slopes, weights.Slopes, "the Hessian's product") })
        {
            foreach (var output in outputs)
            {
                var by = $"{what} by <c>{method.Parameters[output.Index].Name}</c>";
                code.Line(shape.Root.Parameters[output.Index].Local.Type is ArrayType
                    ? $"/// <param name=\"{output.Name}\">As long as the array: {by} is added to it.</param>"
                    : $"/// <param name=\"{output.Name}\">Receives {by}.</param>");
            }

            if (shape.Instance is not null)
                code.Line($"/// <param name=\"{all}\">Receives {what} by all weights.</param>");
        }

        if (along.Any(tangent => shape.Root.Parameters[tangent.Index].Local.Type is ArrayType))
            code.Line("/// <exception cref=\"global::System.ArgumentException\">An array is of another length than what it is for, or one that is written overlaps another.</exception>");
        code.Line($"/// <returns>The value of <c>{method.Name}</c>.</returns>");
    }
}
