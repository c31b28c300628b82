namespace LearnSharp.Ir;

/// <summary>
/// What the floating values of a run are. The interpreter computes every value itself; an algebra says what else it carries.
/// </summary>
/// <typeparam name="T">A floating value.</typeparam>
internal interface IAlgebra<T>
    where T : notnull
{
    /// <summary>A value that depends on no input.</summary>
    T Passive(double value);

    /// <summary>The value alone.</summary>
    double Value(T number);

    /// <summary>The negative of a number.</summary>
    T Negate(T operand, double result);

    /// <summary>A number converted between double and float.</summary>
    T Convert(T operand, double result);

    /// <summary>The result of an arithmetic operator.</summary>
    T Binary(BinaryOperator operation, T left, T right, double result);

    /// <summary>The result of a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">Its floating arguments.</param>
    /// <param name="count">Its int argument, where it has one.</param>
    /// <param name="result">Its value.</param>
    T Math(MathFunction function, T[] arguments, int count, double result);
}
