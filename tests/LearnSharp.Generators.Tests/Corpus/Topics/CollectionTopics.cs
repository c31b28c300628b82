namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Collections that carry numbers, and pipelines over them.</summary>
internal static class CollectionTopics
{
    public static Topic Lists { get; } = new(
        """
        static double Drain(List<double> l, double by) { while (l.Count > 2) { l[0] = l[0] * 0.5 + l[^1] * by * 0.2; l.RemoveAt(l.Count - 1); } return l[0]; }
        static List<double> Spread(List<double> l, double by) { var r = new List<double>(); foreach (var v in l) { r.Add(v * 0.5); if (v > by && r.Count < 8) r.Add(by); } while (r.Count < 2) r.Add(by * 0.1); return r; }
        static void Extend(List<double> l, double[] b) { for (var i = 0; i < b.Length && l.Count < 8; i++) { l.Add(b[i] * 0.5 + l[0] * 0.1); b[i] *= 0.75; } }
        """,
        [
            "var $1 = new List<double> { $D, $D, $D };\n@decl 1:Seq",
            "List<double> $1 = [.. $A, $D];\n@decl 1:Seq",
            "var $1 = $A.ToList();\n@decl 1:Seq",
            "var $1 = $Seq;\n@decl 1:Seq",
            "var $1 = Spread($Seq, $D);\n@decl 1:Seq",
            "$Seq! = Spread($Seq, $D);",
            "var $1 = new List<double>($Seq);\n@decl 1:Seq",
            "$Seq.Add($D);",
            "$Seq.Insert($N0 & 1, $D);",
            "if ($Seq.Count > 3) $Seq'.RemoveAt($N0 & 1);",
            "if ($Seq.Count > 4) $Seq'.RemoveRange(1, 2);",
            "$Seq[$N0 & 1] $O $D;",
            "$Seq[^1] $O $D;",
            "$Seq.Reverse();",
            "$Seq.Sort();",
            "$Seq.Sort((u, v) => v.CompareTo(u));",
            "$Seq.AddRange($A[..2]);",
            "if ($Seq.Count > 9) $Seq'.RemoveAll(v => v > $L);\nwhile ($Seq'.Count < 2) $Seq'.Add($D);",
            "Extend($Seq, $A);",
            "$V = Drain($Seq, $D);",
            "($Seq[0], $Seq[^1]) = ($Seq[1], $Seq[0]);",
            "$Seq.Insert($Seq'.Count / 2, $Seq[0] * $D);",
            "$Seq.RemoveAt($Seq'.Count - 1);\nwhile ($Seq'.Count < 2) $Seq'.Add($D);",
            "foreach (var $1 in $Seq)\n{\n$V = $V * 0.5 + $1 * $D;\n}",
            "for (var $1 = 0; $1 < $Seq.Count && $1 < 6; $1++)\n{\n$Seq'[$1] = $Seq'[$1] * 0.5 + $D;\n$V += $Seq[$1 / 4];\n}",
            "for (var $1 = $Seq.Count - 1; $1 > 1; $1--) if ($Seq'[$1] > $D) $Seq'.RemoveAt($1);",
            "double[] $1 = [$Seq[0], $Seq[1], .. $A[2..]];\n@decl 1:Doubles",
            "var $1 = new List<(double V, int K)> { ($D, 1), ($D, 2) };\n@decl 1:Pairs",
            "$Pairs.Add(($D, $N));",
            "$Pairs[$N0 & 1] = ($D, $N0);",
            "$Pairs[0] = $Pairs[^1];",
            "foreach (var ($1, $2) in $Pairs)\n{\n$V = $V * 0.5 + $1 * ($2 & 3) * 0.2;\n}",
            "$Pairs.Sort((u, v) => u.V.CompareTo(v.V));",
            "$Pairs.Insert(0, $Pairs[1]);",
            "var $1 = new List<double[]> { $A, new double[] { $D, $D, $D, $D } };\n$1.Add($A);\n$1[$N0 & 1][$I] $O $D;\n$1[1] = $1[^1];\n$V += $1[0][1] * $1[1][0];",
            "var $1 = new List<P> { new P($D, $D), new P($D, 0.5) };\n$1.Add($1[0] + $1[1]);\nforeach (var $2 in $1) $V += $2.X * $2.Y * 0.3;",
            "for (var $1 = 0; $1 < $T; $1++)\n{\n$Seq.Add($D);\nif ($Seq'.Count > 5) $Seq'.RemoveAt(0);\n$V = $V * 0.5 + $Seq[0];\n}",
        ],
        ["Drain($Seq, $D)", "Spread($Seq, $D)[$N0 & 1]", "$Seq.Sum()", "$Seq.Max()", "$Seq.Average()", "($Seq[$N0 & 1] += $D)",
            "$Seq.Find(v => v > $L)", "$Pairs[$N0 & 1].V", "$Pairs.Sum(p => p.V * p.K * 0.1)", "($Seq.Contains($D) ? 0.1 : 0.2)", "$Seq[$N0 & 1]++"],
        ["$Seq[$N0 & 1]", "$Seq[^1]", "($Seq.Count * 0.1)", "$Pairs[0].V", "($Pairs[^1].K * 0.1)"]);

