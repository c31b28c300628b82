namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Numbers of other kinds, texts and enums that steer, tuples.</summary>
internal static class PassiveTopics
{
    public static Topic Numbers { get; } = new(
        """
        static decimal Tax(decimal v, int k) { var t = v * 0.25m; if (t > 0.3m) t -= 0.1m * k; return t; }
        static float Soft(float v) => MathF.Tanh(v) * 0.5f + v * 0.1f;
        static T Blend<T>(T u, T v, int k) where T : System.Numerics.INumber<T> { var s = T.Zero; for (var i = 0; i < k; i++) s = s * T.CreateChecked(0.5) + (i % 2 == 0 ? u : v); return s > T.One ? s - T.One : s; }
        static T Total2<T>(T[] b) where T : System.Numerics.IFloatingPoint<T> { var s = T.Zero; foreach (var v in b) s += v * T.Abs(v) * T.CreateChecked(0.3); return s; }
        static double? Half(double v) => v > 0.2 ? v * 0.5 : null;
        static double Or(double? u, double v) => u is { } w ? w + v * 0.1 : v;
        """,
        [
            "decimal $1 = (decimal)$D;\n@decl 1:Money",
            "$Money! += (decimal)$D;",
            "$Money! = Tax($Money, $N & 3);",
            "$Money! = $Money * 0.5m + 0.1m;",
            "if ($Money > 0.3m)\n@block",
            "double? $1 = $B ? $D : null;\n@decl 1:Opt",
            "double? $1 = Half($D);\n@decl 1:Opt",
            "$Opt! = Half($D);",
            "$Opt! ??= $D;",
            "$Opt! += $D;",
            "$Opt! = $Opt * $D;",
            "$V = $Opt ?? $D;",
            "if ($Opt is { } $1 && $1 > $D) $V = $1 * 0.5;",
            "if ($Opt.HasValue) $V += $Opt'.Value;",
            "if ($Opt > $D)\n@block",
            "int? $1 = $B ? $N : null;\n$V += ($1 ?? 2) % 3 * $D;",
            "var $1 = new float[4];\nfor (var $2 = 0; $2 < 4; $2++) $1[$2] = (float)$A[$2] * 0.5f + (float)$D;\n@decl 1:Floats",
            "$Floats[$N & 3] $O (float)$D;",
            "$V = $V * 0.5 + $Floats[$N & 3];",
            "for (var $1 = 0; $1 < 4; $1++) $Floats[$1] = Soft($Floats[3 - $1]) + (float)$A[$1];",
            "var $1 = checked($N % 100 * 3);\n$V += $1 * 0.01 * $D;",
            "byte $1 = (byte)($IntVar + $N);\n$1 += 3;\n$V += ($1 & 3) * $D * 0.2;",
            "uint $1 = (uint)$IntVar >> 29;\nfor (ulong $2 = 0; $2 < $1 % 4; $2++) $V = $V * 0.5 + $D;",
            "var $1 = Math.DivRem($N, 3, out var $2);\n$V += ($1 & 1 + $2) * $D * 0.1;",
            "(double $1, float $2) = ($D, (float)$D);\n$2 += (float)$1;\n$V = $1 * $2 * 0.5;",
            "$V *= 0.5;",
        ],
        ["(double)$Money", "(double)Tax((decimal)$D, 2)", "Soft((float)$D)", "Blend($D, $D, 3)", "Blend((float)$D, 0.5f, 2)", "Total2($A)",
            "Total2($Floats)", "Or($Opt, $D)", "Or(Half($D), $D)", "Or($D, 0.2)", "(Half($D) ?? $D)", "Half($D).GetValueOrDefault($D)",
            "($Opt is > 0.5 ? $Opt'.Value : $D)", "$Floats.Sum()", "double.Lerp($D, $D, 0.3)", "double.Clamp($D, -1, 1)",
            "Math.FusedMultiplyAdd($D, 0.5, $D)", "Math.Cbrt(1.5 + $V * $V)", "Math.Pow(1.2 + Math.Abs($D), 0.7)", "Math.Atan2($D, 1.5 + $V * $V)",
            "Math.Log2(2.5 + $V * $V)", "Math.Sinh(Math.Tanh($D))", "Math.MaxMagnitude($D, 0.7)", "Math.CopySign($D, $V)",
            "Math.IEEERemainder($D, 3.0)", "($D % 1.7)", "0.5 * $D"],
        ["(double)$Money", "($Opt ?? 0.3)", "$Opt.GetValueOrDefault()", "$Floats[$N0 & 3]", "Soft(0.3f)"]);

