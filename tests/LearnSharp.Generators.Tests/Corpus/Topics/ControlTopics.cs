namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Loops whose steps and conditions compute, ways out of them, try and finally, patterns.</summary>
internal static class ControlTopics
{
    public static Topic Loops { get; } = new(
        """
        static bool Going(double[] b, int i, double by) { b[i & 3] = b[i & 3] * 0.5 + by * 0.1; return b[i & 3] < 0.8 + by * by; }
        static double Advance(ref double u, double by) { u = u * 0.5 + by; return u; }
        static double Bisect(double at, double[] b) { double lo = -2, hi = 2; while (hi - lo > 0.05) { var mid = (lo + hi) / 2; if (mid * mid * mid + b[0] * mid > at) hi = mid; else lo = mid; } return lo + at * 0.1; }
        static double Newton(double v) { v = Math.Tanh(v); var u = 1.0; for (var i = 0; i < 30; i++) { var next = 0.5 * (u + (1.5 + v * v) / u); if (Math.Abs(next - u) < 1e-9) break; u = next; } return u; }
        static double Euler(double u, double k, int n) { var w = 0.1; for (var i = 0; i < n; i++) { w -= 0.1 * (k * u + 0.2 * w); u += 0.1 * w; } return u; }
        static double Prefix(double[] b) { var s = 0.0; for (var i = 0; i < b.Length; i++) { for (var j = 0; j <= i; j++) s = s * 0.7 + b[j] * 0.3; b[i] = s; } return s; }
        static int Trips(double v) { var k = 0; while (v > 0.2 && k < 6) { v *= 0.6; k++; } return k; }
        """,
        [
            "for (var $1 = 0; $1 < 4; $1++, $V = $V * 0.5 + $A[$1 & 3])\n@loop 1:Int!",
            "var $2 = 0;\nfor (double $1 = $D; $1 < 2 && $2++ < 6; $1 += 0.3 + Math.Abs($A[0]))\n@loop 1:Double!",
            "for (var $1 = 0; $1 < 4; Put($A, $1, $D), $1++)\n@loop 1:Int!",
            "for (var $1 = 0; Going($A, $1, $D) && $1 < 5; $1++)\n@loop 1:Int!",
            "for (var $1 = 0; $1 < 4 && Advance(ref $V, $D) < 2; $1++)\n@loop 1:Int!",
            "for (var ($1, $2) = ((double)$D, 0); $2 < 4; ($1, $2) = ($1 * 0.5 + $A[$2 & 3], $2 + 1))\n@loop 1:Double! 2:Int!",
            "for (int $1 = 0, $2 = 3; $1 < $2; $1++, $2--)\n@loop 1:Int! 2:Int!",
            "for (var $1 = 0; $1 < (n & 7); $1++)\n@loop 1:Int!",
            "for (var $1 = 0; $1 < Trips($D); $1++)\n@loop 1:Int!",
            "for (var $1 = n & 3; $1 < 8; $1 += 1 + ($K[0] & 1))\n@loop 1:Int!",
            "for (var $1 = 0; $1 < 12; $1++)\n@loop 1:Int!",
            "for (var $1 = 3; $1 >= 0; $1--)\n@loop 1:Int!",
            "for (var $1 = 0; $1 < 7; $1 += 3)\n@loop 1:Int!",
            "for (var $1 = 0; $1 < 6; $1++)\n{\n$V = $V * 0.5 + Math.Sin($D);\nif ($V > $D) $1++;\n$A[$1 & 3] = $A[$1 & 3] * 0.5 + $V;\n}",
            "for (var $1 = 0; $1 < 30; $1++)\n{\n$V = $V * 0.9 + 0.1 * Math.Sin($A[$1 & 3] + $D);\n$A[$1 & 3] += 0.1 * $V;\n}",
            "for (var $1 = 0; $1 < 4; $1++)\n{\nvar $2 = $A[$1] * $D;\n$V += Math.Exp(-$2 * $2);\n$A[$1] = $2 * 0.5;\n}",
            "for (var $1 = 0; $1 < 4; $1++)\n{\n$V += $A[$1] * $A[$1] * 0.3 + $D;\n}",
            "for (var $1 = 0; $1 < 4; $1++)\n{\n$V += Prefix($A) * 0.3 + Newton($A[$1]);\n$A[$1] *= 0.5;\n}",
            "for (var $1 = 0; $1 < $T; $1++)\n{\nfor (var $2 = $1; $2 < 4; $2++)\n{\n$A[$2] = $A[$2] * 0.5 + Put($A, $1, $D) * 0.3;\nif ($A[$2] > 1.2) break;\n$V = $V * 0.75 + $A[$1];\n}\n}",
            "var $1 = 0;\nwhile (Math.Abs($V) > 0.1 + $D * $D && $1++ < 9)\n{\n$V' *= 0.6;\n$A[$I] += 0.1 * $V;\n}",
            "var $1 = 0;\nwhile (Going($A, $1++, $D) && $1 < 6)\n@loop 1:Int!",
            "var $1 = 0;\ndo\n{\n$V = $V * 0.5 + $D;\nif ($B) continue;\n$A[$1 & 3] = $V;\n}\nwhile (++$1 < 4 && $A[$1 & 3] < $D + 1);",
            "var $1 = $N & 7;\nwhile ($1 > 0)\n{\n$V += ($1 & 1) == 1 ? $D : $A[$1 & 3] * 0.3;\n$1 >>= 1;\n}",
            "var $1 = 0;\nfor (;;)\n{\n$V = $V' * 0.5 + $D;\nif ($1++ > 5 || $V' < 0.2) break;\n}",
            "for (var $1 = 0; $1 < 200; $1++) $V = $V * 0.99 + 0.01 * $A[$1 & 3];",
            "for (var $1 = 0; $1 < 3; $1++) for (var $2 = 0; $2 < 3; $2++) $A[$1] = $A[$1] * 0.5 + $A[$2] * $D * 0.3;",
            "for (var $1 = 0; $1 < $T; $1++)\n{\nvar $2 = new double[4];\nfor (var $3 = 0; $3 < 4; $3++) $2[$3] = $A[3 - $3] * $D;\n$V += Prefix($2) * 0.3;\nif ($B) $A[$1 & 3] = $2[0];\n}",
            "var $1 = (double[])$A.Clone();\nvar $2 = new double[4];\nfor (var $3 = 0; $3 < 5; $3++)\n{\nfor (var $4 = 0; $4 < 4; $4++) $2[$4] = $1[($4 + 1) & 3] * 0.5 + $D * 0.2;\n($1, $2) = ($2, $1);\n}\n$V += $1[0] + $2[3];",
        ],
        ["Bisect($D, $A)", "Newton($D)", "Euler($D, $D, 5)", "Euler($D, 0.4, $N & 15)", "Prefix($A)", "Trips($D) * 0.1", "Advance(ref $V, $D)",
            "(Going($A, $N, $D) ? $D : 0.3)"],
        ["Newton(a)", "Euler(a, b, 3)"]);