    public static Topic Maps { get; } = new(
        """
        static void Count2(Dictionary<int, double> m, int k, double v) { if (m.TryGetValue(k, out var old)) m[k] = old * 0.5 + v; else m.Add(k, v); }
        static double Settle2(Dictionary<int, double> m, double by) { var s = 0.0; foreach (var (k, v) in m) s = s * 0.5 + v * (k + 1) * 0.1; m[1] = s * by; return s; }
        public enum Side { Left, Right, Middle }
        """,
        [
            "var $1 = new Dictionary<int, double> { [0] = $D, [1] = $D };\n@decl 1:Dict",
            "$Dict[$N & 3] = $D;",
            "$Dict[0] $O $D;",
            "Count2($Dict, $N & 3, $D);",
            "$Dict.Remove(2 + ($N & 1));",
            "if ($Dict.Remove(2, out var $1)) $V += $1;",
            "if ($Dict.TryGetValue($N & 3, out var $1)) $V = $1 * $D;",
            "$Dict.TryAdd($N & 7, $D);",
            "$V = Settle2($Dict, $D);",
            "var $1 = $Dict;\n@decl 1:Dict",
            "$Dict[1] = $Dict[0] * $D;",
            "foreach (var ($1, $2) in $Dict)\n{\n$V = $V * 0.5 + $2 * ($1 & 3) * 0.3;\n}",
            "foreach (var $1 in $Dict.Values)\n{\n$V += $1 * $D * 0.3;\n}",
            "foreach (var $1 in $Dict.Keys.ToList())\n{\n$Dict'[$1] = $Dict'[$1] * 0.5 + $D;\n}",
            "foreach (var $1 in $A)\n{\nCount2($Dict, (int)($1 * 3) & 3, $1);\n}",
            "var $1 = new Dictionary<string, double> { [\"l\"] = $D, [\"r\"] = $D };\n$1[$B ? \"l\" : \"m\"] = $D;\n$V = $V * 0.5 + $1[\"l\"] * $1[\"r\"] + $1.Count * 0.1;",
            "var $1 = new Dictionary<Side, double> { [Side.Left] = $D };\n$1[$B ? Side.Left : Side.Right] = $D;\n$1[Side.Middle] = $1[Side.Left] * $D;\n$V += $1.Values.Sum() * 0.3;",
            "var $1 = new Dictionary<int, double[]> { [0] = $A, [1] = new[] { $D, 0.1, $D, 0.2 } };\n$1[0][$I] $O $D;\n$1[2] = $1[$N0 & 1];\n$1[2][0] += $D;\n$V += $1[1][0] + $1[0][1];",
            "var $1 = new Dictionary<(int, int), double> { [(0, 1)] = $D };\n$1[($N & 1, 1)] = $D;\n$V += $1[(0, 1)] * $D;",
            "var $1 = new Dictionary<int, (double Sum, int Count)>();\nforeach (var $2 in $A)\n{\nvar $3 = $1.GetValueOrDefault((int)($2 * 2) & 1);\n$1[(int)($2 * 2) & 1] = ($3.Sum + $2 * 0.5, $3.Count + 1);\n}\nforeach (var ($4, $5) in $1.Values) $V += $4 / $5;",
            "var $1 = new SortedDictionary<int, double> { [3] = $D, [1] = $D };\n@decl 1:Sorted",
            "$Sorted[$N & 3] = $D;",
            "$Sorted[1] $O $D;",
            "$Sorted.Remove($N & 7 | 4);",
            "foreach (var ($1, $2) in $Sorted)\n{\n$V = $V * 0.5 + $2 * $1 * 0.1;\n}",
            "$V += $Sorted.First().Value;",
            "var $1 = new HashSet<int> { $N & 3, 2 };\nif ($1.Add($N & 3)) $V *= 0.5;\nforeach (var $2 in $A)\n{\nif ($1.Contains((int)($2 * 3) & 3)) $V += $2;\n}",
            "var $1 = new SortedSet<double>($A);\n$V = $V * 0.5 + $1.Min * $1.Max;",
            "for (var $1 = 0; $1 < $T; $1++)\n{\nCount2($Dict, $1, $D);\n$Dict'.Remove($1 - 2 & 6);\n$Dict'[0] = $D;\n$Dict'[1] = $Dict'[0] * 0.5;\n}",
        ],
        ["Settle2($Dict, $D)", "$Dict.GetValueOrDefault($N & 3, 0.3)", "($Dict.TryGetValue($N & 3, out var $1) ? $1 : $D)", "$Dict.Values.Sum()",
            "$Dict.Sum(p => p.Value * p.Key * 0.1)", "($Dict[$N & 3] = $D)", "($Dict[0] += $D)", "$Sorted.Values.Max()",
            "$Sorted.Sum(p => p.Value * $L)"],
        ["$Dict[0]", "$Dict[1]", "($Dict.Count * 0.1)", "$Sorted[1]"]);

