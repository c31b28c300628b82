namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Structs with arrays, records and their copies, classes with aliases, members that compute, virtual calls.</summary>
internal static class TypeTopics
{
    public static Topic Structs { get; } = new(
        """
        public struct Vec { public double[] Data; public double Scale; public int N; public Vec(double[] data, double scale) { Data = data; Scale = scale; N = 0; } public void Push(double v) { Data[N & 3] = v; N++; Scale = Scale * 0.5 + 0.1 * v; } public readonly double Dot(Vec o) { var s = 0.0; for (var i = 0; i < 4; i++) s += Data[i] * o.Data[i] * 0.3; return s * Scale; } public double this[int i] { readonly get => Data[i & 3] * Scale; set => Data[i & 3] = value * 0.5; } public readonly double Probe(double v) { var c = this; c.Push(v); return c.Scale + Scale; } public readonly Vec Copy() => new((double[])Data.Clone(), Scale) { N = N }; public readonly double Peek(double v) { Data[0] = Data[0] * 0.5 + v; return Scale; } }
        static Vec Pushed(Vec v, double by) { v.Push(by); v.Scale *= 0.5; return v; }
        static void PushTo(ref Vec v, double by) { v.Push(by); if (v.N > 3) v = v.Copy(); }
        static double Read(in Vec v, double by) { var before = v.Scale; v.Data[1] = by * 0.5; return before + v[1]; }
        public struct Pt { public double X, Y; public int K; public void Grow(double by) { X = X * 0.5 + by; K++; } public double Grown(double by) { Grow(by); return X * 0.5 + Y; } public readonly double Guess(double by) { var c = this; return c.Grown(by) + X; } public double Level { readonly get => X * 0.5; set { Y = Y * 0.5 + X * 0.1; X = value; } } }
        static void GrowAll(Pt[] ps, double by) { for (var i = 0; i < ps.Length; i++) ps[i].Grow(by + ps[(i + 1) & 3].X * 0.2); }
        static double Careful(in Pt p, double by) => p.Grown(by) + p.X;
        static Pt[] Turned(Pt[] ps) { var r = new Pt[4]; for (var i = 0; i < 4; i++) r[i] = ps[3 - i] with { Y = ps[i].X * 0.5 }; return r; }
        """,
        [
            "var $1 = new Vec($A, $D);\n@decl 1:Vec",
            "var $1 = new Vec([$D, $D, $D, $D], $D);\n@decl 1:Vec",
            "Vec $1 = $Vec;\n@decl 1:Vec",
            "var $1 = $Vec.Copy();\n@decl 1:Vec",
            "var $1 = $Vec with { Scale = $D };\n@decl 1:Vec",
            "$Vec!.Push($D);",
            "$Vec!.Push($Vec.Data[0]);",
            "$Vec![$N] = $D;",
            "$Vec![$N] += $D;",
            "$Vec!.Data[$I] $O $D;",
            "$Vec!.Data = $A;",
            "$Vec!.Scale $O $D;",
            "$Vec! = Pushed($Vec, $D);",
            "PushTo(ref $Vec!, $D);",
            "$Vec! = $B ? $Vec : $Vec;",
            "($Vec!, $Vec!) = ($Vec, $Vec);",
            "$Vec!.Data = (double[])$Vec.Data.Clone();",
            "for (var $1 = 0; $1 < $T; $1++)\n{\n$Vec!.Push($D);\n$V += $Vec[$1];\n}",
            "Pt[] $1 = [new Pt { X = $D, Y = $D }, default, new Pt { X = $D0, K = 1 }, new Pt { Y = $D }];\n@decl 1:Pts",
            "var $1 = new Pt[4];\nfor (var $2 = 0; $2 < 4; $2++) $1[$2] = new Pt { X = $A[$2], Y = $D };\n@decl 1:Pts",
            "var $1 = Turned($Pts);\n@decl 1:Pts",
            "Pt[] $1 = $Pts;\n@decl 1:Pts",
            "$Pts[$N & 3].Grow($D);",
            "$Pts[$N & 3].X $O $D;",
            "$Pts[(int)($Pts[0].X * 3) & 3].Y = $D;",
            "$Pts[$N & 3].Level = $D;",
            "$Pts[$N & 3].Level += $D;",
            "$Pts[$N & 3] = $Pts[$N & 3];",
            "($Pts[0], $Pts[$N & 3]) = ($Pts[$N & 3], $Pts[1]);",
            "GrowAll($Pts, $D);",
            "$Pts[$N & 3] = $Pts[$N & 3] with { X = $D };",
            "$Pts! = Turned($Pts);",
            "var $1 = $Pts[$N & 3];\n$1.Grow($D);\n$V += $1.X + $Pts[0].X;",
            "ref var $1 = ref $Pts[$N & 3];\n$1.Grow($D);\n$1.Y = $D;",
            "foreach (var $1 in $Pts)\n{\n$V = $V * 0.5 + $1.X * $1.Y;\n$Pts[1].X += 0.1 * $1.Y;\n}",
            "for (var $1 = 0; $1 < 4; $1++)\n{\n$Pts[$1].X = $Pts[3 - $1].Y * $D;\n$V += $Pts[$1].Grown($D);\n}",
        ],
        ["$Vec.Dot($Vec)", "$Vec.Probe($D)", "Pushed($Vec, $D).Scale", "Pushed($Vec, $D)[$N]", "Read($Vec, $D)", "Read(in $Vec!, $D)",
            "$Vec.Peek($D)", "$Pts[$N & 3].Grown($D)", "$Pts[$N & 3].Guess($D)", "Careful($Pts[$N & 3], $D)", "Careful(in $Pts[$N & 3], $D)",
            "Turned($Pts)[$N & 3].Y", "$Pts.Sum(p => p.X * $L)", "($Pts[$N & 3].X -= $D)", "($Pts[$N & 3].Level = $D)"],
        ["$Vec.Scale", "$Vec[$N0]", "$Vec.Data[$I]", "$Pts[$N0 & 3].X", "$Pts[$N0 & 3].Y", "$Pts[$N0 & 3].Level", "($Vec.N * 0.1)"]);

