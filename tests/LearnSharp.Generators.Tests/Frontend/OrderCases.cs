using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>C#'s order of evaluation.</summary>
internal static class OrderCases
{
    private static readonly object?[][] Counts = [[0], [1], [3]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("assignment inside an expression", "public static int M(int n) => n + (n = 5) * n;", Counts),
        Of("chained assignment", "public static int M(int n) { int a, b; a = b = n + 1; return a * 10 + b; }", Counts),
        Of("compound with a changing right side", "public static int M(int n) { n += n++ * 10; return n; }", Counts),
        Of("index before value", "public static int M(int n) { var a = new int[6]; var i = 0; a[i++] = i; a[i++] = i + n; a[i] = a[i - 1] + i++; return a[0] + a[1] * 10 + a[2] * 100 + i * 1000; }", Counts),
        Of("compound on an element", "public static int M(int n) { var a = new int[] { 1, 2, 3 }; var i = 0; a[i++] += i * 10 + n; return a[0] * 100 + a[1] * 10 + i; }", Counts),
        Of("element step as a value", "public static int M(int n) { var a = new[] { n, 2 }; var b = a[0]++ + ++a[1]; return b * 100 + a[0] * 10 + a[1]; }", Counts),
        Of("array replaced while storing", "static int[] Other(int n) => new int[n + 2];\npublic static int M(int n) { var a = new int[2]; var b = a; a[0] = (a = Other(n)).Length; return b[0] * 10 + a[0]; }", Counts),
        Of("index out of range before effects", "static int Fail(int n) => n > 0 ? throw new InvalidOperationException() : n;\npublic static int M(int n) { var a = new int[1]; return a[n] + Fail(n); }", Counts),
        Of("store out of range after the value", "static int Fail(int n) => n > 0 ? throw new InvalidOperationException() : n;\npublic static int M(int n) { var a = new int[1]; a[n] = Fail(n); return a[0]; }", Counts),
        Of("and with effects", "public static int M(int n) { var c = 0; if (n > 0 && c++ < 5 && n > 2) c += 10; return c; }", Counts),
        Of("or with effects", "public static int M(int n) { var c = 0; if (n > 0 || ++c > 0) c += 10; return c; }", Counts),
        Of("conditional with effects", "public static int M(int n) { var c = 0; var r = n > 0 ? c++ : --c; return r * 10 + c; }", Counts),
        Of("condition read before its sides change it", "public static int M(int n) { var flag = n > 0; var r = flag ? (flag = false) ? 1 : 2 : 3; return r * 10 + (flag ? 1 : 0); }", Counts),
        Of("named arguments in written order", "static int Two(int a, int b) => a * 10 + b;\npublic static int M(int n) => Two(b: n++, a: n++);", Counts),
        Of("call arguments left to right", "static int Three(int a, int b, int c) => a * 100 + b * 10 + c;\npublic static int M(int n) => Three(n++, n, n++);", Counts),
        Of("calls in order", "static double Put(double[] a, int i, double v) { a[i] = v + a[0]; return a[i]; }\npublic static double M(double[] a) => Put(a, 0, 2) * 10 + Put(a, 1, 3) + a[1];", [new[] { 1.0, 1.0 }]),
        Of("element read before a call changes it", "static double Put(double[] a, double v) { a[0] = v; return v; }\npublic static double M(double[] a) => a[0] + Put(a, 5) + a[0];", [new[] { 1.0, 1.0 }]),
        Of("tuple swap", "public static int M(int n) { int a = n, b = n + 1; (a, b) = (b, a); return a * 10 + b; }", Counts),
        Of("element swap", "public static int M(int n) { var a = new[] { n, 5, 7 }; (a[0], a[2]) = (a[2], a[0]); return a[0] * 10 + a[2]; }", Counts),
        Of("rotation with a step", "public static int M(int n) { int a = n, b = 2, i = 0; (a, b, i) = (b + i++, a + i, 9); return a * 100 + b * 10 + i; }", Counts),
        Of("assignment as a condition", "public static int M(int n) { int k; var s = 0; while ((k = n - s) > 0) s++; return s * 10 + k; }", Counts),
        Of("used compound assignment", "public static double M(double x) { var y = 1.0; return (y += x) * y + (x *= 2); }", [1.5]),
        Of("indexer of a struct whose index changes on the right", "public struct Row(double[] data) { public double this[int i] { readonly get => data[i % 3] * 2; set => data[i % 3] = value; } } public static double M(double x, int n) { var a = new[] { x, 2, 3 }; var r = new Row(a); r[n] += a[n++ % 3] * x; r[n] = n++ * x; r[n] *= r[n++]; return a[0] + a[1] * 10 + a[2] * 100 + n; }", [1.5, 0], [0.5, 1], [-2.0, 2]),
    ];
}