    public static Topic Queues { get; } = new(
        """
        static double Empty(Stack<double> s, double by) { var t = 0.0; while (s.Count > 1) t = t * 0.5 + s.Pop() * by; return t + s.Peek(); }
        static double Turn2(Queue<double> q, int k) { for (var i = 0; i < k; i++) { var v = q.Dequeue(); q.Enqueue(v * 0.5 + q.Count * 0.1); } return q.Peek(); }
        """,
        [
            "var $1 = new Stack<double>();\n$1.Push($D);\n$1.Push($D);\n@decl 1:Stack",
            "$Stack.Push($D);",
            "$Stack.Push($Stack'.Pop() * $D);",
            "if ($Stack.Count > 2) $V = $Stack'.Pop();",
            "while ($Stack.Count > 3) $V = $V' * 0.5 + $Stack'.Pop();",
            "if ($Stack.TryPeek(out var $1) && $1 > $D) $Stack.Push($1 * 0.5);",
            "$V = Empty($Stack, $D);",
            "foreach (var $1 in $Stack)\n{\n$V = $V * 0.5 + $1 * $D;\n}",
            "foreach (var $1 in $A)\n{\nif ($1 > 0 || $Stack.Count < 3) $Stack'.Push($1);\nelse\n{\nvar $2 = $Stack'.Pop();\n$Stack'.Push($Stack'.Pop() * 0.5 + $2);\n}\n}",
            "var $1 = new Queue<double>($A);\n@decl 1:Fifo",
            "$Fifo.Enqueue($D);",
            "$Fifo.Enqueue($Fifo'.Dequeue() * 0.5 + $D);",
            "if ($Fifo.Count > 3) $V -= $Fifo'.Dequeue();",
            "$V = Turn2($Fifo, $N & 3);",
            "foreach (var $1 in $Fifo)\n{\n$V = $V * 0.75 + $1;\n}",
            "for (var $1 = 0; $1 < 9 && $Fifo.TryDequeue(out var $2); $1++)\n{\nif ($2 > $D) $Fifo'.Enqueue($2 * 0.5);\n$V += $2 * 0.3;\n}\n$Fifo'.Enqueue($D);",
            "var $1 = new Queue<(double V, int K)>();\n$1.Enqueue(($D, 0));\nwhile ($1.TryDequeue(out var $2))\n{\n$V = $V * 0.5 + $2.V;\nif ($2.K < 2)\n{\n$1.Enqueue(($2.V * 0.5 + $D, $2.K + 1));\nif ($2.V > 0) $1.Enqueue(($2.V * $D, $2.K + 2));\n}\n}",
            "var $1 = new PriorityQueue<int, double>();\nfor (var $2 = 0; $2 < 4; $2++) $1.Enqueue($2, $A[$2]);\n@decl 1:Heap",
            "$Heap.Enqueue($N & 3, $D);",
            "if ($Heap.TryDequeue(out var $1, out var $2)) $V = $V * 0.5 + $2 * ($1 + 1) * 0.2;",
            "while ($Heap.Count > 2)\n{\nvar $1 = $Heap'.Dequeue();\n$V = $V * 0.5 + $A[$1] * $D;\n}",
            "var $1 = new PriorityQueue<double, int>();\n$1.Enqueue($D, $N);\n$1.Enqueue($D, 2);\n$V = $V * 0.5 + $1.Dequeue();",
            "var $1 = new LinkedList<int>();\n$1.AddLast($N & 3);\n$V += $1.First!.Value * $D;",
        ],
        ["Empty($Stack, $D)", "Turn2($Fifo, 2)", "$Stack.Sum()", "$Fifo.Max()", "$Fifo.Average()", "$Stack.Peek()", "$Fifo.Peek()"],
        ["$Stack.Peek()", "$Fifo.Peek()", "($Stack.Count * 0.1)", "($Heap.Count * 0.1)"]);

