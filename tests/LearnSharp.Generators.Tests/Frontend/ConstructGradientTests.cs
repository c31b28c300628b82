using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Tests.Corpus;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>
/// Every construct that has a number to differentiate: what the generator makes of it, compiled and held against the method itself, dual numbers and differences, in reverse and in forward mode
/// (see <see cref="CorpusCheck"/>).
/// </summary>
public sealed class ConstructGradientTests(ConstructGradientTests.World world) : IClassFixture<ConstructGradientTests.World>
{
    public static TheoryData<string> Names => new(Differentiable.Select(static one => one.Name));

    /// <summary>The cases that return a double and take, or declare, something to differentiate by.</summary>
    internal static IReadOnlyList<ConstructCase> Differentiable { get; } = [.. ConstructCases.All.Where(IsDifferentiable), .. NestedCases.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_exact_derivatives_in_both_modes(string name)
    {
        var index = Differentiable.Select(static one => one.Name).ToList().IndexOf(name);
        world.Batch.Said(index).ShouldBeEmpty();

        // The steps of differences are below what a float can tell apart.
        var differences = !Differentiable[index].Source.Contains("float", StringComparison.Ordinal);
        foreach (var arguments in Differentiable[index].Arguments)
            CorpusCheck.Find(world.Batch.Code(index)!, Complete(world.Batch.Code(index)!, arguments), differences).ShouldBeNull($"on {string.Join(", ", arguments)}");
    }

    /// <summary>The arguments with the starting values of the weights and choices that are left out.</summary>
    internal static object?[] Complete(Type code, object?[] arguments) =>
        [.. arguments, .. code.GetMethod("M")!.GetParameters().Skip(arguments.Length).Select(static parameter => parameter.DefaultValue)];

    private static bool IsDifferentiable(ConstructCase one)
    {
        var method = Method(one);
        return method.ReturnType.ToString() == "double"
            && (one.Source.Contains("[Weight", StringComparison.Ordinal) || method.ParameterList.Parameters.Any(static p => p.Type!.ToString() is "double" or "float" or "double[]"));
    }

    private static MethodDeclarationSyntax Method(ConstructCase one) =>
        CSharpSyntaxTree.ParseText($"class Code {{ {one.Source} }}").GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First(static c => c.Identifier.Text == "Code")
            .Members.OfType<MethodDeclarationSyntax>().Single(static m => m.Identifier.Text == "M");

    internal static CorpusMethod Learnable(ConstructCase one)
    {
        // A case may say itself what of it is learnable.
        var start = Method(one).SpanStart - "class Code { ".Length;
        var members = Method(one).AttributeLists.Count > 0 ? one.Source : one.Source.Insert(start, "[Learnable] ");
        return CorpusMethod.Of(one.Name, members, [.. one.Arguments]) with { MoreUsings = "using System.Linq;\nusing System.Threading.Tasks;\nusing static System.Math;\n" };
    }

    /// <summary>All cases, compiled together.</summary>
    public sealed class World
    {
        internal CorpusBatch Batch { get; } = new([.. Differentiable.Select(Learnable)]);
    }
}