    public static Topic Texts { get; } = new(
        """
        public enum Tone { Low, Mid = 4, High } [Flags] public enum Set { None, A = 1, B = 2 }
        static double Weigh(string s, double v) { foreach (var c in s) v = c switch { >= 'a' and <= 'e' => v * 0.5 + 0.1, 'x' => v - 0.2, _ when char.IsDigit(c) => v + (c - '0') * 0.01, _ => v * 0.9 }; return v; }
        static Tone ToneOf(double v) => v > 0.5 ? Tone.High : v < -0.5 ? Tone.Low : Tone.Mid;
        static double Gain(Tone t) => t switch { Tone.Low => 0.3, Tone.Mid => 0.5, _ => 0.7 };
        private static readonly double[] Table = [0.3, 0.6, 0.9, 1.2];
        private static readonly Dictionary<string, double> Named = new() { ["ab"] = 0.4, ["cx"] = 0.8 };
        static double Parsed(string line, double v) { var s = 0.0; foreach (var part in line.Split(',')) { if (double.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var k)) s += k * v; else s *= 0.5; } return s; }
        """,
        [
            "var $1 = $N > 2 ? \"abx\" : \"c7\";\n@decl 1:Text",
            "string $1 = $B ? \"ab\" : \"cx\";\n@decl 1:Text",
            "$V = Weigh($Text, $D);",
            "switch ($Text)\n{\ncase \"ab\":\n$V = $D;\nbreak;\ncase \"cx\" or null:\n$A[$I] = $D;\nbreak;\ncase { Length: > 2 } $1 when $1[0] == 'a':\n$V *= 0.5;\nbreak;\n}",
            "if ($Text.StartsWith('a') && $D > 0.2)\n@block",
            "foreach (var $1 in $Text)\n{\n$V = $V * 0.5 + ($1 == 'b' ? $D : 0.1);\n}",
            "for (var $1 = 0; $1 < $Text.Length; $1++)\n@loop 1:Int!",
            "$Text! += \"x\";\nif ($Text'.Length > 6) $Text' = \"ab\";",
            "$V += Table[$N & 3] * $D;",
            "$V = Named.TryGetValue($Text, out var $1) ? $1 * $D : $V * 0.5;",
            "var $1 = ToneOf($D);\n@decl 1:Tone",
            "if ($Tone == Tone.High)\n@block",
            "switch ($Tone)\n{\ncase Tone.Low:\n$V = $D;\nbreak;\ncase Tone.Mid when $V > 0.3:\n$V -= $D;\nbreak;\ndefault:\n$A[$I] += $D;\nbreak;\n}",
            "$Tone! = $V > $D ? Tone.Low : $Tone;",
            "var $1 = Set.A;\nif ($B) $1 |= Set.B;\nif (($1 & Set.B) != 0) $V = $D;\nif ($1.HasFlag(Set.A)) $V *= 0.5 + $A[0];",
            "var $1 = new DateTime(2024, 2, 27).AddDays($N & 3);\n$V += ($1.DayOfWeek == DayOfWeek.Thursday ? $D : 0.1) * $1.Month * 0.2;",
            "var $1 = TimeSpan.FromMinutes($N & 31);\n$V = $V * 0.5 + $1.TotalHours * $D;",
            "if (string.IsNullOrEmpty($Text) || $Tone.ToString().Length > 3) $V *= 0.5 + $D;",
            "var $1 = new System.Text.StringBuilder();\n$1.Append($Text);\n$V += $1.Length * $D * 0.1;",
            "var $1 = new string[] { $Text, \"c\", \"ax\" };\nforeach (var $2 in $1) $V = $V * 0.5 + Weigh($2, $D);",
            "char $1 = $Text[0];\n$V += ($1 - 'a') * 0.1 * $D;",
            "object $1 = $B ? $Text : $Tone;\n$V *= $1 is string $2 ? 0.5 + $2.Length * 0.1 : 0.25;",
        ],
        ["Weigh($Text, $D)", "Weigh(\"ax3\", $D)", "Gain($Tone) * $D", "Gain(ToneOf($D))", "Parsed(\"0.5,x,0.25\", $D)",
            "($Text == \"ab\" ? $D : $D)", "($Text.Length * $D * 0.2)", "($Tone is Tone.Low or Tone.High ? $D : 0.2)",
            "Named.GetValueOrDefault($Text, 0.3) * $D"],
        ["Table[$N0 & 3]", "($Text.Length * 0.1)", "Gain($Tone)", "((int)$Tone * 0.1)"]);

