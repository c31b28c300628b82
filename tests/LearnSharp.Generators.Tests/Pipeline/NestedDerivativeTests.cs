using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Frontend;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Tests.Pipeline;

/// <summary>Bodies that call what the generator makes of other methods, in the generator's own compilation, which does not hold it.</summary>
public sealed class NestedDerivativeTests
{
    private const string Source = """
        using System;
        using LearnSharp;
        namespace Shop;
        internal static partial class Flight
        {
            [Learnable] internal static double Potential(double x, double[] at, [NonDifferentiable] double z = 2, [Weight] double w = 3)
            {
                var sum = 0.0;
                foreach (var y in at)
                    sum += w / Math.Sqrt(((x - y) * (x - y)) + z);
                return sum;
            }

            [Learnable] internal static double Force(double x, double[] at, [Weight] double scale = 2)
            {
                var d = new double[at.Length];
                PotentialProgram.Pullback(x, at, 2, 3, scale, out var dX, d, dW: out _);
                var (value, tangent) = PotentialProgram.Pushforward(x, 1, at, d, 2, 3, 0);
                return (PotentialProgram.Gradient(x, at, 2, 3, out _, d, out var dW) * dX) + (value * tangent) + d[0] + dW + Inside(x);
            }

            private static double Inside(double x) { var other = Flight.Other(x); return other; }

            private static double Other(double x) { SquareProgram.Gradient(x, out var d); return d; }

            [Learnable(Name = "Square")] internal static double Squared(double x) => x * x;
        }
        """;

    private static readonly string[] Roots = ["Potential", "Force", "Squared"];

    [Fact]
    public void The_generators_compilation_and_the_final_one_give_the_same_programs()
    {
        var host = GeneratorHost.Open(Source);
        host.Output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        foreach (var name in Roots)
        {
            var before = Program(host.Compilation, name);
            Verifier.Verify(before.Program).ShouldBeEmpty();
            Program(host.Output, name).ShouldBe(before);
        }
    }

    [Fact]
    public void An_edit_in_the_inner_body_binds_that_alone_and_prints_the_outer_one_anew()
    {
        var host = GeneratorHost.Open(Source);
        var bound = host.Translations;
        var before = host.Generated("Force.Program.g.cs");

        host.Edit("Program.cs", Source.Replace("+ z)", "+ (z * z))", StringComparison.Ordinal));
        host.Translations.ShouldBe(bound + 1);
        host.Generated("Force.Program.g.cs").ShouldNotBe(before);
    }

    [Fact]
    public void A_comment_or_an_edit_elsewhere_binds_nothing()
    {
        var host = GeneratorHost.Open(Source);
        var bound = host.Translations;
        host.Edit("Program.cs", "// on top\n" + Source.Replace("var sum", "/* why */ var sum", StringComparison.Ordinal));
        host.Translations.ShouldBe(bound);
    }

    [Fact]
    public void A_changed_signature_of_the_inner_method_is_seen()
    {
        var host = GeneratorHost.Open(Source);
        host.Edit("Program.cs", Source.Replace("double Squared(double x) => x * x", "double Squared(double x, double y = 1) => x * x * y", StringComparison.Ordinal));

        // The call lacks an argument now: the outer method has no program, and the compiler says why.
        host.Result.GeneratedSources.ShouldNotContain(static source => source.HintName.EndsWith("Force.Program.g.cs", StringComparison.Ordinal));
        host.Output.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.Id).ShouldContain("CS7036");
    }

    [Fact]
    public void The_learned_face_asks_for_the_derivative_itself() =>
        GeneratorHost.Open(Source).Generated("Force.Learned.g.cs").ShouldContain("global::LearnSharp.Runtime.Workspace.Current");

    private static LearnableProgram Program(Compilation compilation, string name)
    {
        var method = compilation.GetTypeByMetadataName("Shop.Flight")!.GetMembers(name).OfType<IMethodSymbol>().Single();
        var found = new List<Diagnostic>();
        var program = new MethodFrontend(compilation).Translate(method, found.Add, default);
        found.ShouldBeEmpty();
        return program!;
    }
}
