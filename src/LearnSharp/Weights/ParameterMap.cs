using System;
using System.Collections.Generic;
using LearnSharp.Optimization;

namespace LearnSharp;

/// <summary>
/// The way between weights and the free parameters that optimizers move: fixed weights have no parameter, logarithmic ones are moved by their
/// logarithm, and a weight that stays above another
/// is given by the way from it, so that any parameters within their bounds are weights that keep all bounds and orders.
/// </summary>
internal sealed partial class ParameterMap
{
    private readonly IReadOnlyList<WeightInfo> _weights;
    private readonly double[] _values;
    private readonly WeightRole[] _roles;
    private readonly int[] _order;
    private readonly int[] _parameterOf;
    private readonly double[] _max;
    private readonly double[] _slopes;
    private readonly double[] _partnerSlopes;
    private readonly int[] _weightOf;

    /// <summary>A map for a program's weights.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="start">Their values: those that are fixed keep them.</param>
    /// <param name="frozen">Further weights that keep their values, or null.</param>
    /// <exception cref="ArgumentException">A value is not finite or outside its bounds, or bounds leave no value; the weight is named.</exception>
    public ParameterMap(IReadOnlyList<WeightInfo> weights, ReadOnlySpan<double> start, IReadOnlySet<int>? frozen = null)
    {
        _weights = weights;
        _values = start.ToArray();
        var n = weights.Count;
        _roles = new WeightRole[n];
        _max = new double[n];
        _slopes = new double[n];
        _partnerSlopes = new double[n];
        _parameterOf = new int[n];
        _order = WeightOrder.PartnersFirst(weights);
        WeightOrder.RequireAllowed(weights, _order, _values);
        FindMaxima(frozen);
        var free = new List<int>();
        foreach (var i in _order)
            _roles[i] = RoleOf(i, frozen);
        for (var i = 0; i < n; i++)
        {
            _parameterOf[i] = -1;
            if (_roles[i] == WeightRole.Constant)
                continue;
            _parameterOf[i] = free.Count;
            free.Add(i);
        }

        _weightOf = [.. free];
        Bounds = FindBounds();
    }

    /// <summary>Number of free parameters.</summary>
    public int Count => _weightOf.Length;

    /// <summary>Number of weights.</summary>
    public int WeightCount => _roles.Length;

    /// <summary>The bounds of the parameters.</summary>
    public Bounds Bounds { get; }

    /// <summary>The weight that a parameter moves.</summary>
    public int WeightOf(int parameter) => _weightOf[parameter];

    /// <summary>Whether a weight is moved by a parameter.</summary>
    public bool IsFree(int weight) => _parameterOf[weight] >= 0;

    /// <summary>The parameters of given weights, which keep all bounds.</summary>
    public double[] ToParameters(ReadOnlySpan<double> weights)
    {
        var x = new double[Count];
        for (var k = 0; k < Count; k++)
        {
            var i = _weightOf[k];
            var low = Low(i, weights);
            x[k] = _roles[i] switch
            {
                WeightRole.Plain => weights[i],
                WeightRole.Logarithmic => Math.Log(weights[i]),
                WeightRole.Gap => weights[i] - low,
                WeightRole.Ratio => Math.Log(weights[i] / low),
                WeightRole.Share => _max[i] > low ? (weights[i] - low) / (_max[i] - low) : 0,
                _ => _max[i] > low ? Math.Log(weights[i] / low) / Math.Log(_max[i] / low) : 0,
            };
        }

        Bounds.Project(x);
        return x;
    }

    /// <summary>The weights of given parameters.</summary>
    /// <param name="x">The parameters, within <see cref="Bounds"/>.</param>
    /// <param name="weights">Receives all weights; every bound and order holds exactly.</param>
    public void ToWeights(ReadOnlySpan<double> x, Span<double> weights)
    {
        foreach (var i in _order)
        {
            if (_roles[i] == WeightRole.Constant)
            {
                weights[i] = _values[i];
                continue;
            }

            var k = _parameterOf[i];
            var parameter = x[k];
            var low = Low(i, weights);
            var value = _roles[i] switch
            {
                WeightRole.Plain => parameter,
                WeightRole.Logarithmic => Math.Exp(parameter),
                WeightRole.Gap => low + parameter,
                WeightRole.Ratio => low * Math.Exp(parameter),
                WeightRole.Share => low + (parameter * (_max[i] - low)),
                _ => low * Math.Pow(_max[i] / low, parameter),
            };

            // A parameter on its bound is a weight on its own, and rounding may carry a transformed value past a limit that its parameter keeps.
            weights[i] = parameter == Bounds.Upper[k] ? _max[i] : parameter == Bounds.Lower[k] ? low : Math.Min(Math.Max(value, low), _max[i]);
        }
    }

    private double Low(int i, ReadOnlySpan<double> weights)
        => _weights[i].Above >= 0 ? Math.Max(_weights[i].Min, weights[_weights[i].Above]) : _weights[i].Min;

    /// <summary>A weight stays below its own maximum and, with room to spare for nothing, below those of all that stay above it.</summary>
    private void FindMaxima(IReadOnlySet<int>? frozen)
    {
        for (var i = 0; i < _max.Length; i++)
            _max[i] = _weights[i].Fixed || frozen?.Contains(i) == true ? _values[i] : _weights[i].Max;
        for (var at = _order.Length - 1; at >= 0; at--)
        {
            var i = _order[at];
            if (_weights[i].Above is >= 0 and var partner)
                _max[partner] = Math.Min(_max[partner], _max[i]);
        }
    }

    private WeightRole RoleOf(int i, IReadOnlySet<int>? frozen)
    {
        var weight = _weights[i];
        if (weight.Fixed || frozen?.Contains(i) == true)
            return WeightRole.Constant;
        var partner = weight.Above;
        var bounded = double.IsFinite(_max[i]);
        if (partner < 0 || _roles[partner] == WeightRole.Constant)
        {
            var low = Low(i, _values);
            if (low == _max[i])
                return WeightRole.Constant;
            if (weight.Log && _values[i] <= 0)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Weight {weight.Name} is logarithmic and starts at {_values[i]}; it must start above zero."));
            }

            return weight.Log ? WeightRole.Logarithmic : WeightRole.Plain;
        }

        if (weight.Log && _weights[partner].Log)
            return bounded ? WeightRole.LogarithmicShare : WeightRole.Ratio;
        return bounded ? WeightRole.Share : WeightRole.Gap;
    }

    private Bounds FindBounds()
    {
        var lower = new double[Count];
        var upper = new double[Count];
        for (var k = 0; k < Count; k++)
        {
            var i = _weightOf[k];
            (lower[k], upper[k]) = _roles[i] switch
            {
                WeightRole.Plain => (Low(i, _values), _max[i]),
                WeightRole.Logarithmic => (Low(i, _values) is > 0 and var low ? Math.Log(low) : double.NegativeInfinity, Math.Log(_max[i])),
                WeightRole.Gap or WeightRole.Ratio => (0, double.PositiveInfinity),
                _ => (0, 1),
            };
        }

        return new Bounds(lower, upper);
    }
}
