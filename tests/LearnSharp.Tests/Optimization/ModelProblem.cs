using System;
using LearnSharp.Optimization;

namespace LearnSharp.Tests.Optimization;

/// <summary>Residuals model(x, row) − y for rows of data, differentiated by dual numbers.</summary>
internal sealed class ModelProblem(int parameters, double[] y, double[][] rows, Func<Dual[], double[], Dual> model) : IResidualProblem
{
    public int ParameterCount => parameters;

    public int ResidualCount => y.Length;

    /// <summary>Told of every point that is evaluated.</summary>
    public Action<double[]>? Seen { get; private init; }

    public ModelProblem With(Action<double[]> seen) => new(parameters, y, rows, model) { Seen = seen };

    public bool TryResiduals(ReadOnlySpan<double> x, Span<double> residuals) => TryJacobian(x, residuals, default);

    public bool TryJacobian(ReadOnlySpan<double> x, Span<double> residuals, Span<double> jacobian)
    {
        Seen?.Invoke(x.ToArray());
        var variables = Dual.Variables(x);
        for (var i = 0; i < y.Length; i++)
        {
            var prediction = model(variables, rows[i]);
            residuals[i] = prediction.Value - y[i];
            if (!double.IsFinite(residuals[i]))
                return false;
            if (!jacobian.IsEmpty)
                prediction.Partials.CopyTo(jacobian[(i * parameters)..]);
        }

        return true;
    }
}
