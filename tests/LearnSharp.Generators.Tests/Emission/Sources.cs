namespace LearnSharp.Generators.Tests.Emission;

/// <summary>Learnable methods that many tests share.</summary>
internal static class Sources
{
    /// <summary>Inputs, weights in both homes, an enum choice, a branch, a loop and a call.</summary>
    public const string Pricing = """
        using System;
        using LearnSharp;

        namespace Shop;

        /// <summary>How to round.</summary>
        public enum Rounding
        {
            /// <summary>Up.</summary>
            Up,

            /// <summary>To the nearest.</summary>
            Nearest,
        }

        /// <summary>Prices.</summary>
        public static partial class Pricing
        {
            /// <summary>The price of a ride.</summary>
            [Learnable]
            public static double Price(double km, double kg, [Weight(Min = 0)] double perKm = 0.3, [Choice] Rounding rounding = Rounding.Up)
            {
                var heavy = Learn.Weight(20.0, min: 0);
                var price = perKm * km;
                if (kg > heavy)
                    price += 0.1 * Squared(kg - heavy);
                for (var i = 0; i < 2; i++)
                    price *= 1.05;
                return rounding == Rounding.Up ? price + 0.5 : price;
            }

            private static double Squared(double x) => x * x;
        }
        """;

    /// <summary>An array in, a number out.</summary>
    public const string Filter = """
        using LearnSharp;

        internal static partial class Filter
        {
            [Learnable]
            internal static double Energy(double[] taps, System.ReadOnlySpan<float> signal, [Weight] double gain = 2)
            {
                var sum = 0.0;
                for (var i = 0; i < taps.Length; i++)
                    sum += taps[i] * taps[i] * gain * signal[i];
                return sum;
            }
        }
        """;

    /// <summary>Parameters whose names are taken, by C# or by what is generated.</summary>
    public const string Names = """
        using LearnSharp;

        internal static partial class Names
        {
            [Learnable]
            internal static double Mix(
                double input, double weights, double equals, double @class, double x, double X, [Weight] double choices = 1, [Weight] double seed = 2, [Weight] double workspace = 3) =>
                input * choices + weights * seed + equals * workspace + @class * x * X;
        }
        """;

    /// <summary>Results of every kind.</summary>
    public const string Results = """
        using LearnSharp;

        internal enum Grade { Low, High }

        internal readonly record struct Point(double X, float Y, int Count);

        internal static partial class Results
        {
            [Learnable] internal static float Single(float x, [Weight] float a = 1) => a * x;
            [Learnable] internal static bool Above(double x, [Weight] double limit = 1) => x > limit;
            [Learnable] internal static Grade GradeOf(double x, [Weight] double limit = 1) => x > limit ? Grade.High : Grade.Low;
            [Learnable] internal static int Rounds(double x, [Choice(1, 2, 4)] int n = 2) => x > 0 ? n : 0;
            [Learnable] internal static Point Move(Point p, [Weight] double a = 1) => new(p.X * a, p.Y, p.Count);
            [Learnable] internal static (double Sum, int Count) Pair(double x, [Weight] double a = 1) => (a * x, 1);

            [Learnable]
            internal static double[] Scale(double[] values, string name, [Weight] double a = 1, [Choice] bool twice = false)
            {
                var result = new double[values.Length];
                for (var i = 0; i < values.Length; i++)
                    result[i] = twice ? 2 * a * values[i] : a * values[i];
                return result;
            }

            [Learnable]
            internal static double InPlace(double[] values, [Weight] double a = 1)
            {
                var sum = 0.0;
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] *= a;
                    sum += values[i];
                }

                return sum;
            }
        }
        """;

    /// <summary>A method whose body is not analysed.</summary>
    public const string NotAnalysed = """
        using LearnSharp;

        internal static partial class Queue
        {
            [Learnable(Gradients = false)]
            internal static double Wait(int[] people, [Weight(Min = 0)] double pace = 2.5, [Choice] bool rush = true)
            {
                var total = 0.0;
                foreach (var p in new System.Collections.Generic.List<int>(people))
                    total += p * pace;
                return rush ? total / 2 : total;
            }
        }
        """;

    /// <summary>A cost of predictions.</summary>
    public const string Cost = """
        using LearnSharp;

        internal static partial class Business
        {
            [Learnable]
            internal static double Cost(double predicted, double actual, double price, double[] tariff) =>
                predicted > actual ? price * (predicted - actual) : tariff[0] * (actual - predicted);

            [Learnable]
            internal static double Miss(double[] predicted, double[] actual)
            {
                var sum = 0.0;
                for (var i = 0; i < predicted.Length; i++)
                    sum += (predicted[i] - actual[i]) * (predicted[i] - actual[i]);
                return sum;
            }
        }
        """;

    /// <summary>Types in types, of every kind, without a namespace.</summary>
    public const string Nested = """
        using LearnSharp;

        /// <summary>Outer.</summary>
        public partial record Outer
        {
            internal partial struct Middle
            {
                internal partial interface IInner
                {
                    [Learnable] internal static double F(double x, [Weight] double a = 1) => a * x;
                }

                internal readonly partial record struct Data(int N)
                {
                    [Learnable] internal static double G(double x, [Weight] double a = 1) => a * Twice(x);
                    private static double Twice(double x) => 2 * x;
                }
            }
        }
        """;

    /// <summary>One method that is not supported beside one that is.</summary>
    public const string OneError = """
        using LearnSharp;

        internal static partial class Shop
        {
            [Learnable]
            internal static double Bad(double x, [Weight] double a = 1)
            {
                try { return a * x; }
                finally { System.GC.KeepAlive(null); }
            }

            [Learnable]
            internal static double Good(double x, [Weight] double a = 1) => a * x;

            internal static double Use() => BadLearned(1) + GoodLearned(2);
        }
        """;
}