    public static Topic Exits { get; } = new(
        """
        static double First(double[] b, double above) { for (var i = 0; i < b.Length; i++) { for (var j = i; j < b.Length; j++) { if (b[i] * b[j] > above) return b[i] * j + 0.1; b[j] = b[j] * 0.9 + 0.05; } } return above * 0.5; }
        static double Guarded(double[] b, double v) { var w = v; try { if (v > 0.5) return w * b[0]; b[1] += v; } finally { v = v * 0.5 + w; w -= 0.1; } return b[1] * v + w; }
        static double Checked(double v) { if (!(v > -50)) throw new ArgumentOutOfRangeException(nameof(v)); return Math.Sqrt(v + 50.5) * 0.1; }
        static bool TryFirst(double[] b, Func<double, bool> f, out double found) { foreach (var v in b) if (f(v)) { found = v; return true; } found = 0.2; return false; }
        """,
        [
            "for (var $1 = 0; $1 < $T; $1++)\n@loop 1:Int! 2:Label!\n$2: ;",
            "for (var $1 = 0; $1 < 4; $1++)\n{\nfor (var $2 = 0; $2 < 3; $2++)\n{\n$V = $V * 0.5 + $A[$1] * $D;\nif ($V > $D) goto $3;\nif ($A[$2] < $D) break;\n}\n}\n$3: ;",
            "if ($B) goto $1;\n$V = $D;\n$A[$I] = $V;\n$1: ;",
            "var $1 = false;\nfor (var $2 = 0; $2 < 4 && !$1; $2++)\n{\nfor (var $3 = 0; $3 < 4; $3++)\n{\n$V += $A[$3] * 0.1 * $D;\nif ($V > 1) { $1 = true; break; }\n}\n}\nif ($1) $V *= 0.5;",
            "try\n@block\nfinally\n{\n$V = $V * 0.5 + Math.Tanh($C);\n}",
            "try\n{\nif ($B) return $Return;\n$A[$I] $O $D;\n}\nfinally\n{\n$V *= 0.5;\n}",
            "for (var $1 = 0; $1 < 4; $1++)\n{\ntry\n{\nif ($A[$1] > $D) continue;\n$V += $A[$1] * $D;\nif ($V > 1) break;\n}\nfinally\n{\n$V = $V * 0.5 + $1 * $C;\n}\n}",
            "for (var $1 = 0; $1 < 4; $1++)\n{\nvar $2 = $A[$1];\ntry\n{\nif ($2 > $C) continue;\n$V += $2 * $C;\nif ($V > 1) break;\n}\nfinally\n{\n$A[$1] = $A[$1] * 0.5 + $V * 0.1;\n}\n}",
            "try\n{\ntry\n{\n$V = $D;\nif ($B) return $Return;\n}\nfinally\n{\n$V += $C;\n}\n$A[1] = $V * $D;\n}\nfinally\n{\n$V *= 0.75;\n}",
            "$V = TryFirst($A, v => v > $L, out var $1) ? $1 : $1 + 0.3;",
            "if ($V > 40) throw new InvalidOperationException(\"far\");",
            "switch ($N & 3)\n{\ncase 0:\n$V = $D;\ngoto case 2;\ncase 1:\n$A[$I] = $D;\ngoto default;\ncase 2:\n$V *= 0.5 + $A[0];\nbreak;\ndefault:\n$A[1] += $V;\nbreak;\n}",
            "foreach (var $1 in $A)\n{\nif ($1 > $D)\n{\n$V = $1 * 0.5;\nbreak;\n}\nif ($1 < -1) return $Return;\n$V += $1 * $D;\n}",
            "for (var $1 = 0; $1 < 4; $1++)\n{\nswitch ($K[$1] & 3)\n{\ncase 0:\ncontinue;\ncase 1 when $A[$1] > $D:\n$V += $D;\nbreak;\ncase 2:\nif ($B) break;\nreturn $Return;\ndefault:\n$A[$1] *= 0.5;\nbreak;\n}\n$V = $V * 0.5 + $A[$1];\n}",
            "var $1 = 0;\nwhile (true)\n{\nif ($1++ > 3) break;\n$V = $V * 0.5 + $A[$1 & 3] * $D;\nif ($V > 1.5) return $Return;\n}",
            "int $1 = 0;\n$2:\n$V = $V * 0.5 + $D;\nif ($1++ < 3 && $V < 2) goto $2;",
        ],
        ["First($A, $D)", "Guarded($A, $D)", "Checked($D)", "(TryFirst($A, v => v < $L, out var $1) ? $1 * $D : 0.1)",
            "((double)$D is > 30 ? throw new InvalidOperationException() : $D)"],
        ["Checked(a)"]);

