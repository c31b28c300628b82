using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Generic methods and types, code over number interfaces, and implementations known while translating.</summary>
internal static class GenericCases
{
    private static readonly object?[][] Numbers = [[2.5], [-1.0], [0.0]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("generic method", "static T Second<T>(T a, T b) => b;\nstatic T Pick<T>(bool first, T a, T b) { if (first) return a; return Second(a, b); }\npublic static double M(double x) => Pick(x > 0, x, 2 * x) + Pick<int>(false, 1, 2);", Numbers),
        Of("generic method over arrays", "static void Swap<T>(T[] a, int i, int j) { var t = a[i]; a[i] = a[j]; a[j] = t; }\nstatic void Exchange<T>(ref T a, ref T b) => (a, b) = (b, a);\npublic static double M(double x) { var a = new[] { x, 2, 3 }; Swap(a, 0, 2); Exchange(ref a[1], ref x); return a[0] * 100 + a[1] * 10 + a[2] + x; }", Numbers),
        Of("number interfaces", "static T Horner<T>(T x, T[] c) where T : System.Numerics.INumber<T> { var s = T.Zero; for (var i = 0; i < c.Length; i++) s = s * x + c[i]; return s > T.CreateChecked(10) ? s / T.CreateChecked(2.0) : -s + T.One; }\npublic static double M(double x) => Horner(x, new[] { 1.0, 2, 3 }) + Horner(3, new[] { 1, 2 }) + Horner((float)x, new[] { 1f, 2f });", Numbers),
        Of("floating-point interfaces", "static T Soft<T>(T x) where T : System.Numerics.IFloatingPointIeee754<T> { var e = T.Exp(-x * x) + T.Sqrt(T.Abs(x) + T.One) * T.Pi; e += T.Sin(x); e++; return T.Max(e, T.CreateChecked(0.5)) - T.Pow(T.One + T.Abs(x), T.E); }\npublic static double M(double x) => Soft(x) + Soft((float)(x + 3));", Numbers),
        Of("interface of the user as a constraint", "public interface IModel { double F(double x); double Scale => 2; }\npublic readonly struct Linear : IModel { public readonly double K; public Linear(double k) => K = k; public double F(double x) => K * x; public double Scale => 3; }\npublic class Square : IModel { public double F(double x) => x * x; public double Scale => 1; }\nstatic double Twice<T>(T m, double x) where T : IModel => (m.F(x) + m.F(x + 1)) * m.Scale;\npublic static double M(double x) => Twice(new Linear(x), 2) + Twice(new Square(), x);", Numbers),
        Of("struct named by an interface", "public interface IModel { double F(double x); double Scale { get; } }\npublic readonly record struct Linear(double K, double Scale) : IModel { public double F(double x) => K * x; }\nstatic double Use(IModel m, double x) => m.F(x) * m.Scale;\npublic static double M(double x) { IModel m = new Linear(x, 2); return m.F(3) + Use(m, x) + Use(new Linear(1, 2), 5); }", Numbers),
        Of("generic class", "public class Box<T>(T value) { private T _old = value; public T Value { get; private set; } = value; public void Set(T v) { _old = Value; Value = v; } public T Old => _old; public Box<U> With<U>(U u) => new(u); }\npublic static double M(double x) { var b = new Box<double>(x); b.Set(3); b.Set(x * 2); var c = b.With(7); return b.Value + b.Old * 10 + c.Value; }", Numbers),
        Of("generic struct with operators", "public readonly record struct Pair<T>(T A, T B) where T : System.Numerics.INumber<T> { public static Pair<T> operator +(Pair<T> p, Pair<T> q) => new(p.A + q.A, p.B + q.B); public static Pair<T> operator *(T k, Pair<T> p) => new(k * p.A, k * p.B); public T Norm => A * A + B * B; public Pair<T> Turned() => new(-B, A); }\npublic static double M(double x) { var p = new Pair<double>(x, 2); p = p + 3.0 * p.Turned(); return p.Norm + p.A; }", Numbers),
        Of("static members of interfaces", "public interface IRule<TSelf> where TSelf : IRule<TSelf> { static abstract double Weight { get; } static abstract double Apply(double x); static virtual double Bias => 1; }\npublic readonly struct Half : IRule<Half> { public static double Weight => 0.5; public static double Apply(double x) => x * x; }\nstatic double Run<T>(double x) where T : IRule<T> => T.Weight * T.Apply(x);\npublic static double M(double x) => Run<Half>(x);", Numbers),
        Of("lambdas and local functions in generic code", "static T Fold<T>(T[] a, T seed, Func<T, T, T> f) { var s = seed; foreach (var v in a) s = f(s, v); return s; }\nstatic T Sum<T>(T[] a, T k) where T : System.Numerics.INumber<T> { T Scaled(T v) => v * k; return Fold(a, T.Zero, (s, v) => s + Scaled(v)); }\npublic static double M(double x) => Sum(new[] { x, 2, 3 }, x) + Fold(new[] { 1, 2 }, 10, (s, v) => s - v);", Numbers),
        Of("generic loop over powers", "static T Power<T>(T x, int n) where T : System.Numerics.INumber<T> { var r = T.One; while (n > 0) { if (n % 2 == 1) r *= x; x *= x; n /= 2; } return r; }\npublic static double M(double x) => Power(x, 5) + Power(2, 3);", Numbers),
    ];
}
