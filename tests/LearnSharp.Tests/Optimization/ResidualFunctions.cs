using System;
using LearnSharp.Optimization;

namespace LearnSharp.Tests.Optimization;

/// <summary>Residuals given as functions of dual numbers, usable as a least-squares problem and as a smooth value Σ r².</summary>
internal sealed class ResidualFunctions(int parameters, int residuals, Func<Dual[], Dual[]> functions) : IResidualProblem, ISmoothProblem
{
    public int ParameterCount => parameters;

    public int ResidualCount => residuals;

    public bool TryResiduals(ReadOnlySpan<double> x, Span<double> values) => TryJacobian(x, values, default);

    public bool TryJacobian(ReadOnlySpan<double> x, Span<double> values, Span<double> jacobian)
    {
        var results = functions(Dual.Variables(x));
        for (var i = 0; i < residuals; i++)
        {
            values[i] = results[i].Value;
            if (!double.IsFinite(values[i]))
                return false;
            if (!jacobian.IsEmpty)
                results[i].Partials.CopyTo(jacobian[(i * parameters)..]);
        }

        return true;
    }

    public bool TryValue(ReadOnlySpan<double> x, out double value) => TryGradient(x, out value, new double[parameters]);

    public bool TryGradient(ReadOnlySpan<double> x, out double value, Span<double> gradient)
    {
        value = 0;
        gradient.Clear();
        foreach (var result in functions(Dual.Variables(x)))
        {
            value += result.Value * result.Value;
            for (var j = 0; j < parameters; j++)
                gradient[j] += 2 * result.Value * result.Partials[j];
        }

        return double.IsFinite(value);
    }
}