    public static Topic Pipelines { get; } = new(
        """
        static IEnumerable<double> Odd(IEnumerable<double> s) { var k = 0; foreach (var v in s) if ((k++ & 1) == 1) yield return v; }
        static IEnumerable<double> Steps(double from, int n) { for (var i = 0; i < n; i++) { yield return from; from = from * 0.5 + 0.1; } }
        static double Norm2(IEnumerable<double> s) => Math.Sqrt(s.Select(v => v * v).Sum() + 0.1);
        """,
        [
            "var $1 = $A.Select((v, i) => v * $L + i * 0.1).ToArray();\n@decl 1:Doubles",
            "double[] $1 = [.. $A.OrderBy(v => v * $L)];\n@decl 1:Doubles",
            "double[] $1 = [.. $A.Select(v => v * 0.5).Reverse().Take(2), .. $A.Skip(2)];\n@decl 1:Doubles",
            "var $1 = Enumerable.Range(0, 4).Select(i => $LA[i] * $LA[3 - i] + $L).ToArray();\n@decl 1:Doubles",
            "var $1 = $A.Zip($A, (u, v) => u * 0.5 + v * $L).ToArray();\n@decl 1:Doubles",
            "var $1 = (from v in $A let w = v * $C orderby w descending select w + 0.1).ToArray();\n@decl 1:Doubles",
            "var $1 = $A.Where(v => v > $L).Concat([0.1, 0.2, 0.3, 0.4]).Take(4).ToArray();\n@decl 1:Doubles",
            "var $1 = $A.Append($D).Prepend($D).Skip(1).SkipLast(1).ToArray();\n@decl 1:Doubles",
            "foreach (var $1 in $A.Where(v => v > $L).Select(v => v * 0.5))\n{\n$V = $V * 0.5 + $1 * $D;\n}",
            "foreach (var $1 in Steps($D, $N & 3))\n@loop 1:Double!",
            "foreach (var ($1, $2) in $A.Zip($A))\n{\n$V = $V * 0.5 + $1 * $2 * 0.3;\n}",
            "foreach (var $1 in $A.Chunk(2))\n{\n$V += $1[0] * $1[1] * 0.3;\n}",
            "foreach (var $1 in $A.GroupBy(v => v > $L))\n{\n$V = $V * 0.5 + $1.Sum() * ($1.Key ? 0.3 : 0.2);\n}",
            "var $1 = $A.Select(v => v * $L);\n$A[1] = $D;\n$V += $1.Sum();",
            "var $1 = $A.ToDictionary(v => v, v => v * $L).Count;\n$V += $1 * 0.1;",
            "var ($1, $2) = $A.Aggregate((S: 0.0, M: 1.0), (s, v) => (s.S * 0.5 + v, Math.Max(s.M, v)));\n@decl 1:Double 2:Double",
            "if ($A.Any(v => v > $L) && !$A.All(v => v < 0.5))\n@block",
            "var $1 = $A.Select((v, i) => (V: v, I: i)).OrderBy(p => p.V).ToList();\n$V = $V * 0.5 + $1[0].V * ($1[^1].I + 1) * 0.2;",
            "var $1 = $A.MaxBy(v => v * $L);\n@decl 1:Double",
            "var $1 = $A.SelectMany(u => $LA.Select(v => u * v * 0.1)).Sum();\n@decl 1:Double",
            "var $1 = Enumerable.Repeat($D, 3).Sum() + Enumerable.Range(1, 3).Sum(i => Math.Sin($L * i));\n@decl 1:Double",
        ],
        ["$A.Select(v => v * $L).Where(v => v < 1).Sum()", "$A.TakeWhile(v => v > $L).DefaultIfEmpty(0.3).Last()",
            "$A.OrderByDescending(v => v).Skip(1).First()", "$A.Aggregate(1.0, (u, v) => u * 0.5 + v * $L)", "$A.Count(v => v > $L) * 0.1",
            "Odd($A).Sum()", "Norm2($A)", "Norm2($A.Select(v => v + $L))", "Norm2(Steps($D, 3))",
            "$A.Zip($A, $A).Sum(t => t.First * t.Second * t.Third * 0.3)", "$A.Select(v => Math.Abs(v)).Max()", "$A.MinBy(v => v * v)",
            "$A.Average(v => v * $L)", "$A.Distinct().Sum()", "$A.ElementAt($N & 3)", "$A.FirstOrDefault(v => v > $L)",
            "(from u in $A from v in $A where u < v select u * v * 0.1).Sum()", "$K.Select(k => $LA[k & 3]).Sum()",
            "$A.Select((v, i) => v * $LA[(i + 1) & 3]).Aggregate((u, v) => u + v * 0.5)"],
        ["$A.Sum()", "$A.Max()", "$A.Last()"]);
}
