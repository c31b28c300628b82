using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Text;
using LearnSharp.Generators.Frontend;
using LearnSharp.Generators.Tests.Diagnostics;
using LearnSharp.Generators.Tests.Frontend;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;

namespace LearnSharp.Generators.Tests.Embedding;

/// <summary>What the generator knows of <see cref="Complex"/> is the translation of a file of C#. <c>LEARNSHARP_WRITE_LIBRARY=1</c> writes it anew.</summary>
public sealed class ComplexProgramTests
{
    private const string Source = "src/LearnSharp.Generators/Frontend/Embedding/Library/Complex";

    [Fact]
    public void The_programs_are_the_translation_of_their_source()
    {
        var compilation = Compiling.Of("Library", [("Complex.cs", File.ReadAllText(PathOf(".cs")))]);
        var frontend = new MethodFrontend(compilation);
        var text = new StringBuilder();
        foreach (var method in compilation.GetTypeByMetadataName("ComplexMembers")!.GetMembers().OfType<IMethodSymbol>().Where(static method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public }))
        {
            var found = new List<Diagnostic>();
            var program = frontend.Translate(method, found.Add, default);
            program.ShouldNotBeNull(string.Join("\n", found));
            var root = program.Program.Root;
            var named = program with { Program = program.Program with { Root = root with { Id = MethodIds.Of(Member(method, compilation)), Name = Plain(method.Name) } } };
            text.Append(LibraryPrograms.Mark).Append(named.Program.Root.Id).Append('\n').Append(IrText.Write(named)).Append('\n');
        }

        if (Environment.GetEnvironmentVariable("LEARNSHARP_WRITE_LIBRARY") == "1")
            File.WriteAllText(PathOf(".ir"), text.ToString());
        File.ReadAllText(PathOf(".ir")).ReplaceLineEndings("\n").ShouldBe(text.ToString(), "run this test with LEARNSHARP_WRITE_LIBRARY=1, and look at the difference");
    }

    [Fact]
    public void The_source_computes_what_the_base_library_computes()
    {
        using var stream = new MemoryStream(Compiling.Emit(Compiling.Of("Library", [("Complex.cs", File.ReadAllText(PathOf(".cs")))])).ToArray());
        var members = Assembly.Load(stream.ToArray()).GetType("ComplexMembers")!;
        var random = new Random(1);
        foreach (var method in members.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            var types = method.GetParameters().Select(static parameter => parameter.ParameterType).ToArray();
            var original = method.Name.StartsWith("get_", StringComparison.Ordinal)
                ? typeof(Complex).GetMethod(method.Name)!
                : typeof(Complex).GetMethods(BindingFlags.Public | BindingFlags.Static)
                    .Single(one => one.Name == method.Name && one.ReturnType == method.ReturnType && one.GetParameters().Select(static parameter => parameter.ParameterType).SequenceEqual(types));
            for (var trial = 0; trial < 2000; trial++)
            {
                var arguments = Array.ConvertAll(types, type => Argument(type, random));
                var expected = original.IsStatic ? original.Invoke(null, arguments) : original.Invoke(arguments[0], null);
                Same(method.Invoke(null, arguments)!, expected!).ShouldBeTrue($"{method}({string.Join(", ", arguments)}) is {method.Invoke(null, arguments)} instead of {expected}");
            }
        }
    }

    private static string PathOf(string extension) => Repository.PathOf([.. (Source + extension).Split('/')]);

    // The member that a method of the source stands for: that of an instance takes the number first.
    private static IMethodSymbol Member(IMethodSymbol method, Compilation compilation)
    {
        var complex = compilation.GetTypeByMetadataName("System.Numerics.Complex")!;
        return complex.GetMembers(method.Name).OfType<IMethodSymbol>().Single(one => SymbolEqualityComparer.Default.Equals(one.ReturnType, method.ReturnType)
            && one.Parameters.Select(static parameter => parameter.Type).SequenceEqual(method.Parameters.Skip(one.IsStatic ? 0 : 1).Select(static parameter => parameter.Type), SymbolEqualityComparer.Default));
    }

    private static string Plain(string name) => name switch
    {
        "op_Implicit" => "ToComplex",
        "op_UnaryNegation" => "Negated",
        "op_UnaryPlus" => "Same",
        _ => name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..],
    };

    private static object Argument(Type type, Random random) =>
        type == typeof(Complex) ? new Complex(Number(random), Number(random))
        : type == typeof(double) ? Number(random)
        : type == typeof(float) ? (float)Number(random)
        : type == typeof(int) ? random.Next(-100, 100)
        : (object)(long)random.Next(-100, 100);

    private static double Number(Random random)
    {
        double[] special = [0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e308, -1e308, 1e-308, double.Epsilon, 0.5];
        return random.Next(4) switch
        {
            0 => special[random.Next(special.Length)],
            1 => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)),
            _ => (random.NextDouble() - 0.5) * 8,
        };
    }

    private static bool Same(object one, object other) => (one, other) switch
    {
        (Complex a, Complex b) => Same(a.Real, b.Real) && Same(a.Imaginary, b.Imaginary),
        (double a, double b) => double.IsNaN(a) ? double.IsNaN(b) : BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b),
        _ => one.Equals(other),
    };
}
