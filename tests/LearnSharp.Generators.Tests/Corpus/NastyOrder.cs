using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Corpus.CorpusMethod;

namespace LearnSharp.Generators.Tests.Corpus;

/// <summary>Order of evaluation and effects inside expressions.</summary>
internal static class NastyOrder
{
    private static readonly object?[] One = [1.5, 0.7];
    private static readonly object?[] Two = [-0.3, 1.2];
    private const string Head = "[Learnable] public static double M(double x, [Weight] double a = 0.7) ";

    public static IReadOnlyList<CorpusMethod> All { get; } =
    [
        Of("store at an index that steps", Head + "{ var b = new double[4]; var i = 0; b[0] = a; b[1] = x; b[i++] = i + b[i] * a; b[i++] = b[i - 2] * x + i; return b[0] * b[1] + i; }", One, Two),
        Of("compound at an index that steps", Head + "{ double[] b = [a, x, a * x, 2]; var i = 0; b[i++] += b[i++] * x; b[i] *= b[i++] + i; b[--i] -= (b[i] = x * a) * 3; return b[0] + b[1] * 10 + b[2] * 100 + b[3] * a + i; }", One, Two),
        Of("compound with itself", Head + "{ x += x++ * a; x *= ++x; x -= x-- - --x * a; return x * (x += a) + (x = a * x); }", One, Two),
        Of("swap through a tuple", Head + "{ double[] b = [a, x, 3]; var i = 0; (b[i], b[i + 1], i) = (b[i + 1] * a, b[i], 2); (a, x) = (x, a); (x, b[i]) = (b[i] * x, x + a); return b[0] + b[1] * a + b[2] * x; }", One, Two),
        Of("tuple targets that step", Head + "{ double[] b = [a, x, 3, 4]; var i = 0; (b[i++], b[i++]) = (b[i] * x, b[i + 1] * a); return b[0] * 2 + b[1] * 3 + b[2] * i; }", One, Two),
        Of("tuple targets that move later ones", Head + "{ double[] b = [a, x, 3, 4]; int[] k = [1, 2]; var n = 1; (b[^(1 + n)], b[n = 0]) = (b[3] * a, b[n ^= 3]); (n, b[n]) = (1, x * a); (k[0], b[k[0]]) = (3, b[2] + a); (b[n], b[k[0]]) = (b[k[0]], b[n]); return b[0] + b[1] * 3 + b[2] * 5 + b[3] * 7 + n + k[0]; }", One, Two),
        Of("tuple targets that are not there", "static double Put(double[] b, double v) => b[0] = v;\n[Learnable] public static double M(double[] b, int n, int m, [Weight] double a = 0.7) { (b[0], b[n]) = (b[1], a); (b[m], a) = (Put(b, 5), a * a); return a + b[0]; }", [new[] { 1.0, 2 }, 1, 1, 0.7], [new[] { 1.0, 2 }, 2, 1, 0.7], [new[] { 1.0, 2 }, 1, 9, 0.7]),
        Of("discards that throw", "[Learnable] public static double M(double[] b, int n, [Weight] double a = 0.7) { _ = b[n]; return a * a; }", [new[] { 1.0, 2 }, 1, 0.7], [new[] { 1.0, 2 }, 2, 0.7]),
        Of("operands that change what the left one read", Head + "{ var y = a * x; var r = y * (y = x) + y; r += (y += a) * y - (y *= y); return r + (r = y * 2) * r; }", One, Two),
        Of("conditions that change what the sides read", Head + "{ var y = x; var r = (y += a) > 1 ? y * (y = 2 * a) : (y -= 3) * y; return r * y; }", One, Two),
        Of("short circuit with a derivative inside", Head + "{ var y = x; var hit = y > 0 && (y *= a) > 0.5 || (y += 2 * a) < 0 | (y -= x) > 0; return hit ? y * a : y * y; }", One, Two),
        Of("calls that write and arguments that read", "static double Put(double[] b, int i, double v) { b[i] = v + b[0] * 0.5; return b[i] * v; }\n" + Head + "{ double[] b = [x, a]; return b[0] + Put(b, 0, b[1]) * b[0] + Put(b, 1, Put(b, 0, x)) * b[1]; }", One, Two),
        Of("index by a call that writes", "static int Step(double[] b, double v) { b[1] += v; return b[1] > 2 ? 1 : 0; }\n" + Head + "{ double[] b = [x, a, 1]; b[Step(b, x)] += Step(b, a) + b[1]; b[Step(b, 1)] = b[1] * Step(b, 1); return b[0] * b[1]; }", One, Two),
        Of("array replaced while it is indexed", Head + "{ double[] b = [x, a]; var c = b; b[1] = (b = new double[] { a, a * a, 2 })[1] * x + b[2]; b[0] += (b = c)[1]; return b[0] + b[1] * c[1] * a; }", One, Two),
        Of("nested conditionals with calls", "static double F(double v) => v > 1 ? v * v : v > 0 ? F(v + 1) / 2 : v < -1 ? -v : F(v + 0.5);\n" + Head + "=> x > a ? F(x) > 2 ? F(a) : F(F(a) - x) : F(a * x) > 0 ? F(-x) : F(x) * a;", One, Two, [0.9, -0.4]),
        Of("struct fields written in order", "public struct P { public double X; public double Y; public int N; }\n" + Head + "{ var p = new P { X = a, Y = x }; var q = p; p.X += q.Y * (q.X = 3); p.Y *= p.X++ + p.N++; q.N = p.N++ + p.N; return p.X * p.Y + q.X * q.Y + q.N; }", One, Two),
        Of("structs in arrays", "public struct P { public double X; public double Y; }\n" + Head + "{ var b = new P[3]; var i = 0; b[i++].X = a; b[i].Y += x * b[i - 1].X; b[i] = b[i - 1]; b[i].X *= x; (b[0].X, b[2].Y) = (b[1].X + a, b[0].X); var c = b[0]; b[0].X = 100; return b[0].X * b[1].X + b[2].Y * c.X; }", One, Two),
        Of("parameters as variables", "static double F(double v, int n) { while (n-- > 0) v = v * v - n; return v; }\n" + Head + "{ a *= x; x = F(x, 2) + F(a, 1) * x; return F(x = x * 0.1, 2) + x; }", One, Two),
        Of("increment of a double in an index of ints", Head + "{ int i = 0, j = 3; double[] b = [1, x, a, 4]; while (i < j) { (b[i++], b[j--]) = (b[j] * a, b[i] + x); } return b[0] + 2 * b[1] + 3 * b[2] + 4 * b[3]; }", One, Two),
        Of("chained assignment of mixed types", Head + "{ double d; float f; d = f = (float)(x * a); f += (float)(d = d * 2); return d + f; }", One, Two),
        Of("lambda free static local function", Head + "{ static double G(double u, double v) { u += v; return u * v; } return G(x, a) + G(v: x, u: a * a); }", One, Two),
        Of("assignment in while condition", Head + "{ double y, s = 0; var n = 0; while ((y = x * a - n * 0.3) > 0 && n++ < 9) s += y * (n % 2 == 0 ? y : a); return s + y; }", One, Two),
        Of("value of a discarded call", "static double Put(double[] b, double v) { b[0] += v; return v; }\n" + Head + "{ double[] b = [x]; _ = Put(b, a); Put(b, b[0]); _ = b[0] > 1 ? Put(b, 1) : Put(b, a); return b[0]; }", One, Two),
        Of("with on a record", "public readonly record struct P(double X, double Y);\n" + Head + "{ var p = new P(a, x); var q = p with { Y = p.X * (x += 1) }; q = q with { X = x, Y = q.X }; return p.X * q.Y + q.X * p.Y; }", One, Two),
    ];
}
