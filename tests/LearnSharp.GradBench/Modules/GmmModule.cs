using System;
using System.Text.Json;
using LearnSharp.GradBench.Protocol;

namespace LearnSharp.GradBench.Modules;

/// <summary>gmm: the log posterior of a Gaussian mixture with a Wishart prior on its precision matrices, k components in d dimensions at n points.</summary>
internal static partial class GmmModule
{
    /// <param name="alpha">Logarithms of the unnormalized weights: k.</param>
    /// <param name="mu">Means: k × d.</param>
    /// <param name="q">Logarithms of the diagonals of the factors: k × d.</param>
    /// <param name="l">The factors below the diagonal, column by column: k × d(d-1)/2.</param>
    /// <param name="x">Points: n × d.</param>
    /// <param name="d">The dimension.</param>
    /// <param name="m">Additional degrees of freedom of the prior.</param>
    /// <param name="gamma">Precision of the prior.</param>
    [Learnable]
    internal static double Objective(
        double[] alpha,
        double[] mu,
        double[] q,
        double[] l,
        [NonDifferentiable] double[] x,
        int d,
        int m,
        [NonDifferentiable] double gamma)
    {
        var k = alpha.Length;
        var n = x.Length / d;
        var below = d * (d - 1) / 2;

        var diagonal = new double[k * d];
        var sumQ = new double[k];
        for (var c = 0; c < k; c++)
        {
            for (var i = 0; i < d; i++)
            {
                sumQ[c] += q[c * d + i];
                diagonal[c * d + i] = Math.Exp(q[c * d + i]);
            }
        }

        var likelihood = 0.0;
        var centred = new double[d];
        var product = new double[d];
        var beta = new double[k];
        for (var p = 0; p < n; p++)
        {
            for (var c = 0; c < k; c++)
            {
                for (var i = 0; i < d; i++)
                {
                    centred[i] = x[p * d + i] - mu[c * d + i];
                    product[i] = diagonal[c * d + i] * centred[i];
                }

                var at = c * below;
                for (var i = 0; i < d; i++)
                {
                    for (var j = i + 1; j < d; j++)
                    {
                        product[j] += l[at] * centred[i];
                        at++;
                    }
                }

                var square = 0.0;
                for (var i = 0; i < d; i++)
                    square += product[i] * product[i];
                beta[c] = alpha[c] + sumQ[c] - 0.5 * square;
            }

            likelihood += LogSumExp(beta);
        }

        likelihood -= n * (0.5 * d * Math.Log(2 * Math.PI) + LogSumExp(alpha));

        var norm = 0.0;
        for (var i = 0; i < diagonal.Length; i++)
            norm += diagonal[i] * diagonal[i];
        for (var i = 0; i < l.Length; i++)
            norm += l[i] * l[i];
        var logDeterminants = 0.0;
        for (var c = 0; c < k; c++)
            logDeterminants += sumQ[c];
        var freedom = d + m + 1;
        var constant = k * (freedom * d * Math.Log(gamma / Math.Sqrt(2)) - LogGamma(0.5 * freedom, d));
        return likelihood + constant - 0.5 * gamma * gamma * norm + m * logDeterminants;
    }

    private static double LogSumExp(double[] values)
    {
        var max = values[0];
        for (var i = 1; i < values.Length; i++)
            max = Math.Max(max, values[i]);
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
            sum += Math.Exp(values[i] - max);
        return max + Math.Log(sum);
    }

    // The logarithm of the multivariate gamma function of order p.
    private static double LogGamma(double a, int p)
    {
        var sum = 0.25 * p * (p - 1) * Math.Log(Math.PI);
        for (var j = 1; j <= p; j++)
            sum += LogGamma(a + 0.5 * (1 - j));
        return sum;
    }

    // Stirling's series for ln Γ (Abramowitz and Stegun 6.1.41) beyond 12, reached by Γ(a + 1) = a Γ(a).
    private static double LogGamma(double a)
    {
        var shift = 0.0;
        while (a < 12)
        {
            shift += Math.Log(a);
            a += 1;
        }

        var r = 1 / (a * a);
        var series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * 691.0 / 360360))))) / a;
        return (a - 0.5) * Math.Log(a) - a + 0.5 * Math.Log(2 * Math.PI) + series - shift;
    }

    public static PreparedFunction? Prepare(string function, JsonElement input)
    {
        var (alpha, mu, q, l) = (Numbers.Flat(input, "alpha"), Numbers.Flat(input, "mu"), Numbers.Flat(input, "q"), Numbers.Flat(input, "l"));
        var x = Numbers.Flat(input, "x");
        var (d, m, gamma) = (Numbers.Int(input, "d"), Numbers.Int(input, "m"), Numbers.Double(input, "gamma"));
        var k = alpha.Length;
        var value = 0.0;
        var (dAlpha, dMu, dQ, dL) = (new double[k], new double[k * d], new double[k * d], new double[l.Length]);
        return function switch
        {
            "objective" => new(() => value = Objective(alpha, mu, q, l, x, d, m, gamma), json => json.WriteNumberValue(value)),
            "jacobian" => new(
                () =>
                {
                    Array.Clear(dAlpha);
                    Array.Clear(dMu);
                    Array.Clear(dQ);
                    Array.Clear(dL);
                    ObjectiveProgram.Gradient(alpha, mu, q, l, x, d, m, gamma, dAlpha, dMu, dQ, dL);
                },
                json =>
                {
                    json.WriteStartObject();
                    json.WritePropertyName("alpha");
                    Numbers.Write(json, dAlpha);
                    json.WritePropertyName("mu");
                    Numbers.WriteRows(json, dMu, k, d);
                    json.WritePropertyName("q");
                    Numbers.WriteRows(json, dQ, k, d);
                    json.WritePropertyName("l");
                    Numbers.WriteRows(json, dL, k, l.Length / k);
                    json.WriteEndObject();
                }),
            _ => null,
        };
    }
}
