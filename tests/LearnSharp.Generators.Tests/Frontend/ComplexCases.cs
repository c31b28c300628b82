using System.Collections.Generic;
using static LearnSharp.Generators.Tests.Frontend.ConstructCase;

namespace LearnSharp.Generators.Tests.Frontend;

/// <summary>Complex numbers of the base library.</summary>
internal static class ComplexCases
{
    private static readonly object?[][] Two = [[0.7, -1.3], [1.9, 0.4], [-0.6, 2.2], [-1.2, -0.3]];

    public static IReadOnlyList<ConstructCase> All { get; } =
    [
        Of("complex arithmetic", "public static double M(double x, double y) { var a = new System.Numerics.Complex(x, y); System.Numerics.Complex b = x * 2; var c = (a + b) * a / (1 - a) - b * 0.5 + 3 * a / 2; c += -a; return c.Real * 2 + c.Imaginary; }", Two),
        Of("magnitude and phase", "public static double M(double x, double y) { var a = new System.Numerics.Complex(x, y); return a.Magnitude * a.Phase + System.Numerics.Complex.Abs(a * a); }", Two),
        Of("complex functions", "public static double M(double x, double y) { var a = new System.Numerics.Complex(x, y); var b = System.Numerics.Complex.Exp(a) + System.Numerics.Complex.Log(a) * System.Numerics.Complex.Sqrt(a) - System.Numerics.Complex.Sin(a) / System.Numerics.Complex.Cosh(a); return b.Real - b.Imaginary; }", Two),
        Of("complex powers", "public static double M(double x, double y) { var a = new System.Numerics.Complex(x, y); var b = System.Numerics.Complex.Pow(a, 2.5) + System.Numerics.Complex.Pow(a, System.Numerics.Complex.ImaginaryOne) * System.Numerics.Complex.Tan(a); return b.Real + b.Imaginary; }", Two),
        Of("polar coordinates and conjugates", "public static double M(double x, double y) { var a = System.Numerics.Complex.FromPolarCoordinates(x, y); var b = System.Numerics.Complex.Conjugate(a) * System.Numerics.Complex.Reciprocal(a + 2); return b.Real * b.Imaginary + (a == b ? 1 : a != System.Numerics.Complex.Zero ? 2 : 3); }", Two),
        Of("fast Fourier transform", """
            static void Transform(System.Numerics.Complex[] a)
            {
                var n = a.Length;
                for (int i = 1, j = 0; i < n; i++)
                {
                    var bit = n >> 1;
                    for (; (j & bit) != 0; bit >>= 1)
                        j ^= bit;
                    j ^= bit;
                    if (i < j)
                        (a[i], a[j]) = (a[j], a[i]);
                }

                for (var length = 2; length <= n; length <<= 1)
                {
                    var root = System.Numerics.Complex.FromPolarCoordinates(1, -2 * Math.PI / length);
                    for (var i = 0; i < n; i += length)
                    {
                        var w = System.Numerics.Complex.One;
                        for (var j = 0; j < length / 2; j++)
                        {
                            var (even, odd) = (a[i + j], a[i + j + length / 2] * w);
                            a[i + j] = even + odd;
                            a[i + j + length / 2] = even - odd;
                            w *= root;
                        }
                    }
                }
            }

            public static double M(double[] signal)
            {
                var a = new System.Numerics.Complex[8];
                for (var i = 0; i < 8; i++)
                    a[i] = signal[i % signal.Length] * (i + 1);
                Transform(a);
                var power = 0.0;
                for (var i = 0; i < 4; i++)
                    power += (i + 1) * a[i].Magnitude;
                return power;
            }
            """, [new[] { 0.5, -1.25, 2.0 }], [new[] { 1.5, 0.75, -0.5, 2.5, 1.0, -3.0, 0.25, 0.125 }]),
        Of("roots of a polynomial by simultaneous iteration", "public static double M(double a, double b) { var z = new[] { new System.Numerics.Complex(0.4, 0.9), new System.Numerics.Complex(-0.65, 0.72), new System.Numerics.Complex(-0.9, -0.4) }; for (var k = 0; k < 12; k++) for (var i = 0; i < 3; i++) { var p = ((z[i] + a) * z[i] + b) * z[i] - 5; var q = System.Numerics.Complex.One; for (var j = 0; j < 3; j++) if (j != i) q *= z[i] - z[j]; z[i] -= p / q; } var s = 0.0; foreach (var r in z) s += r.Magnitude * r.Real; return s; }", [1.5, 0.7], [-3.0, 3.0]),
        Of("hypotenuses", "public static double M(double x, double y) => double.Hypot(x, y) * double.Hypot(x - y, 1) + float.Hypot(3f, 2f);", Two),
    ];
}
