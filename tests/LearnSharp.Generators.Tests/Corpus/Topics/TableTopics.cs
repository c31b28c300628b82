namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Arrays of arrays and arrays of two dimensions: rows that change places, have several names and are written by the methods they are handed to.</summary>
internal static class TableTopics
{
    public static Topic Rows { get; } = new(
        """
        static double[] RowOf(double[][] t, int i) => t[i & 3];
        static void SwapRows(double[][] t, int i, int j) { (t[i & 3], t[j & 3]) = (t[j & 3], t[i & 3]); }
        static void Stir(double[][] t, double by) { for (var i = 0; i < t.Length; i++) for (var j = 0; j < t[i].Length; j++) t[i][j] = t[i][j] * 0.5 + by * t[(i + 1) & 3][j] * 0.25; }
        static double Roll(double[][] t) { var first = t[0]; for (var i = 0; i + 1 < t.Length; i++) t[i] = t[i + 1]; t[^1] = first; return first[0] * t[0][1] * 0.3; }
        static void BumpRow(double[][] t, int i, double by) { t[i & 3][0] = t[i & 3][0] * 0.5 + by; t[(i + 1) & 3] = t[i & 3]; }
        static double[][] Twin(double[][] t) => [t[0], t[1], (double[])t[0].Clone(), new double[] { t[2][0], 0.5, t[3][1], 1.0 }];
        static double[] Ramp(double[] r, double v) { for (var i = 0; i < r.Length; i++) r[i] = r[i] * 0.5 + v * (i + 1) * 0.1; return r; }
        static double Total(double[][] t) { var s = 0.0; foreach (var r in t) foreach (var v in r) s = s * 0.75 + v; return s; }
        static double[] Renewed(double[][] t, int i, double v) { var old = t[i & 3]; t[i & 3] = [v, old[0], old[1] * 0.5, v * old[2] * 0.1]; return old; }
        static int Where(double[][] t) { var k = 0; while (k < 3 && t[k][0] < t[k + 1][0]) k++; return k; }
        """,
        [
            "double[][] $1 = [$A, [$D, $D, $D, $D], new double[4], (double[])$A.Clone()];\n@decl 1:Rows",
            "double[][] $1 = [$A, $A, $A, $A];\n@decl 1:Rows",
            "var $1 = new double[4][];\nfor (var $2 = 0; $2 < 4; $2++) $1[$2] = [$D, $D, $2 * 0.1, $D];\n@decl 1:Rows",
            "var $1 = new double[4][];\nfor (var $2 = 0; $2 < 4; $2++)\n{\n$1[$2] = new double[4];\nfor (var $3 = 0; $3 < 4; $3++) $1[$2][$3] = $D;\n}\n@decl 1:Rows",
            "$Rows[$N & 3][$I] $O $D2;",
            "$Table[$N & 3][$I] $O $D2;",
            "Stir($Table, $D);",
            "$Rows[$N & 3] = Ramp($Table[$N & 3], $D);",
            "foreach (var $1 in $Table)\n@loop 1:Doubles!",
            "$Rows[$N & 3][$I] $O $D;",
            "$Rows[(int)($Rows[0][0] * 3) & 3][(int)($Rows[1][1] * 5) & 3] $O $D;",
            "$Rows[$N & 3] = $A;",
            "$Rows[$N & 3] = Ramp($Rows[$N & 3], $D);",
            "$Rows[$N & 3] = RowOf($Rows, $N);",
            "$Rows[$N & 3] = $B ? $A : $Rows[$N & 3];",
            "$Rows[$N & 3] = (double[])$Rows[$N & 3].Clone();",
            "($Rows[$N & 3], $Rows[$N & 3]) = ($Rows[$N & 3], $Rows[$N & 3]);",
            "($Rows[$N & 3][$I], $Rows[$N & 3][$I]) = ($Rows[$N & 3][$I], $D);",
            "SwapRows($Rows, $N, (int)($Rows[$N & 3][$I] * 2));",
            "BumpRow($Rows, (int)($Rows[$N & 3][0] * 3), $Rows[$N & 3][0]);",
            "Stir($Rows, $D);",
            "_ = Ramp($Rows[$N & 3], $Rows[$N & 3][$I]);",
            "Ramp(Renewed($Rows, $N, $D), $D);",
            "double[] $1 = $Rows[$N & 3];\n@decl 1:Doubles",
            "double[] $1 = Renewed($Rows, $N, $D);\n@decl 1:Doubles",
            "double[][] $1 = Twin($Rows);\n@decl 1:Rows",
            "double[][] $1 = $Rows;\n@decl 1:Rows",
            "double[][] $1 = $B ? $Rows : $Rows;\n@decl 1:Rows",
            "double[][] $1 = (double[][])$Rows.Clone();\n@decl 1:Rows",
            "$Rows! = Twin($Rows);",
            "$Rows! = $Rows;",
            "if ($B) $Rows! = $Rows;",
            "foreach (var $1 in $Rows)\n@loop 1:Doubles!",
            "foreach (var $1 in $Rows)\n{\nforeach (var $2 in $1)\n@loop 2:Double!\n}",
            "for (var $1 = 0; $1 < $Rows.Length; $1++)\n@loop 1:Int!",
            "for (var $1 = 0; $1 < 4; $1++)\n{\nfor (var $2 = 0; $2 < 4; $2++)\n{\n$Rows[$1][$2] $O $Rows[$2][$1] * $D;\n$V += $Rows[$1][$2] * 0.1;\n}\n}",
            "for (var $1 = 1; $1 < 4; $1++)\n{\nfor (var $2 = 0; $2 < $1; $2++)\n{\nvar $3 = $Rows[$1][$2] * 0.3 + $D;\nfor (var $4 = $2; $4 < 4; $4++) $Rows[$1][$4] -= $3 * 0.2 * $Rows[$2][$4];\n}\nif (Math.Abs($Rows[$1][$1]) > $D) ($Rows[$1], $Rows[0]) = ($Rows[0], $Rows[$1]);\n}",
            "for (var $1 = 0; $1 < $T; $1++)\n{\nStir($Rows, $D);\n$V = $V * 0.5 + Roll($Rows);\n}",
        ],
        [
            "Roll($Rows)",
            "RowOf($Rows, $N)[$I]",
            "Ramp($Rows[$N & 3], $D)[$I]",
            "Total($Rows)",
            "Put($Rows[$N & 3], $N, $D)",
            "Dot($Rows[$N & 3], $Rows[$N & 3])",
            "Renewed($Rows, $N, $D)[$I]",
            "($Rows[$N & 3][$I] += $D)",
            "($Rows[$N & 3] = $A)[$I]",
            "Twin($Rows)[$N & 3][$I]",
            "Scaled($Rows[Where($Rows)], $D)[$I]",
            "$Rows.Sum(r => r[1] * $L)",
            "$Rows[$N & 3][$I]++",
        ],
        ["$Rows[$N0 & 3][$N0 & 3]", "$Table[$N0 & 3][$N0 & 3]", "$Rows[Where($Rows)][$N0 & 3]", "$Rows[^1][^2]"]);