    public static Topic Records { get; } = new(
        """
        public record struct Q(double X, double Y, int K) { public readonly Q Turn(double by) => this with { X = Y * by, Y = -X }; public void Grow(double by) { X = X * 0.5 + by; K++; } public static Q operator +(Q l, Q r) => new(l.X + r.X, l.Y + r.Y, l.K); public static Q operator -(Q q) => q with { X = -q.X }; public static implicit operator Q(double v) => new(v, v * 0.5, 1); public static explicit operator double(Q q) => q.X + q.Y; }
        public readonly record struct Frame(Q Near, Q Far, double W) { public double Area => Near.X * Far.Y - Near.Y * Far.X * W; public Frame Moved(double by) => this with { Near = Near.Turn(by), W = W * 0.5 + by * 0.1 }; }
        public record class Rec(double A, double B) { public double C { get; init; } = 0.25; public double Sum() => A + B * C; }
        static Rec Halved(Rec r) => r with { A = r.A * 0.5, C = r.B * 0.1 };
        static (Q, double) Split(Q q, double by) { q.Grow(by); return (q, q.X * by); }
        static void Settle(ref Q q, in Frame f, out double left) { q.X = f.Near.X * 0.5 + q.Y; left = f.Area + q.X; q = q.Turn(f.W); }
        """,
        [
            "var $1 = new Q($D, $D, $N0);\n@decl 1:Q",
            "Q $1 = $D;\n@decl 1:Q",
            "Q $1 = $Q;\n@decl 1:Q",
            "$Q!.Grow($D);",
            "$Q!.X $O $D;",
            "$Q! = $Q.Turn($D);",
            "$Q! = $Q with { Y = $D };",
            "$Q! += $Q;",
            "$Q! = -$Q + $D;",
            "var ($1, $2, $3) = $Q;\n@decl 1:Double 2:Double 3:Int",
            "($Q!.X, $Q!.Y) = ($Q.Y, $D);",
            "($Q!, $V) = Split($Q, $D);",
            "var $1 = new Frame($Q, new Q($D, $D, 2), $D);\n@decl 1:Frame",
            "$Frame! = $Frame.Moved($D);",
            "$Frame! = $Frame with { Far = $Q };",
            "Settle(ref $Q!, $Frame, out $V);",
            "Settle(ref $Q!, $Frame.Moved($D), out $A[$I]);",
            "if ($Q == $Q)\n@block",
            "if ($Q is { X: > 0.1, Y: var $1 } && $1 > $D0)\n@block",
            "if ($Frame is { Near: { X: < 0.5 }, W: not 0.25 })\n@block",
            "var $1 = new Rec($D, $D) { C = $D };\n@decl 1:Rec",
            "var $1 = Halved($Rec);\n@decl 1:Rec",
            "var $1 = $Rec with { B = $D };\n@decl 1:Rec",
            "$Rec! = Halved($Rec);",
            "$Rec! = $B ? $Rec : $Rec with { A = $D };",
            "var $1 = new Q[] { new($D, $D, 0), $D, default, new($D, 0.5, 3) };\nfor (var $2 = 0; $2 < 4; $2++)\n{\n$1[$2].Grow($D);\n$1[3 - $2] = $1[$2] with { Y = $1[$2].Y * 0.5 + $D };\n}\n$V = $V * 0.5 + $1[1].X + (double)$1[2];",
            "for (var $1 = 0; $1 < $T; $1++)\n{\n$Q! = $Q.Turn($D) + new Q(0.1, $A[$1 & 3], 1);\n$V += $Q.X * 0.3;\n}",
        ],
        ["(double)$Q", "(double)($Q + $Q)", "$Q.Turn($D).X", "$Frame.Area", "$Frame.Moved($D).Area", "$Rec.Sum()", "Halved($Rec).Sum()",
            "Split($Q, $D).Item2", "($Q! = $Q.Turn($D)).Y", "($Q! with { X = $D }).X"],
        ["$Q.X", "$Q.Y", "($Q.K * 0.1)", "$Frame.W", "$Frame.Near.X", "$Rec.A", "$Rec.C"]);

