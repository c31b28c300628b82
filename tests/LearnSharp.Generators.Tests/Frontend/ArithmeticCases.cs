using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

internal static class ArithmeticCases
{
    private static readonly object?[][] Pairs = [[2.5, -1.25], [0.0, 3.0], [-7.5, 2.0], [double.NaN, 1.0]];
    private static readonly object?[][] Ints = [[7, 2], [-7, 2], [int.MaxValue, -3], [5, 0]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("add subtract multiply divide", "public static double M(double x, double y) => (x + y) * (x - y) / (y + 4) % 3;", Pairs),
        Of("negation and plus", "public static double M(double x, double y) => -x + +y;", Pairs),
        Of("float arithmetic", "public static float M(float x, float y) => x * y + 0.1f;", [1.5f, 2.25f], [float.MaxValue, 2f]),
        Of("float to double", "public static double M(float x) => x * 0.1;", [1.1f], [-3f]),
        Of("integer division truncates and throws", "public static int M(int a, int b) => a / b + a % b;", Ints),
        Of("integer overflow wraps", "public static int M(int a, int b) => a * a + b;", Ints),
        Of("checked arithmetic throws", "public static int M(int a, int b) => checked(a * a + b);", Ints),
        Of("checked block", "public static int M(int a, int b) { checked { a += b; a++; return -a; } }", Ints),
        Of("unchecked in checked", "public static int M(int a, int b) { checked { return unchecked(a + b) - 1; } }", Ints),
        Of("long arithmetic", "public static long M(long a, int b) => a * b + (a >> 3) - (b << 2);", [1L << 40, 3], [-5L, -6]),
        Of("bit operators", "public static int M(int a, int b) => (a & b) | (a ^ ~b);", Ints),
        Of("unsigned shift", "public static int M(int a, int b) => a >>> (b & 7);", Ints),
        Of("comparisons", "public static bool M(double x, double y) => x < y == (x <= y) != (x >= y || x > y && x != y);", Pairs),
        Of("bool operators", "public static bool M(bool a, bool b) => (a & b) | (a ^ !b);", [true, false], [true, true], [false, false]),
        Of("casts", "public static long M(double x, double y) => (int)x + (long)y;", [2.9, -1.9], [1e6, 1e12]),
        Of("checked cast throws", "public static int M(double x) => checked((int)x);", [2.9], [1e12]),
        Of("narrowing cast wraps", "public static int M(long x) => (int)x;", [1L << 33], [-1L]),
        Of("int to double", "public static double M(int a, int b) => a / (double)b;", Ints),
        Of("math functions", "public static double M(double x, double y) => Math.Sin(x) + Math.Exp(y) * Math.Sqrt(Math.Abs(x) + 1) + Math.Pow(Math.Abs(x), y) - Math.Atan2(x, y);", Pairs),
        Of("math with using static", "public static double M(double x, double y) => Max(x, y) - Min(x, y) + Cbrt(x);", Pairs),
        Of("MathF", "public static float M(float x) => MathF.Sin(x) * MathF.Sqrt(x) + MathF.PI;", [1.5f], [0.25f]),
        Of("math constants", "public static double M(double x) => x * Math.PI + Math.E - double.Epsilon + float.MaxValue;", [1.0]),
        Of("integer math", "public static int M(int a, int b) => Math.Max(a, b) - Math.Min(a, 3) + Math.Clamp(a, -2, 2) + Math.Sign(b);", Ints),
        Of("rounding", "public static double M(double x, double y) => Math.Round(x) + Math.Floor(y) + Math.Ceiling(x) + Math.Truncate(y) + Math.Round(x, 1);", Pairs),
        Of("members of double", "public static double M(double x, double y) => double.Max(x, y) + double.Abs(x) + double.Exp(y) + double.Sign(1.0);", Pairs),
        Of("double.IsNaN", "public static double M(double x, double y) => double.IsNaN(x) || double.IsInfinity(y) ? 0 : x;", Pairs),
        Of("logarithms", "public static double M(double x) => Math.Log(x) + Math.Log2(x) + Math.Log10(x) + Math.Log(x, 3);", [2.5], [0.5]),
        Of("fused and scaled", "public static double M(double x, double y) => Math.FusedMultiplyAdd(x, y, 1) + Math.ScaleB(x, 3) + Math.CopySign(x, y) + Math.Clamp(x, -1, 1);", Pairs),
        Of("compound assignment", "public static double M(double x, double y) { x += y; x *= 2; x -= 1; x /= 3; x %= 5; return x; }", Pairs),
        Of("compound on ints", "public static int M(int a, int b) { a += b; a <<= 1; a |= 4; a &= ~1; a ^= b; a >>= 1; return a; }", Ints),
        Of("double compound with int", "public static double M(double x, int n) { x += n; x *= n; return x; }", [1.5, 3]),
        Of("increments as values", "public static int M(int a, int b) => a++ + ++a - b-- - --b + a * b;", Ints),
        Of("increment of double", "public static double M(double x) { x++; return ++x; }", [1.5]),
        Of("conditional operator", "public static double M(double x, double y) => x > y ? x * 2 : y - x;", Pairs),
        Of("nested conditional", "public static double M(double x, double y) => x > 0 ? y > 0 ? x + y : x : -y;", Pairs),
        Of("constants", "const double G = 9.81; const int N = 3;\npublic static double M(double x) { const double h = 0.5; return x * G * h + N; }", [2.0]),
        Of("default values", "public static double M(double x) { double y = default; int n = default(int); return x + y + n; }", [2.0]),
        Of("long literal and suffixes", "public static double M(double x) => x + 1L + 2f + 3d;", [2.0]),
        Of("enums", "public enum Kind { A, B = 5, C }\npublic static int M(int a) { var k = a > 0 ? Kind.B : Kind.C; return k == Kind.B ? (int)k : -(int)k; }", [1], [-1]),
        Of("enum parameter and cast", "public enum Kind { A, B }\npublic static double M(double x, int k) => (Kind)k == Kind.B ? x : -x;", [2.0, 1], [2.0, 0]),
        Of("enum flags", "[Flags] public enum Side { None, L = 1, R = 2 }\npublic static bool M(int a) { var s = (Side)a; return (s & Side.R) != 0 && (s | Side.L) == s; }", [3], [2]),
    ];
}
