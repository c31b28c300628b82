using System;

namespace LearnSharp;

/// <content>Derivatives of weights by parameters.</content>
internal sealed partial class ParameterMap
{
    /// <summary>Finds the derivatives at a point, for <see cref="PullBack"/>.</summary>
    /// <param name="x">The parameters.</param>
    /// <param name="weights">Their weights.</param>
    public void Linearize(ReadOnlySpan<double> x, ReadOnlySpan<double> weights)
    {
        for (var i = 0; i < _roles.Length; i++)
        {
            var role = _roles[i];
            if (role == WeightRole.Constant)
                continue;
            var t = x[_parameterOf[i]];
            var w = weights[i];
            var low = Low(i, weights);
            var span = _max[i] - low;
            (_slopes[i], _partnerSlopes[i]) = role switch
            {
                WeightRole.Plain => (1, 0),
                WeightRole.Logarithmic => (w, 0),
                WeightRole.Gap => (1, 1),
                WeightRole.Ratio => (w, w / low),
                WeightRole.Share => (span, 1 - t),
                _ => (w * Math.Log(_max[i] / low), (1 - t) * w / low),
            };

            // Where its own minimum is the larger, the partner does not matter.
            if (role is not (WeightRole.Plain or WeightRole.Logarithmic) && weights[_weights[i].Above] < _weights[i].Min)
                _partnerSlopes[i] = 0;
        }
    }

    /// <summary>Derivatives by weights become derivatives by parameters, at the point of the last <see cref="Linearize"/>.</summary>
    /// <param name="byWeights">One derivative per weight; overwritten.</param>
    /// <param name="byParameters">Receives one derivative per parameter.</param>
    public void PullBack(Span<double> byWeights, Span<double> byParameters)
    {
        for (var at = _order.Length - 1; at >= 0; at--)
        {
            var i = _order[at];
            if (_roles[i] == WeightRole.Constant)
                continue;
            byParameters[_parameterOf[i]] = byWeights[i] * _slopes[i];
            if (_partnerSlopes[i] != 0)
                byWeights[_weights[i].Above] += byWeights[i] * _partnerSlopes[i];
        }
    }

    /// <summary>Standard errors of weights from the covariance of parameters, to first order.</summary>
    /// <param name="x">The parameters.</param>
    /// <param name="covariance">Their covariance, row-major; a held parameter has NaN, an undetermined one +∞ on the diagonal.</param>
    /// <returns>One per weight; NaN where a weight has no parameter or its parameter is held.</returns>
    public double[] StandardErrors(ReadOnlySpan<double> x, ReadOnlySpan<double> covariance)
    {
        var weights = new double[WeightCount];
        ToWeights(x, weights);
        Linearize(x, weights);
        var errors = new double[WeightCount];
        var unit = new double[WeightCount];
        var row = new double[Count];
        for (var i = 0; i < WeightCount; i++)
        {
            errors[i] = double.NaN;
            if (_roles[i] == WeightRole.Constant || double.IsNaN(covariance[_parameterOf[i] * (Count + 1)]))
                continue;
            Array.Clear(unit);
            Array.Clear(row);
            unit[i] = 1;
            PullBack(unit, row);
            errors[i] = Math.Sqrt(Variance(row, covariance));
        }

        return errors;
    }

    private double Variance(ReadOnlySpan<double> row, ReadOnlySpan<double> covariance)
    {
        var variance = 0.0;
        for (var a = 0; a < Count; a++)
        {
            for (var b = 0; b < Count; b++)
            {
                var entry = covariance[(a * Count) + b];
                if (row[a] == 0 || row[b] == 0 || double.IsNaN(entry))
                    continue;
                variance += row[a] * row[b] * entry;
            }
        }

        return Math.Max(variance, 0);
    }
}