    public static Topic Classes { get; } = new(
        """
        public class Tank { public double Level; public double[] Log = new double[4]; public int Count; private double _rate = 0.3; public double Rate { get => _rate * 2; set { Level = Level * 0.5 + value * 0.1; _rate = value * 0.25; } } public double this[int i] { get => Log[i & 3]; set { Log[i & 3] = value; Count++; } } public Tank(double level) => Level = level; public double Pour(double by) { Level = Level * 0.5 + by; Log[Count++ & 3] = Level; return Level * _rate; } public void Mix(Tank other) { Level = Level * 0.5 + other.Level * 0.25; other.Level = Level * 0.5; other.Log[1] += Log[1] * 0.5; } public Tank Self() => this; public static Tank operator +(Tank l, Tank r) => new(l.Level * 0.5 + r.Level) { Log = l.Log }; }
        static Tank Fuller(Tank l, Tank r) => l.Level > r.Level ? l : r;
        static void Drain(Tank t, double[] to) { for (var i = 0; i < to.Length; i++) { to[i] = to[i] * 0.5 + t.Level * 0.25; t.Level *= 0.75; } }
        static Tank Made(double by) { var t = new Tank(by); t.Rate = by * 0.5; t.Log = [by, 0.1, by * by * 0.1, 0.2]; return t; }
        """,
        [
            "var $1 = new Tank($D);\n@decl 1:Tank",
            "var $1 = Made($D);\n@decl 1:Tank",
            "var $1 = new Tank($D) { Log = $A, Rate = $D };\n@decl 1:Tank",
            "var $1 = $Tank;\n@decl 1:Tank",
            "var $1 = $Tank + $Tank;\n@decl 1:Tank",
            "$Tank! = $Tank;",
            "$Tank! = new Tank($D);",
            "if ($B) $Tank! = $Tank;",
            "$Tank! = Fuller($Tank, $Tank);",
            "$Tank.Level $O $D;",
            "$Tank.Rate = $D;",
            "$Tank.Rate += $D;",
            "$Tank[$N] = $D;",
            "$Tank[$N] += $D;",
            "$Tank.Log[$I] $O $D;",
            "$Tank.Log = $A;",
            "$Tank.Pour($D);",
            "$Tank.Mix($Tank);",
            "$Tank.Self().Level = $D;",
            "Drain($Tank, $A);",
            "Drain($Tank, $Tank.Log);",
            "Fuller($Tank, $Tank).Pour($D);",
            "($Tank.Level, $Tank.Level) = ($Tank.Rate, $Tank.Level);",
            "($Tank!, $Tank!) = ($Tank, $Tank);",
            "for (var $1 = 0; $1 < $T; $1++)\n{\n$Tank.Pour($D);\n$V = $V * 0.5 + $Tank.Rate;\n}",
            "var $1 = new Tank[] { $Tank, new Tank($D), $Tank, Made($D) };\nfor (var $2 = 0; $2 < 4; $2++)\n{\n$1[$2].Pour($D);\n$1[$2].Mix($1[($2 + 1) & 3]);\n$V += $1[$2].Rate;\n}",
            "var $1 = new Tank[] { $Tank, new Tank($D), $Tank, Made($D) };\n($1[0], $1[$N & 3]) = ($1[$N & 3], $1[1]);\n$1[2].Level = $D;\n$V += $1[$N & 3].Pour($D);",
            "while ($Tank.Count < 5)\n{\n$Tank'.Pour($D);\n$V *= 0.5 + $Tank[1] * 0.1;\n}",
        ],
        ["$Tank.Pour($D)", "($Tank.Rate = $D)", "($Tank[$N] = $D)", "($Tank.Level += $D)", "Fuller($Tank, $Tank).Level", "($Tank + $Tank).Level",
            "Made($D).Rate", "$Tank.Self().Pour($D)"],
        ["$Tank.Level", "$Tank.Rate", "$Tank[$N0]", "$Tank.Log[$I]", "($Tank.Count * 0.1)"]);