    public static Topic Patterns { get; } = new(
        """
        public abstract record Item; public sealed record Dot2(double X, double Y) : Item; public sealed record Bar(double W, Item? Sub) : Item { public double Weight => W * 0.5 + 0.1; } public sealed record Nil : Item;
        static double Measure(Item? item, double by) => item switch { Dot2 { X: > 0.5 } d => d.X * by, Dot2(var u, < 0.2) => u * 0.5, Dot2(var u, var v) when u > v => u - v * by, Bar { Sub: Dot2 { Y: var y }, Weight: > 0.2 } => y * by, Bar(var w, null or Nil) => w * 0.3, Bar b => b.Weight + Measure(b.Sub, by * 0.5), null => 0.1, _ => by * 0.2 };
        static double Band(double v, int k) => (v, k & 3) switch { (> 1, 0 or 1) => v * 0.5, (< -0.5, _) => -v, (var u, 2) when u > 0.3 => u * u, (_, var j) => v * 0.9 + j * 0.1 };
        static double Slope(ReadOnlySpan<double> s) => s switch { [] => 0, [var u] => u, [var u, .., var w] when w > u => w - u * 0.5, [var u, _, .. var rest] => u * 0.3 + rest.Length * 0.1 };
        """,
        [
            "Item $1 = $B ? new Dot2($D, $D) : new Bar($D, new Dot2($D, 0.1));\n@decl 1:Item",
            "Item $1 = new Bar($D, $Item);\n@decl 1:Item",
            "Item $1 = $Item;\n@decl 1:Item",
            "if ($B) $Item! = new Nil();",
            "$Item! = new Dot2($D, $D);",
            "if ($Item is Dot2 { X: > 0.1 and < 1.5 } $1)\n{\n$V = $1.Y * $D;\n}",
            "if ($Item is Bar { Sub: Dot2(var $1, _) } && $1 > $D) $V = $1;",
            "if ($Item is not Dot2 $1) $V *= 0.5;\nelse $V = $1.X * 0.5;",
            "switch ($Item)\n{\ncase Dot2(> 0.3, var $1):\n$V = $1 * 0.5;\nbreak;\ncase Bar { Weight: var $2 } when $2 > $D:\n$V += $2;\nbreak;\ncase Nil:\n$V = 0.2;\nbreak;\ndefault:\n$A[$I] = $D;\nbreak;\n}",
            "if (((double)$D, $N) is (> 0.2, < 5) and var ($1, $2)) $V += $1 * ($2 & 1);",
            "if ($A is [> 0.1, var $1, .., var $2])\n{\n$V = $1 * $2 * 0.5;\n}",
            "if ($A is [_, .. var $1, < 1] && $1[0] < $D) $V += $1[1];",
            "$V = $V switch { > 1 => $D, < -1 => $D, var $1 when $1 > $D => $1 * 0.5, _ => $V * 0.75 };",
            "switch ((double)$D)\n{\ncase > 0.5 and <= 2:\n$V = $V * 0.5;\nbreak;\ncase < 0 or double.NaN:\n$V += $D;\nbreak;\ncase var $1 when $1 > $A[0]:\n$A[0] = $1;\nbreak;\n}",
            "$V = ($B, $B) switch { (true, false) => $D, (false, _) => $D, _ => $V * 0.5 };",
            "$V += ($N, $V) switch { ( > 3, > 0.5) => $D, (0, var $1) => $1 * 0.5, _ => 0.1 };",
            "Item $1 = new Nil();\nfor (var $2 = 0; $2 < $T; $2++)\n{\nif ($A[$2 & 3] > $D) $1 = new Bar($A[$2 & 3], $1);\nelse $1 = new Dot2($D, Measure($1, $D));\n}\n@decl 1:Item",
        ],
        ["Measure($Item, $D)", "Measure(new Bar($D, null), $D)", "Band($D, $N)", "Slope($A)", "Slope($A.AsSpan(1, 2))",
            "($Item switch { Dot2 d => d.X, Bar { W: var w } => w * 0.5, _ => $D })", "((double)$D is > 0.3 and var $1 ? $1 * 0.5 : 0.2)"],
        ["($Item is Dot2 { X: var $1 } ? $1 : 0.2)", "Band(a, 2)"]);
}
