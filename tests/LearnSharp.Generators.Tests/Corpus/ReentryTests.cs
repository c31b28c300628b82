using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>
/// Random methods that call code in their middle which asks for derivatives of the same method, and several threads that ask at once: every one of them must have the bits that it has alone. Workspaces are
/// pooled by thread, and whoever comes back must find its own records.
/// </summary>
public sealed class ReentryTests
{
    private const int Threads = 3;

    [ThreadStatic]
    private static int t_depth;

    [Fact]
    public void Random_methods_give_the_same_derivatives_inside_of_themselves_and_on_several_threads() =>
        CorpusTests.Check(CorpusTests.Setting("LEARNSHARP_CORPUS", 60) / 2, Write, Find);

    private static CorpusMethod Write(int seed)
    {
        var method = MethodWriter.Write(seed, isNumber: true);
        var members = method.Members
            .Replace("static double Bend(double u, double v) {", "static double Bend(double u, double v) { if (Again(1) > 5) return u;", StringComparison.Ordinal)
            .Replace("static double Put(double[] b, int i, double v) {", "static double Put(double[] b, int i, double v) { if (Again(2) > 5) return v;", StringComparison.Ordinal)
            .Replace("{ u = u * 0.5 + by;", "{ u = u * 0.5 + by * Again(1);", StringComparison.Ordinal)
            .Replace("\nreturn ", "\nif (Again(n & 1) > 5) x *= y;\nreturn ", StringComparison.Ordinal)
            .Replace("[Learnable] public static double M(", $"[Learnable(SecondOrder = true{(seed % 2 == 0 ? ", MemoryLimit = 1" : "")})] public static double M(", StringComparison.Ordinal);
        return method with { Members = "public static Action? Hook;\n[NonDifferentiable] static int Again(int k) { Hook?.Invoke(); return k; }\n" + members };
    }

    private static string? Find(Type code, object?[] arguments)
    {
        var hook = code.GetField("Hook")!;
        hook.SetValue(null, null);
        object?[] others = [.. CorpusCheck.Copy(arguments).Select(static a => a is double number ? number * 0.75 + 0.1 : a)];
        var (alone, other) = (All(code, arguments), All(code, others));
        hook.SetValue(null, (Action)(() =>
        {
            if (t_depth > 0)
                return;
            t_depth++;
            try
            {
                if (!All(code, others).SequenceEqual(other))
                    throw new InvalidOperationException("inside it is other bits");
            }
            finally
            {
                t_depth--;
            }
        }));
        try
        {
            if (Difference(alone, All(code, arguments)) is { } inside)
                return $"with derivatives inside: {inside}";
            var together = new IReadOnlyList<string>[Threads];
            var threads = Enumerable.Range(0, Threads).Select(i => new Thread(() => together[i] = All(code, arguments))).ToArray();
            Array.ForEach(threads, static thread => thread.Start());
            Array.ForEach(threads, static thread => thread.Join());
            return together.Select(these => Difference(alone, these)).FirstOrDefault(static difference => difference is not null);
        }
        finally
        {
            hook.SetValue(null, null);
        }
    }

    private static string? Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            if (expected[i] != actual[i])
                return $"{actual[i]} instead of {expected[i]}";
        }

        return null;
    }

    private static List<string> All(Type code, object?[] arguments)
    {
        var members = code.GetNestedType("MProgram")!.GetMethods();
        var gradient = members.Where(static m => m.Name == "Gradient" && !m.GetParameters()[0].ParameterType.IsByRef).OrderByDescending(static m => m.GetParameters().Length).First();
        var given = CorpusCheck.Complete(gradient, arguments, out _);
        List<string> all = ["gradient " + CorpusCheck.Text(CorpusCheck.Call(gradient, given)), .. given.Select(CorpusCheck.Text)];
        var pushforward = CorpusDirection.Of(code);
        all.Add("tangent " + CorpusCheck.Text(CorpusCheck.Call(pushforward, CorpusDirection.Complete(pushforward, CorpusCheck.Copy(arguments), CorpusLeaves.IsDifferentiable, out _))));
        if (members.FirstOrDefault(static m => m.Name == "Hessian" && !m.GetParameters()[0].ParameterType.IsByRef) is { } hessian)
            all.Add("hessian " + CorpusCheck.Text(CorpusCheck.Call(hessian, CorpusCheck.Copy(arguments))));
        return all;
    }
}
