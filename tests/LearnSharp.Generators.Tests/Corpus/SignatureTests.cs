using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>
/// Whatever a learnable method takes and returns, what is generated for it compiles, without warnings: every type of parameter beside every other, and with every result. One in ten of them;
/// all with <c>LEARNSHARP_CORPUS</c> of 1,000 or more.
/// </summary>
public sealed class SignatureTests
{
    private const string Types = """

        public readonly record struct Point(double X, double Y);
        public enum Kind { Small, Large }
        public sealed class Thing { public int Size { get; init; } = 2; }
        """;

    // A type, and a number that is made of a value of it.
    private static readonly (string Type, string Use)[] Parameters =
    [
        ("double", "{0} * {0}"), ("float", "{0} * {0}"), ("int", "{0}"), ("bool", "({0} ? 1.5 : 2)"), ("string", "{0}.Length"), ("double[]", "{0}[0] * {0}[^1]"), ("float[]", "{0}[0]"), ("int[]", "{0}[0]"),
        ("double[][]", "{0}[0][0] * {0}[0][0]"), ("double[,]", "{0}[0, 0] * {0}[0, 0]"), ("List<double>", "{0}[0] * {0}[0]"), ("IReadOnlyList<double>", "{0}[0] * {0}[0]"), ("IEnumerable<double>", "{0}.Sum()"),
        ("ReadOnlySpan<double>", "{0}[0] * {0}[0]"), ("Span<float>", "{0}[0]"), ("(double A, float B)", "{0}.A * {0}.B"), ("Point", "{0}.X * {0}.Y"), ("Point[]", "{0}[0].X * {0}[0].Y"), ("Kind", "(int){0}"), ("double?", "({0} ?? 1)"),
        ("DateTime", "{0}.Year"), ("decimal", "(double){0}"), ("Dictionary<string, double>", "{0}[\"a\"]"), ("Thing", "{0}.Size"), ("in double", "{0} * {0}"), ("params double[]", "{0}[0]"),
    ];

    // A type, and how a value of it is made of a number.
    private static readonly (string Type, string Make)[] Results =
    [
        ("double", "{0}"), ("float", "(float)({0})"), ("int", "(int)({0})"), ("bool", "{0} > 1"), ("double[]", "[{0}, 2 * ({0})]"), ("float[]", "[(float)({0})]"), ("(double A, double B)", "({0}, 2 * ({0}))"), ("Point", "new({0}, 1)"),
        ("decimal", "(decimal)({0})"), ("string", "({0}) > 1 ? \"yes\" : \"no\""), ("Kind", "({0}) > 1 ? Kind.Large : Kind.Small"), ("(double[] Values, int Count)", "([{0}], 1)"), ("double[,]", "new double[,] {{ {{ {0} }} }}"),
    ];

    private static readonly string[] AllKinds = ["[Learnable]", "[Learnable(SecondOrder = true)]", "[Learnable(Gradients = false)]", "weights", "instance"];

    public static TheoryData<string> Kinds => [.. AllKinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Everything_that_is_generated_compiles(string kind)
    {
        var every = int.TryParse(Environment.GetEnvironmentVariable("LEARNSHARP_CORPUS"), out var count) && count >= 1000 ? 1 : 10;
        var methods = Signatures().Where((_, i) => i % every == Array.IndexOf(AllKinds, kind) % every).Select(one => Method(kind, one.Parameters, one.Result)).ToList();
        var wrong = new List<string>();
        foreach (var part in methods.Chunk(150))
        {
            var batch = new CorpusBatch(part);
            for (var i = 0; i < part.Length; i++)
            {
                if (batch.Said(i).FirstOrDefault(static said => said.Contains(" CS", StringComparison.Ordinal)) is { } said)
                    wrong.Add($"{part[i].Members[Types.Length..]}: {said}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static IEnumerable<((string Type, string Use)[] Parameters, (string Type, string Make) Result)> Signatures()
    {
        foreach (var result in Results)
        {
            foreach (var parameter in Parameters)
                yield return ([parameter], result);
        }

        for (var i = 0; i < Parameters.Length; i++)
        {
            for (var j = 0; j < Parameters.Length; j++)
            {
                if (!Parameters[i].Type.StartsWith("params", StringComparison.Ordinal))
                    yield return ([Parameters[i], Parameters[j]], Results[(i + j) % 3 == 0 ? 4 : 0]);
            }
        }
    }

    private static CorpusMethod Method(string kind, (string Type, string Use)[] parameters, (string Type, string Make) result)
    {
        var declared = parameters.Select(static (parameter, i) => $"{parameter.Type} p{i}").ToList();
        var number = string.Join(" * ", parameters.Select(static (parameter, i) => string.Format(null, parameter.Use, $"p{i}")));
        if (kind == "weights")
        {
            var at = declared.FindIndex(static one => one.StartsWith("params", StringComparison.Ordinal));
            declared.InsertRange(at < 0 ? declared.Count : at, ["[Weight] double w = 0.5", "[Choice] bool c = false"]);
            number = $"(c ? 1 : w) * {number}";
        }

        var body = $"{result.Type} M({string.Join(", ", declared)}) => {string.Format(null, result.Make, kind == "instance" ? $"_gain * {number}" : number)};";
        return CorpusMethod.Of(body, kind switch
        {
            "instance" => $"{Types}\npublic sealed partial class Owner {{ [Weight] private double _gain = 2; [Learnable] public {body} }}",
            "weights" => $"{Types}\n[Learnable] public static {body}",
            _ => $"{Types}\n{kind} public static {body}",
        });
    }
}