    public static Topic Hierarchies { get; } = new(
        """
        public abstract class Node { public double Value; public Node? Next; public abstract double Eval(double by); public virtual void Set(double v) { Value = v; } public virtual double Level { get => Value * 0.5; set => Value = Value * 0.25 + value; } }
        public sealed class Leaf : Node { private int _seen; public override double Eval(double by) { _seen++; Value = Value * 0.5 + by * 0.1; return Value + _seen * 0.1; } }
        public class Branch : Node { protected double _w = 0.3; public override double Eval(double by) => _w * (Next?.Eval(by * 0.5) ?? by) + Value; public override void Set(double v) { base.Set(v * 0.5); _w = _w * 0.5 + 0.1 * v; } }
        public sealed class Twig(double[] tab) : Branch { public override double Eval(double by) { tab[1] = tab[1] * 0.5 + by * 0.1; return base.Eval(by) + tab[1]; } public override double Level { get => _w; set { base.Level = value; _w = value * 0.1; } } }
        static Node Grow(Node? next, double v) { Node n = v > 0.3 ? new Branch { Next = next } : new Leaf { Value = v }; n.Set(v); return n; }
        static double Depth(Node? n) { var s = 0.0; while (n is not null) { s = s * 0.5 + n.Value; n = n.Next; } return s; }
        static void Push(Node n, double by) { for (Node? at = n; at != null; at = at.Next) { at.Level = by; by *= 0.5; } }
        public interface IRule { double Apply(double v); double Gain { get; set; } double Twice(double v) => Apply(Apply(v) * 0.5); }
        public struct Plus : IRule { public double By; public double Apply(double v) { By = By * 0.5 + 0.1 * v; return v * 0.5 + By; } public double Gain { get => By; set => By = value; } }
        public sealed class Minus : IRule { public double By; public double Apply(double v) { By = By * 0.5 - 0.1 * v; return v * 0.5 - By; } public double Gain { get => By; set => By = value; } }
        public sealed class Times(double by) : IRule { public double Apply(double v) { by = by * 0.5 + 0.1; return v * by; } public double Gain { get; set; } = 0.5; }
        static double Run<T>(T rule, double v) where T : IRule { var u = rule.Apply(v); rule.Gain = u; return rule.Apply(u) + rule.Gain; }
        """,
        [
            "Node $1 = $B ? new Leaf { Value = $D } : new Branch { Value = $D };\n@decl 1:Node",
            "Node $1 = new Twig($A) { Value = $D };\n@decl 1:Node",
            "Node $1 = new Branch { Value = $D, Next = $Node };\n@decl 1:Node",
            "Node $1 = Grow($Node, $D);\n@decl 1:Node",
            "Node $1 = $Node;\n@decl 1:Node",
            "$Node.Set($D);",
            "$Node.Level = $D;",
            "$Node.Level += $D;",
            "$Node.Value $O $D;",
            "$Node.Next = new Leaf { Value = $D };",
            "Push($Node, $D);",
            "if ($B) $Node! = new Leaf { Value = $D };",
            "$Node! = Grow(new Leaf(), $D);",
            "if ($Node is Branch { Value: > 0.2 } $1)\n{\n$1.Set($D);\n$V += $1.Value;\n}",
            "if ($Node.Next is { } $1)\n{\n$V += $1.Eval($D);\n}",
            "switch ($Node)\n{\ncase Leaf { Value: > 0.1 } $1:\n$V = $1.Value * 0.5;\nbreak;\ncase Branch $2 when $2.Value < $D:\n$2.Set($D);\nbreak;\ncase Twig:\n$V += 0.25;\nbreak;\n}",
            "for (Node? $1 = $Node; $1 != null; $1 = $1.Next)\n{\n$1.Value = $1.Value * 0.5 + $D;\n$V += $1.Eval($D) * 0.3;\n}",
            "var $1 = new Node[] { $Node, new Leaf { Value = $D }, new Branch { Value = $D }, $Node };\nforeach (var $2 in $1)\n{\n$V = $V * 0.5 + $2.Eval($D);\n}",
            "Node? $1 = null;\nfor (var $2 = 0; $2 < 4; $2++) $1 = Grow($1, $A[$2]);\n$V += Depth($1) + $1!.Eval($D);",
            "IRule $1 = $B ? new Times($D) : new Minus { By = $D };\n@decl 1:Rule",
            "IRule $1 = new Plus { By = $D };\n@decl 1:Rule",
            "$Rule.Gain = $D;",
            "$V = $Rule.Apply($D);",
            "var $1 = new Plus { By = $D };\n@decl 1:Plus",
            "$Plus!.Apply($D);",
            "$Plus!.By $O $D;",
            "foreach (var $1 in new IRule[] { $Rule, new Times($D), new Minus { By = $D } })\n{\n$V = $1.Apply($V) * 0.7;\n}",
        ],
        ["$Node.Eval($D)", "Depth($Node)", "Grow($Node, $D).Eval($D)", "($Node.Level = $D)", "$Rule.Apply($D)", "Run($Plus, $D)",
            "Run(new Times($D), $D)", "Run($Rule, $D)", "$Rule.Twice($D)", "$Plus!.Apply($D)",
            "($Node switch { Leaf { Value: var u } => u * 0.5, Twig => 0.3, Branch { Next: null } => 0.2, _ => $D })"],
        ["$Node.Value", "$Node.Level", "($Node is Leaf ? 0.3 : 0.4)", "($Node.Next?.Value ?? 0.2)", "$Rule.Gain", "$Plus.By"]);
}
