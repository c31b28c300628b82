using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>
/// Holds the members of a compiled program whose result is an array against one another: columns of <c>Jacobian</c> against <c>Pushforward</c> bit for bit, its rows against <c>Pullback</c>, <c>SparseJacobian</c> against it,
/// <c>Pushforward</c> against its multiples, and all of them against themselves on several threads at once.
/// </summary>
internal static class SurfaceCheck
{
    private const int Threads = 3;

    /// <summary>What is wrong; null where nothing is.</summary>
    /// <param name="code">The class that has the method's program.</param>
    /// <param name="arguments">The method's own arguments.</param>
    public static string? Find(Type code, object?[] arguments)
    {
        var members = new Members(code, arguments);
        var alone = members.All();
        if (members.Problem(alone) is { } problem)
            return problem;
        var together = new Result[Threads];
        var threads = Enumerable.Range(0, Threads).Select(i => new Thread(() => together[i] = members.All())).ToArray();
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        return together.All(alone.Is) ? null : "threads at once give other bits";
    }

    /// <summary>What the members give at one point.</summary>
    private sealed record Result(object? Value, double[,]? Jacobian, double[,]? Sparse, IReadOnlyList<double[]> Columns, IReadOnlyList<double[]> Twice, IReadOnlyList<double[]> Rows, string Failure)
    {
        public bool Is(Result other) => Failure == other.Failure && CorpusCheck.Text(Value) == CorpusCheck.Text(other.Value) && Bits(Jacobian).SequenceEqual(Bits(other.Jacobian)) && Bits(Sparse).SequenceEqual(Bits(other.Sparse))
            && Columns.Zip(other.Columns).All(static pair => Bits(pair.First).SequenceEqual(Bits(pair.Second))) && Rows.Zip(other.Rows).All(static pair => Bits(pair.First).SequenceEqual(Bits(pair.Second)));
    }

    public static IEnumerable<long> Bits(Array? values) => values is null ? [] : values.Cast<double>().Select(static value => double.IsNaN(value) ? -1 : value == 0 ? 0 : BitConverter.DoubleToInt64Bits(value));

    /// <summary>The members of one program at one point.</summary>
    private sealed class Members(Type code, object?[] arguments)
    {
        private readonly MethodInfo _method = code.GetMethod("M", BindingFlags.Public | BindingFlags.Static)!;
        private readonly MethodInfo[] _all = code.GetNestedType("MProgram")!.GetMethods();

        public Result All()
        {
            var own = CorpusCheck.Copy(arguments);
            var value = CorpusCheck.Call(_method, own);
            var jacobian = _all.FirstOrDefault(static m => m.Name == "Jacobian" && m.ReturnType == typeof(double[,]));
            var sparse = _all.FirstOrDefault(static m => m.Name == "SparseJacobian" && m.ReturnType == typeof(SparseMatrix));
            var dense = jacobian is null ? null : CorpusCheck.Call(jacobian, CorpusCheck.Copy(arguments));
            var entries = sparse is null ? null : CorpusCheck.Call(sparse, CorpusCheck.Copy(arguments));
            if (value is not double[] numbers)
                return new Result(value, null, null, [], [], [], $"{CorpusCheck.Text(dense)} {CorpusCheck.Text(entries)}");
            var width = Leaves().Sum(static leaf => leaf.Count);
            return new Result(
                value,
                dense as double[,],
                (entries as SparseMatrix)?.ToDense(),
                [.. Enumerable.Range(0, width).Select(i => Column(i, 1))],
                [.. Enumerable.Range(0, width).Select(i => Column(i, -4))],
                [.. Enumerable.Range(0, numbers.Length).Select(i => Row(i, numbers.Length))],
                dense is Exception ? CorpusCheck.Text(dense) : entries is Exception ? CorpusCheck.Text(entries) : "");
        }

        public string? Problem(Result result)
        {
            if (result.Value is Exception thrown)
                return result.Failure.Split(' ').All(failure => failure.Length == 0 || failure == "null" || failure == thrown.GetType().FullName) ? null : $"the method throws {thrown.GetType().FullName}, the Jacobians {result.Failure}";
            if (result.Failure.Length > 0)
                return $"the method gives {CorpusCheck.Text(result.Value)}, a Jacobian {result.Failure}";
            for (var column = 0; column < result.Columns.Count; column++)
            {
                if (!Bits(result.Columns[column].Select(static tangent => -4 * tangent).ToArray()).SequenceEqual(Bits(result.Twice[column])))
                    return $"along {column} times -4 Pushforward gives {CorpusCheck.Text(result.Twice[column])}, along it {CorpusCheck.Text(result.Columns[column])}";
                for (var row = 0; row < result.Rows.Count; row++)
                {
                    var (forward, reverse) = (result.Columns[column][row], result.Rows[row][column]);
                    foreach (var (name, other) in new[] { ("Pullback", reverse), ("Jacobian", result.Jacobian?[row, column] ?? forward), ("SparseJacobian", result.Sparse?[row, column] ?? forward) })
                    {
                        if (double.IsFinite(forward) && !(Math.Abs(other - forward) <= 1e-9 * Math.Max(1, Math.Max(Math.Abs(forward), Scale(result, column)))))
                            return $"row {row}, column {column} is {CorpusCheck.Text(forward)} by Pushforward and {CorpusCheck.Text(other)} by {name}";
                    }
                }
            }

            return null;
        }

        private static double Scale(Result result, int column) => result.Columns[column].Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();

        private IEnumerable<(int Parameter, int Count)> Leaves() =>
            Enumerable.Range(0, arguments.Length).Where(i => CorpusLeaves.IsDifferentiable(_method.GetParameters()[i].ParameterType)).Select(i => (i, (arguments[i] as Array)?.Length ?? 1));

        private double[] Column(int column, double by)
        {
            var given = new List<object?>();
            var own = CorpusCheck.Copy(arguments);
            var at = 0;
            var counts = Leaves().ToDictionary(static leaf => leaf.Parameter, static leaf => leaf.Count);
            for (var i = 0; i < own.Length; i++)
            {
                given.Add(own[i]);
                if (!counts.TryGetValue(i, out var count))
                    continue;
                double[] tangents = [.. Enumerable.Range(at, count).Select(k => k == column ? by : 0)];
                given.Add(own[i] is Array ? tangents : tangents[0]);
                at += count;
            }

            var pair = CorpusCheck.Call(_all.First(m => m.Name == "Pushforward" && m.GetParameters().Length == given.Count), [.. given]);
            return (double[])((System.Runtime.CompilerServices.ITuple)pair!)[1]!;
        }

        private double[] Row(int row, int rows)
        {
            var pullback = _all.Where(static m => m.Name == "Pullback" && !m.GetParameters()[0].ParameterType.IsByRef).OrderByDescending(static m => m.GetParameters().Length).First();
            var parameters = pullback.GetParameters();
            var given = new object?[parameters.Length];
            CorpusCheck.Copy(arguments).CopyTo(given, 0);
            var next = arguments.Length;
            given[next] = Enumerable.Range(0, rows).Select(i => i == row ? 1.0 : 0).ToArray();
            for (next++; parameters[next].Name!.StartsWith("seed", StringComparison.Ordinal); next++)
                given[next] = new double[((Array)arguments[2]!).Length];
            var first = next;
            foreach (var (parameter, count) in Leaves())
                given[next++] = arguments[parameter] is Array ? new double[count] : null;
            var value = CorpusCheck.Call(pullback, given);
            return value is Exception ? [double.NaN] : [.. given[first..].SelectMany(CorpusLeaves.Of)];
        }
    }
}
