namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Local functions and lambdas that change what they capture, functions of functions, recursion over arrays.</summary>
internal static class FunctionTopics
{
    public static Topic Functions { get; } = new(
        """
        static double Repeat(Func<double, double> f, double v, int n) { for (var i = 0; i < n; i++) v = f(v) * 0.8; return v; }
        static Func<double, double> Chain(Func<double, double> f, Func<double, double> g) => v => f(g(v)) * 0.5;
        static void Each(double[] b, Func<double, int, double> f) { for (var i = 0; i < b.Length; i++) b[i] = f(b[i], i); }
        static double Integral(Func<double, double> f, double from, double to) { var s = 0.0; for (var i = 0; i < 5; i++) s += f(from + (to - from) * (i + 0.5) / 5) * (to - from) / 5; return s; }
        static void Visit(int n, Action<int> act) { for (var i = 0; i < n; i++) act(i); }
        delegate double Folder(double u, ref double v);
        static double Folded(Folder f, double[] b) { var s = 0.0; for (var i = 0; i < b.Length; i++) s = f(s, ref b[i]); return s; }
        static Func<double, double> Maker(double[] b, double by) { var k = 0; return v => { b[k++ & 3] += by * 0.1; return v * by + b[1]; }; }
        """,
        [
            "void $1(int i, double v) { $LA[i & 3] = $LA[i & 3] * 0.5 + v; $LV += v * 0.3; }\n@decl 1:Act",
            "$Act($N, $D);",
            "$Act($N, $A[$I]);",
            "for (var $1 = 0; $1 < $T; $1++) $Act($1, $D);",
            "double $1(double v) { if (v > $L) return $LV * 0.5; $LV = $LV * 0.5 + v; $LA[1] = $LV; return v * $L; }\n@decl 1:Fun",
            "Func<double, double> $1 = v => { $LV = $LV * 0.5 + v; return $LA[0] * v + $L; };\n@decl 1:Fun",
            "Func<double, double> $1 = v => v * $L + $LA[2];\n@decl 1:Fun",
            "static double $1(double v) => v * 0.5 + Math.Tanh(v);\n@decl 1:Fun",
            "Func<double, double> $1 = Chain($Fun, v => v * $L);\n@decl 1:Fun",
            "var $1 = Maker($A, $D);\n@decl 1:Fun",
            "Func<double, double> $1 = $B ? $Fun : $Fun;\n@decl 1:Fun",
            "Func<double, double> $1 = $Fun;\nif ($B) $1 = v => v * 0.25 + $L;\n@decl 1:Fun",
            "Func<double, double> $1 = Math.Sin;\n@decl 1:Fun",
            "Func<double, double> $1 = v => { double $2(double w) => w * $L; var s = 0.0; for (var i = 0; i < 3; i++) { s += $2(v + i); $LA[i] *= 0.75; } return s * 0.3; };\n@decl 1:Fun",
            "$V = $Fun($D);",
            "Each($A, (v, i) => v * 0.5 + i * $L);",
            "Each($A, (v, i) => { $LV = $LV * 0.5 + v; return $LV + $LA[i] * 0.1; });",
            "Visit($T, i => $LA[i & 3] = $LA[(i + 1) & 3] * $L);",
            "Visit(3, i => { if (i == 1) return; $LV += $LA[i]; $LA[i] = $LV * 0.5; });",
            "Visit($T, i => $Act(i, $L));",
            "Action<int> $1 = i => $LA[i & 3] += $LV;\n$1($N);\n$1(2);",
            "$V = Folded((double u, ref double v) => { v = v * 0.5 + u; return u * 0.5 + v; }, $A);",
            "$Doubles! = Array.ConvertAll($A, v => v * $L);",
            "foreach (var $1 in new Func<double, double>[] { v => v * $L, Math.Tanh, $Fun })\n{\n$V = $1($V) * 0.5;\n}",
            "for (var $1 = 0; $1 < $T; $1++)\n{\nvar $2 = $1;\nFunc<double, double> $3 = v => v * $2 * 0.1 + $LA[$2 & 3];\n$V = $3($V) * 0.5;\n}",
            "double $1() => $LV * 0.5;\n$V = $1() + $D;\n$V -= $1();",
            "double[] $1 = $LA;\nvoid $2() { $1 = [$L, $L, 0.5, $1[0]]; }\n$2();\n@decl 1:Doubles",
        ],
        ["$Fun($D)", "Repeat($Fun, $D, 3)", "Repeat(v => v * 0.5 + $L, $D, $N & 3)", "Chain($Fun, $Fun)($D)",
            "Integral(v => Math.Sin(v) * $L, $D, 1)", "Integral($Fun, 0, $D)", "Maker($A, $D)($D)", "((Func<double, double>)(v => v * $L))($D)"],
        ["$Fun(0.3)", "$Fun($V)"]);

