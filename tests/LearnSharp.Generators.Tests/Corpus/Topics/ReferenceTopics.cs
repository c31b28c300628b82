namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>References to numbers, elements and arrays; spans and what is copied, filled and turned around in place.</summary>
internal static class ReferenceTopics
{
    public static Topic References { get; } = new(
        """
        static void Nip(ref double u, double by) { u = u * 0.5 + by; if (u > 1) u -= by * by * 0.1; }
        static void Exchange(ref double u, ref double v) { var t = u; u = v * 0.9; v = t; }
        static void Mingle(ref double u, in double v, ref double w) { u = u * 0.5 + v; w = w * 0.5 - v; u += w * 0.1; }
        static double Both(in double u, double[] b, int i) { b[i & 3] = b[i & 3] * 0.5 + u; return u + b[(i + 1) & 3]; }
        static ref double Ref(double[] b, int i) => ref b[i & 3];
        static void Swap<T>(ref T u, ref T v) => (u, v) = (v, u);
        static void Renew(ref double[] b, double by) { var r = new double[b.Length]; for (var i = 0; i < r.Length; i++) r[i] = b[i] * 0.5 + by; b = r; }
        static void Divide(double v, out double[] r, out int k) { r = [v, v * 0.5, 1.0, -v]; k = v > 0 ? 1 : 2; }
        static bool Halves(double[] b, int i, out double low, out double high) { low = b[i & 3] * 0.5; b[i & 3] = 0.3 * low; high = b[i & 3] + low; return low < high; }
        static void Walk(ref double u, int k) { if (k <= 0) return; u = u * 0.7 + 0.1 * k; Walk(ref u, k - 1); u -= 0.05 * u * u; }
        """,
        [
            "Nip(ref $V, $D);",
            "Nip(ref $A[$I], $D);",
            "Nip(ref $A[$I], $A[$I]);",
            "Nip(ref Ref($A, $N), $D);",
            "Exchange(ref $A[$I], ref $A[$I]);",
            "Exchange(ref $V, ref $A[$I]);",
            "Exchange(ref $A[(int)($A[0] * 3) & 3], ref $V);",
            "Mingle(ref $A[$I], $A[$I], ref $A[$I]);",
            "Mingle(ref $V, in $A[$I], ref $A[$I]);",
            "Mingle(ref $V, $D, ref $V);",
            "_ = Both(in $A[$I], $A, $N);",
            "_ = Both($A[$I], $A, $N);",
            "Ref($A, $N) $O $D;",
            "Swap(ref $A[$I], ref $A[$I]);",
            "Swap(ref $V, ref $A[$I]);",
            "Swap(ref $Doubles!, ref $Doubles!);",
            "Renew(ref $Doubles!, $D);",
            "Walk(ref $V, 2);",
            "Divide($D, out var $1, out var $2);\n@decl 1:Doubles 2:Int",
            "if (!Halves($A, $N, out var $1, out $V)) $V -= 0.5;\n@decl 1:Double",
            "if (Halves($A, $N, out $A[$I], out $V))\n@block",
            "ref var $1 = ref $A[$I];\n@decl 1:Ref",
            "ref double $1 = ref $B ? ref $A[$I] : ref $A[$I];\n@decl 1:Ref",
            "ref double $1 = ref $V;\n@decl 1:Ref",
            "$Ref $O $D;",
            "$Ref $O $D;",
            "$Ref = $Ref * 0.5 + $D;",
            "$Ref! = ref $A[$I];",
            "Nip(ref $Ref, $D);",
            "Exchange(ref $Ref, ref $A[$I]);",
            "($Ref, $A[$I]) = ($A[$I], $Ref);",
            "foreach (ref var $1 in $A.AsSpan())\n@loop 1:Ref!",
            "for (var $1 = 0; $1 < 4; $1++)\n{\nref var $2 = ref $A[$1];\n$2 = $2 * 0.5 + $D;\n$V += $A[3 - $1] * $2;\n}",
        ],
        ["Both(in $A[$I], $A, $N)", "(Ref($A, $N) += $D)", "Ref($A, $N)", "(Halves($A, $N, out var $1, out var $2) ? $1 : $2 * 0.5)",
            "Ref($A, $N)++"],
        ["Ref($A, $N0)", "$Ref", "$Ref"]);

