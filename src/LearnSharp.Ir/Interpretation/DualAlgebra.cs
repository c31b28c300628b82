using System;

namespace LearnSharp.Ir;

/// <summary>Values with derivatives by <paramref name="inputs"/> inputs at once.</summary>
/// <param name="inputs">The number of inputs.</param>
internal sealed class DualAlgebra(int inputs) : IAlgebra<Dual>
{
    /// <summary>The value of input <paramref name="index"/>.</summary>
    public Dual Input(double value, int index)
    {
        var (tangents, contributions) = (new double[inputs], new double[inputs]);
        (tangents[index], contributions[index]) = (1, 1);
        return new(value, tangents, contributions);
    }

    /// <inheritdoc/>
    public Dual Passive(double value) => new(value, null, null);

    /// <inheritdoc/>
    public double Value(Dual number) => number.Value;

    /// <inheritdoc/>
    public Dual Negate(Dual operand, double result) => Combine(result, (operand, -1));

    /// <inheritdoc/>
    public Dual Convert(Dual operand, double result) => Combine(result, (operand, 1));

    /// <inheritdoc/>
    public Dual Binary(BinaryOperator operation, Dual left, Dual right, double result)
    {
        var (byLeft, byRight) = PartialDerivatives.Of(operation, left.Value, right.Value, result);
        return Combine(result, (left, byLeft), (right, byRight));
    }

    /// <inheritdoc/>
    public Dual Math(MathFunction function, Dual[] arguments, int count, double result)
    {
        var partials = PartialDerivatives.Of(function, Array.ConvertAll(arguments, static argument => argument.Value), count, result);
        var terms = new (Dual, Partial?)[arguments.Length];
        for (var i = 0; i < terms.Length; i++)
            terms[i] = (arguments[i], partials[i]);
        return Combine(result, terms);
    }

    private Dual Combine(double result, params ReadOnlySpan<(Dual Operand, Partial? Partial)> terms)
    {
        double[]? tangents = null;
        double[]? contributions = null;
        foreach (var (operand, partial) in terms)
        {
            if (operand.Tangents is null || partial is not { } factor)
                continue;
            tangents ??= new double[inputs];
            contributions ??= new double[inputs];
            for (var i = 0; i < inputs; i++)
            {
                // An operand that does not depend on the input is passive for it: nothing passes, however steep the partial.
                if (operand.Contributions![i] == 0)
                    continue;
                tangents[i] += factor.Value * operand.Tangents[i];
                contributions[i] += factor.Magnitude * operand.Contributions[i];
            }
        }

        return new(result, tangents, contributions);
    }
}