    public static Topic Recursion { get; } = new(
        """
        static double Descend(double[] b, int k) { if (k <= 0) return b[0]; b[k & 3] = b[k & 3] * 0.5 + 0.1; var v = Descend(b, k - 1); b[0] += v * 0.1; return v * 0.5 + b[k & 3]; }
        static double Ping(double v, int k) => k <= 0 ? v : 0.5 * Pong(v * 0.9 + 0.1, k - 1) + v * 0.1;
        static double Pong(double v, int k) { if (k <= 0) return Math.Sin(v); var u = Ping(v * 0.5, k - 1); return u * v + Ping(u, k - 2); }
        static double[] Merge(double[] b) { if (b.Length < 2) return b; var l = Merge(b[..(b.Length / 2)]); var r = Merge(b[(b.Length / 2)..]); var m = new double[b.Length]; for (int i = 0, j = 0, k = 0; k < m.Length; k++) m[k] = j >= r.Length || i < l.Length && l[i] <= r[j] ? l[i++] : r[j++] * 0.9; return m; }
        static void Quick(double[] b, int lo, int hi) { if (lo >= hi) return; var p = b[hi]; var at = lo; for (var i = lo; i < hi; i++) if (b[i] < p) { (b[i], b[at]) = (b[at], b[i]); at++; } (b[at], b[hi]) = (b[hi], b[at]); Quick(b, lo, at - 1); Quick(b, at + 1, hi); }
        static double Best(double[] b, int i, double left) { if (i >= b.Length) return 0; var skip = Best(b, i + 1, left); return Math.Abs(b[i]) < left ? Math.Max(skip, b[i] + Best(b, i + 1, left - Math.Abs(b[i]))) : skip; }
        static double Paths(double[] b, int i, int j, double w) => i > 3 || j > 3 ? w * 0.1 : 0.4 * Paths(b, i + 1, j, w * b[i]) + 0.4 * Paths(b, i, j + 1, w + b[j] * 0.1);
        static double Det(double[,] m, int n) { if (n == 1) return m[0, 0]; var s = 0.0; for (var c = 0; c < n; c++) { var sub = new double[n - 1, n - 1]; for (var i = 1; i < n; i++) for (int j = 0, k = 0; j < n; j++) if (j != c) sub[i - 1, k++] = m[i, j]; s += (c % 2 == 0 ? 1 : -1) * m[0, c] * Det(sub, n - 1); } return s; }
        static double Search(Func<double, double> f, double lo, double hi, int k) { var mid = (lo + hi) / 2; return k == 0 ? mid : f(mid) > 0 ? Search(f, lo, mid, k - 1) : Search(f, mid, hi, k - 1); }
        static void Fill2(double[][] t, int i, double v) { if (i >= t.Length) return; t[i] = [v, v * 0.5, i, 0.5]; Fill2(t, i + 1, v * 0.7 + t[i][1] * 0.1); t[i][3] += t[^1][0]; }
        """,
        [
            "var $1 = Merge($A);\n@decl 1:Doubles",
            "Quick($A, 0, 3);",
            "Quick($A, 1, $N & 3);",
            "$V = Descend($A, 3);",
            "$V = Ping($D, $N & 3);",
            "var $1 = new double[4][];\nFill2($1, 0, $D);\n@decl 1:Rows",
            "var $1 = new double[,] { { $D, $D, $D }, { $D0, $D0, 0.5 }, { $D0, 1, $D0 } };\n$V = $V * 0.5 + 0.2 * Det($1, 3);",
            "double $1(int k, double v) { if (k <= 0) return v; $LV = $LV * 0.5 + v; $LA[k & 3] = $LA[k & 3] * 0.5 + v; var s = 0.0; for (var i = 0; i < 2; i++) s += 0.4 * $1(k - 1 - i, v * 0.7 + $LA[i]); return s; }\n$V = $1($N & 3, $D);",
            "for (var $1 = 0; $1 < $T; $1++)\n{\n$V = $V * 0.5 + Descend($A, $1) * 0.3;\n$A[$1 & 3] -= Pong($D, 2) * 0.1;\n}",
        ],
        ["Descend($A, $N & 3)", "Ping($D, $N & 3)", "Pong($D, 3)", "Merge($A)[$I]", "Best($A, 0, $D + 1)", "Paths($A, $N & 3, 1, $D)",
            "Search(v => v * v * v + v - $L, -3, 3, 4)"],
        ["Ping(a, 2)"]);
}