    public static Topic Views { get; } = new(
        """
        static void Nap(ref double u, double by) { u = u * 0.5 + by; }
        static Span<double> Tail(Span<double> s) => s[1..];
        static void Smooth(Span<double> s, double by) { for (var i = 1; i < s.Length; i++) s[i] = s[i] * 0.5 + s[i - 1] * by * 0.3; }
        static double Mean(ReadOnlySpan<double> s) { var t = 0.0; foreach (var v in s) t += v; return t / (s.Length + 1); }
        static void Overlay(ReadOnlySpan<double> from, Span<double> to, double by) { for (var i = 0; i < from.Length && i < to.Length; i++) to[i] = to[i] * 0.25 + from[i] * by; }
        static double Fold(Span<double> s) { if (s.Length == 1) return s[0]; s[0] = s[0] * 0.5 + s[^1] * 0.25; return Fold(s[..^1]) * 0.9 + s[0]; }
        """,
        [
            "Span<double> $1 = $A.AsSpan($S, 2);\n@decl 1:View",
            "Span<double> $1 = $A;\n@decl 1:View",
            "var $1 = $A.AsSpan()[1..];\n@decl 1:View",
            "Span<double> $1 = stackalloc double[4];\n@decl 1:View",
            "Span<double> $1 = [$D, $D, $D];\n@decl 1:View",
            "Span<double> $1 = $A.AsSpan(1, 3).Slice(1);\n@decl 1:View",
            "var $1 = Tail($A);\n@decl 1:View",
            "Span<double> $1 = new double[3];\n@decl 1:View",
            "Span<double> $1 = $B ? $A : $A.AsSpan(1, 3);\n@decl 1:View",
            "$View[$N0 & 1] $O $D;",
            "$View[^1] $O $D;",
            "($View[0], $View[^1]) = ($View[^1], $D);",
            "$View.Fill($D);",
            "$View.Clear();",
            "$View.Reverse();",
            "$View[..2].CopyTo($A.AsSpan($S));",
            "$View[1..].Fill($D);",
            "$A.AsSpan($S, 2).CopyTo($View);",
            "$A.AsSpan(0, 3).CopyTo($A.AsSpan(1));",
            "Smooth($View, $D);",
            "Smooth($A, $D);",
            "Smooth($A.AsSpan(1), $A[1]);",
            "Overlay($A, $View, $D);",
            "Overlay($View, $A, $View[0]);",
            "Overlay($A.AsSpan(0, 3), $A.AsSpan(1), $D);",
            "Nap(ref $View[$N0 & 1], $D);",
            "Array.Copy($A, 0, $A, 1, 3);",
            "Array.Copy($A, 1, $A, 0, 2);",
            "Array.Copy($A, $A, 4);",
            "$A.CopyTo($A, 0);",
            "Array.Fill($A, $D);",
            "Array.Fill($A, $D, 1, 2);",
            "Array.Reverse($A);",
            "Array.Reverse($A, 1, 2);",
            "Array.Sort($A);",
            "Array.Sort($A, 1, 3);",
            "Array.Clear($A, 1, 2);",
            "double[] $1 = [.. $A[1..], $D];\n@decl 1:Doubles",
            "double[] $1 = [.. $A[..2], .. $A[2..]];\n@decl 1:Doubles",
            "var $1 = $A[0..4];\n@decl 1:Doubles",
            "var $1 = $A.AsSpan().ToArray();\n@decl 1:Doubles",
            "foreach (var $1 in $View)\n@loop 1:Double!",
            "foreach (ref var $1 in $View)\n{\n$1 = $1 * 0.5 + $D;\n$V += $1;\n}",
            "for (var $1 = 0; $1 + 1 < $View.Length; $1++)\n{\n$View[$1 + 1] = $View[$1] * $D * 0.3 + $View[$1 + 1] * 0.5;\n$V += $View[$1];\n}",
            "for (var $1 = 0; $1 < 3; $1++)\n{\nvar $2 = $A.AsSpan($1, 2);\n$2[0] = $2[1] * 0.5 + $D;\n$2.Reverse();\nSmooth($2, $2[0]);\n}",
        ],
        ["Mean($View)", "Mean($A.AsSpan(1, 2))", "Fold($A)", "Fold($View)", "Mean($A[1..3])", "Tail($A)[$N0 & 1]", "($View[$N0 & 1] += $D)",
            "$A[1..][$N0 & 1]", "Array.IndexOf($K, $N0)"],
        ["$View[$N0 & 1]", "$View[^1]", "($View.Length * 0.1)"]);
}
