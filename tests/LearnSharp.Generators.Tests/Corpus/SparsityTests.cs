using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Random methods over indexes that are sums and multiples of counters: what their sparse Jacobian leaves out is zero in the dense one, at other points than the pattern was taken at.</summary>
public sealed class SparsityTests
{
    private const int Count = 40;

    [Fact]
    public void Sparse_Jacobians_of_random_methods_are_the_dense_ones()
    {
        var texts = Enumerable.Range(1, Count).Select(static seed => new Writer(seed).Text()).ToList();
        var batch = new CorpusBatch([.. texts.Select(static text => CorpusMethod.Of("sparse", text))]);
        var (entries, all) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            batch.Said(i).ShouldBeEmpty(texts[i]);
            var program = batch.Code(i)!.GetNestedType("MProgram")!;
            var pattern = (SparsityPattern)program.GetMethod("JacobianPattern").ShouldNotBeNull(texts[i]).Invoke(null, Arguments(0, i))!;
            for (var point = 1; point <= 3; point++)
            {
                var arguments = Arguments(point, i);
                var dense = (double[,])program.GetMethod("Jacobian")!.Invoke(null, arguments)!;
                (pattern.RowCount, pattern.ColumnCount).ShouldBe((dense.GetLength(0), dense.GetLength(1)));
                for (var row = 0; row < pattern.RowCount; row++)
                {
                    for (var column = 0; column < pattern.ColumnCount; column++)
                    {
                        if (pattern.IndexOf(row, column) < 0)
                            dense[row, column].ShouldBe(0, $"row {row}, column {column} of\n{texts[i]}");
                    }
                }

                var sparse = (SparseMatrix)program.GetMethods().Single(static method => method.Name == "SparseJacobian" && method.ReturnType == typeof(SparseMatrix)).Invoke(null, arguments)!;
                sparse.ToDense().ShouldBe(dense, texts[i]);
            }

            (entries, all) = (entries + pattern.Count, all + (pattern.RowCount * pattern.ColumnCount));
        }

        // They are sparse, and not only sound.
        entries.ShouldBeLessThan(all / 2);
    }

    private static object[] Arguments(int point, int seed)
    {
        var random = new Random((point * 1000) + seed);
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => point == 0 ? 0 : (2 * random.NextDouble()) - 1)];
        int[] table = [3, 0, 5, 2, 2, 7, 1];
        return [Numbers(12), Numbers(8), point == 0 ? 0.0 : random.NextDouble(), table, new[] { 0.5, -1, 2 }];
    }

    /// <summary>Writes one method: loops that fill arrays from others, with branches, calls and sums, and the last of the arrays.</summary>
    private sealed class Writer(int seed)
    {
        private readonly Random _random = new(seed);
        private readonly StringBuilder _text = new();
        private readonly List<string> _arrays = ["x", "y"];

        public string Text()
        {
            _text.AppendLine("[Learnable] public static double[] M(double[] x, double[] y, double a, int[] table, [NonDifferentiable] double[] c)\n{");
            var count = 1 + _random.Next(4);
            for (var i = 0; i < count; i++)
                Array($"t{i}");
            _text.AppendLine($"return t{count - 1};\n}}");
            _text.AppendLine("private static double F(double p, double q) { if (p > q) return p * q; return p + Math.Sin(q); }");
            _text.AppendLine("private static double G(double[] s, int k, int[] table) { var sum = 0.0; for (var j = k; j < k + 2; j++) sum += s[table[j % table.Length]] * (j - k + 1); return sum; }");
            _text.AppendLine("private static void H(double[] s, int k, double v) { s[k] += v; if (v > 0.3) s[k] *= v; }");
            return _text.ToString();
        }

        private void Array(string name)
        {
            _text.AppendLine($"var {name} = new double[{5 + _random.Next(8)}];");
            _text.AppendLine("{");
            var carried = Chance(3);
            if (carried)
                _text.AppendLine($"var carried = {Term("0")};");
            _text.AppendLine($"for (var i = {_random.Next(2)}; i < {name}.Length; i += {1 + _random.Next(2)})\n{{");
            if (Chance(4))
                _text.AppendLine("if (i % 3 == 1) continue;");
            _text.AppendLine($"var u = {Sum("i")};");
            switch (_random.Next(5))
            {
                case 0:
                    _text.AppendLine($"if ({Term("i")} > 0.1) u *= {Term("i")}; else u = {Term("i")};");
                    break;
                case 1:
                    _text.AppendLine($"if ({Term("i")} > 0.1 && i > 2) {{ var k = i - 1; u += {Term("k")}; for (var j = 0; j < 2; j++) u += {Term("(k + j)")}; }}");
                    break;
                case 2:
                    _text.AppendLine($"for (var j = i; j < i + 2; j++) u += {Term("j")} * {Term("(2 * j + 1)")};");
                    break;
                case 3:
                    _text.AppendLine($"if (c[i % c.Length] > 0) u += {Term("i")}; else if ({Term("i")} < 0) u -= {Term("(i + 2)")};");
                    break;
            }

            if (carried && Chance(2))
                _text.AppendLine("u += carried;");
            if (carried)
                _text.AppendLine($"carried = {Term("i")};");
            _text.AppendLine(Chance(4) ? $"H({name}, i, u);" : $"{name}[i] = u;");
            _text.AppendLine("}\n}");
            _arrays.Add(name);
        }

        private string Sum(string index) => string.Join(" + ", Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => Factor(index)));

        private string Factor(string index) => _random.Next(8) switch
        {
            0 => $"{Term(index)} * {Term(index)}",
            1 => $"Math.Sin({Term(index)})",
            2 => $"Math.Max({Term(index)}, {Term(index)})",
            3 => $"({Term(index)} > 0 ? {Term(index)} : {Term(index)} * 2)",
            4 => $"F({Term(index)}, {Term(index)})",
            5 => $"Math.Floor({Term(index)}) * c[{index} % c.Length]",
            _ => Term(index),
        };

        private string Term(string index)
        {
            var array = _arrays[_random.Next(_arrays.Count)];
            return _random.Next(9) switch
            {
                0 => "c[1]",
                1 when Chance(3) => "a",
                2 => $"G({(Chance(2) ? "x" : "y")}, {index}, table)",
                3 => $"{array}[table[{index} % table.Length] % {array}.Length]",
                _ => $"{array}[({index}{(Chance(2) ? " * 2" : "")} + {_random.Next(4)}) % {array}.Length]",
            };
        }

        private bool Chance(int of) => _random.Next(of) == 0;
    }
}