    public static Topic Tuples { get; } = new(
        """
        static (double U, double V, int K) Three(double u, double v) => u > v ? (u, v * 0.5, 1) : (v, u * 0.5, 2);
        static (double[] B, double S) Packed(double[] b, double by) { b[0] = b[0] * 0.5 + by; return (b, b[1] * by); }
        static ((double X, double Y) P, double R) Nest(double u) => ((u * 0.5, -u), u * u * 0.3);
        static void Deal((double U, double V)[] ts, double by) { for (var i = 0; i < ts.Length; i++) ts[i] = (ts[i].V * 0.5 + by, ts[(i + 1) % ts.Length].U * 0.5); }
        static (int, double) ArgMax(double[] b) { var (k, m) = (0, b[0]); for (var i = 1; i < b.Length; i++) if (b[i] > m) (k, m) = (i, b[i]); return (k, m); }
        """,
        [
            "var $1 = Three($D, $D);\n@decl 1:Triple",
            "(double U, double V, int K) $1 = ($D, $D, $N0);\n@decl 1:Triple",
            "$Triple!.U $O $D;",
            "$Triple! = Three($Triple.V, $D);",
            "($Triple!.U, $Triple!.V) = ($Triple.V, $D);",
            "$Triple! = $Triple;",
            "if ($Triple == $Triple)\n@block",
            "($V, $V, _) = Three($D, $D);",
            "var ($1, $2, $3) = Three($D, $D);\n@decl 1:Double 2:Double 3:Int",
            "(var $1, ($V, _), $A[$I]) = ((double)$D, ($D, $D), $D);\n@decl 1:Double",
            "var ($1, $2) = Packed($A, $D);\n@decl 1:Doubles 2:Double",
            "var $1 = Packed($A, $D);\n$1.B[$I] $O $1.S;\n$1.S *= 0.5;\n$V = $V * 0.5 + $1.B[0] + $1.S;",
            "var $1 = (Data: $A, Sum: (double)$D);\n$1.Data[$I] = $1.Sum * 0.5;\n$1 = ($A, $1.Data[0]);\n$1.Data[$I] += $D;\n$V += $1.Sum;",
            "var (($1, $2), $3) = Nest($D);\n@decl 1:Double 2:Double 3:Double",
            "var $1 = Nest($D);\n$1.P.X += $D;\n$1.P = ($1.P.Y, $1.P.X * $1.R);\n$V = $1.P.X + $1.R;",
            "var $1 = new (double U, double V)[] { ($D, $D), ($D, 0.5), ($D0, $D0), (0.1, $D) };\n@decl 1:TupleArr",
            "$TupleArr[$N & 3].U $O $D;",
            "$TupleArr[$N & 3] = ($D, $D);",
            "($TupleArr[0], $TupleArr[$N & 3]) = ($TupleArr[1], $TupleArr[0]);",
            "Deal($TupleArr, $D);",
            "foreach (var ($1, $2) in $TupleArr)\n{\n$V = $V * 0.5 + $1 * $2 * 0.3;\n}",
            "($A[$I], $A[$I], $V) = ($A[$I], $V, $A[$I]);",
            "($V, $V) = ($V, $V);",
            "($Doubles!, $Doubles!) = ($A, $A);",
            "($A[$IntVar!++ & 3], $A[$IntVar & 3]) = ($A[$IntVar!++ & 3], $D);",
            "var ($1, $2) = ArgMax($A);\n$A[$1] = $2 * $D * 0.5;",
            "for (var ($1, $2) = (0, (double)$D); $1 < 4; $1++)\n{\n($2, $A[$1]) = ($A[$1] * 0.5, $2 + $D);\n}",
        ],
        ["Three($D, $D).V", "Packed($A, $D).S", "Packed($A, $D).B[$I]", "Nest($D).P.X", "ArgMax($A).Item2", "$TupleArr[$N & 3].V",
            "$TupleArr.Sum(t => t.U * t.V * $L)", "($Triple! = Three($D, $D)).U", "($Triple!.U += $D)"],
        ["$Triple.U", "$Triple.V", "($Triple.K * 0.1)", "$TupleArr[$N0 & 3].U"]);
}