    public static Topic Grids { get; } = new(
        """
        static void Nudged(ref double u, double by) { u = u * 0.5 + by; if (u > 1) u -= by * by * 0.1; }
        static double Trace(double[,] g) { var s = 0.0; for (var i = 0; i < g.GetLength(0); i++) s += g[i, i & 1] * 0.5; return s; }
        static void SwapLines(double[,] g, int i, int j) { for (var c = 0; c < g.GetLength(1); c++) (g[i & 3, c], g[j & 3, c]) = (g[j & 3, c], g[i & 3, c]); }
        static double[,] Timed(double[,] g, double by) { var r = new double[4, 2]; for (var i = 0; i < 4; i++) for (var j = 0; j < 2; j++) r[i, j] = g[i, j] * 0.5 + by * g[(i + 1) & 3, 1 - j] * 0.25; return r; }
        static double Relax(double[,] g, double by) { var most = 0.0; for (var i = 1; i < 3; i++) for (var j = 0; j < 2; j++) { var old = g[i, j]; g[i, j] = 0.25 * (g[i - 1, j] + g[i + 1, j] + by + g[i, 1 - j]); most = Math.Max(most, Math.Abs(g[i, j] - old)); } return most; }
        static double[] Line(double[,] g, int i) => [g[i & 3, 0], g[i & 3, 1], g[(i + 1) & 3, 0], 0.5];
        """,
        [
            "double[,] $1 = { { $D, $D }, { $D, $D0 }, { $D0, $D }, { $D0, $D0 } };\n@decl 1:Grid",
            "var $1 = new double[4, 2];\nfor (var $2 = 0; $2 < 4; $2++) for (var $3 = 0; $3 < 2; $3++) $1[$2, $3] = $D;\n@decl 1:Grid",
            "$Grid[$N & 3, $N0 & 1] $O $D2;",
            "$Board[$N & 3, $N0 & 1] $O $D2;",
            "SwapLines($Board, $N, 1);",
            "double[,] $1 = Timed($Board, $D);\n@decl 1:Grid",
            "$V = $V * 0.5 + Relax($Board, $D);",
            "$Grid[$N & 3, $N0 & 1] $O $D;",
            "$Grid[(int)($Grid[0, 0] * 3) & 3, $N0 & 1] = $D;",
            "($Grid[$N & 3, 0], $Grid[$N & 3, $N0 & 1]) = ($Grid[$N & 3, 1], $D);",
            "SwapLines($Grid, $N, (int)($Grid[$N & 3, 1] * 3));",
            "double[,] $1 = Timed($Grid, $D);\n@decl 1:Grid",
            "double[,] $1 = $Grid;\n@decl 1:Grid",
            "double[,] $1 = (double[,])$Grid.Clone();\n@decl 1:Grid",
            "$Grid! = Timed($Grid, $D);",
            "$Grid! = $Grid;",
            "($Grid!, $Grid!) = ($Grid, $Grid);",
            "double[] $1 = Line($Grid, $N);\n@decl 1:Doubles",
            "for (var $1 = 0; $1 < $Grid.GetLength(0); $1++)\n{\nfor (var $2 = 0; $2 < 2; $2++)\n{\n$Grid[$1, $2] $O $A[$1] * $D;\n$V = $V * 0.9 + $Grid[$1, $2];\n}\n}",
            "foreach (var $1 in $Grid)\n@loop 1:Double!",
            "for (var $1 = 0; $1 < 20 && Relax($Grid, $D) > 0.01; $1++)\n@loop 1:Int!",
            "Nudged(ref $Grid[$N & 3, $N0 & 1], $D);",
        ],
        ["Trace($Grid)", "Relax($Grid, $D)", "Timed($Grid, $D)[$N & 3, 1]", "($Grid[$N & 3, $N0 & 1] += $D)", "Line($Grid, $N)[$I]",
            "($Grid[$N & 3, $N0 & 1]--)"],
        ["$Grid[$N0 & 3, $N0 & 1]", "$Board[$N0 & 3, $N0 & 1]", "($Grid.Length * 0.05)"]);
}
