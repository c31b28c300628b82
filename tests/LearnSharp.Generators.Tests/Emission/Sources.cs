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
}
