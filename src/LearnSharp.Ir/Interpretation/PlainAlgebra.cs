namespace LearnSharp.Ir;

/// <summary>Values alone.</summary>
internal sealed class PlainAlgebra : IAlgebra<double>
{
    /// <inheritdoc/>
    public double Passive(double value) => value;

    /// <inheritdoc/>
    public double Value(double number) => number;

    /// <inheritdoc/>
    public double Negate(double operand, double result) => result;

    /// <inheritdoc/>
    public double Convert(double operand, double result) => result;

    /// <inheritdoc/>
    public double Binary(BinaryOperator operation, double left, double right, double result) => result;

    /// <inheritdoc/>
    public double Math(MathFunction function, double[] arguments, int count, double result) => result;
}
