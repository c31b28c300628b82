using System;

namespace LearnSharp;

/// <summary>
/// Markers in the body of a learnable method. Those for weights and choices stand as the initializer of a local variable, which names them; their arguments are
/// constants. Run as plain C# such a marker returns its starting value.
/// </summary>
public static class Learn
{
    /// <summary>Declares a continuous weight: <c>var heavy = Learn.Weight(20.0, min: 0);</c></summary>
    /// <param name="start">The starting value.</param>
    /// <param name="min">The smallest allowed value.</param>
    /// <param name="max">The largest allowed value.</param>
    /// <param name="log">Search and scale logarithmically; the starting value and the bounds must be positive.</param>
    /// <param name="above">The weight that this one stays at or above, by <c>nameof</c>; null for none.</param>
    /// <param name="isFixed">Never trained.</param>
    /// <returns><paramref name="start"/>.</returns>
    public static double Weight(
        double start,
        double min = double.NegativeInfinity,
        double max = double.PositiveInfinity,
        bool log = false,
        string? above = null,
        bool isFixed = false) => start;

    /// <summary>
    /// Declares several weights, one for each element: <c>var taps = Learn.Weights([1.0, 0.5, 0.25]);</c> gives <c>Taps0</c>, <c>Taps1</c> and <c>Taps2</c>.
    /// </summary>
    /// <param name="start">The starting values.</param>
    /// <returns>A new array of the starting values.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="start"/> is null.</exception>
    public static double[] Weights(double[] start) => start is null ? throw new ArgumentNullException(nameof(start)) : (double[])start.Clone();

    /// <summary>
    /// Declares a discrete choice: <c>var steps = Learn.Choice(2, 1, 2, 4);</c>. Without options a bool chooses between false and true and an enum among all
    /// its members.
    /// </summary>
    /// <typeparam name="T">bool, an enum, int, long, double or float.</typeparam>
    /// <param name="start">The starting option, one of <paramref name="options"/> where there are any.</param>
    /// <param name="options">The options.</param>
    /// <returns><paramref name="start"/>.</returns>
    public static T Choice<T>(T start, params T[] options)
        where T : struct => start;

    /// <summary>Declares a choice among the integers from <paramref name="min"/> to <paramref name="max"/>, both included.</summary>
    /// <param name="start">The starting option, inside the range.</param>
    /// <param name="min">The first option.</param>
    /// <param name="max">The last option.</param>
    /// <returns><paramref name="start"/>.</returns>
    public static int ChoiceInRange(int start, int min, int max) => start;

    /// <summary>A value without its derivative: what depends on it counts it as constant.</summary>
    /// <param name="value">Any number.</param>
    /// <returns><paramref name="value"/>.</returns>
    public static double Detach(double value) => value;

    /// <inheritdoc cref="Detach(double)"/>
    public static float Detach(float value) => value;

    /// <summary>A copy of an array without the derivatives of its elements.</summary>
    /// <param name="values">The array.</param>
    /// <returns>A new array of the same values.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static double[] Detach(double[] values) => values is null ? throw new ArgumentNullException(nameof(values)) : (double[])values.Clone();

    /// <inheritdoc cref="Detach(double[])"/>
    public static float[] Detach(float[] values) => values is null ? throw new ArgumentNullException(nameof(values)) : (float[])values.Clone();

    /// <summary>
    /// Where a function of one number takes a number to itself: repeats <paramref name="step"/> until it moves by no more than <paramref name="tolerance"/>. The derivative is that
    /// of the solution, whatever the start and however many steps it took: dx = ∂step/∂θ · dθ / (1 - ∂step/∂x), by the implicit function theorem (Christianson 1994,
    /// "Reverse accumulation and attractive fixed points"). It is infinite where ∂step/∂x is one, or not a number where ∂step/∂θ is zero as well.
    /// </summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="step">The function; it must not change variables around it.</param>
    /// <param name="tolerance">The longest last step.</param>
    /// <param name="maxSteps">The most steps.</param>
    /// <returns>What the last step gave.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is null.</exception>
    /// <exception cref="InvalidOperationException">No step was short enough.</exception>
    public static double FixedPoint(double start, Func<double, double> step, double tolerance = 1e-12, int maxSteps = 1000)
    {
        if (step is null)
            throw new ArgumentNullException(nameof(step));
        for (var i = 0; i < maxSteps; i++)
        {
            var next = step(start);
            if (Math.Abs(next - start) <= tolerance)
                return next;
            start = next;
        }

        throw DidNotConverge();
    }

    /// <summary>
    /// Where a function of several numbers takes them to themselves: repeats <paramref name="step"/> until none of them moves by more than <paramref name="tolerance"/>. The derivative is
    /// that of the solution, whatever the start and however many steps it took: (I - ∂step/∂x) dx = ∂step/∂θ · dθ, by the implicit function theorem (Christianson 1994, "Reverse
    /// accumulation and attractive fixed points"). The equations are solved by elimination with partial pivoting, after one directional derivative of the step for each of the numbers; where
    /// they have no solution, the derivative throws an <see cref="InvalidOperationException"/>, and the value does not.
    /// </summary>
    /// <param name="start">Where to begin; it is left as it is.</param>
    /// <param name="step">The function. It returns as many numbers as it is given, and must not change what it is given or variables around it.</param>
    /// <param name="tolerance">The longest last step of any of the numbers.</param>
    /// <param name="maxSteps">The most steps.</param>
    /// <returns>A new array: what the last step gave.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="start"/> or <paramref name="step"/> is null.</exception>
    /// <exception cref="ArgumentException">The step returned another number of numbers.</exception>
    /// <exception cref="InvalidOperationException">No step was short enough.</exception>
    public static double[] FixedPoint(double[] start, Func<double[], double[]> step, double tolerance = 1e-12, int maxSteps = 1000)
    {
        if (start is null)
            throw new ArgumentNullException(nameof(start));
        if (step is null)
            throw new ArgumentNullException(nameof(step));
        var at = (double[])start.Clone();
        for (var i = 0; i < maxSteps; i++)
        {
            var next = step(at);
            if (next.Length != at.Length)
                throw new ArgumentException("The step of Learn.FixedPoint must return as many numbers as it is given.");
            var isFar = false;
            for (var k = 0; k < at.Length; k++)
            {
                isFar |= !(Math.Abs(next[k] - at[k]) <= tolerance);
                at[k] = next[k];
            }

            if (!isFar)
                return at;
        }

        throw DidNotConverge();
    }

    /// <summary>Where a function of two numbers takes them to themselves, as <see cref="FixedPoint(double[], Func{double[], double[]}, double, int)"/> finds it for any number of them.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="step">The function; it must not change variables around it.</param>
    /// <param name="tolerance">The longest last step of either number.</param>
    /// <param name="maxSteps">The most steps.</param>
    /// <returns>What the last step gave.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="step"/> is null.</exception>
    /// <exception cref="InvalidOperationException">No step was short enough.</exception>
    public static (double First, double Second) FixedPoint(
        (double First, double Second) start, Func<(double First, double Second), (double First, double Second)> step, double tolerance = 1e-12, int maxSteps = 1000)
    {
        if (step is null)
            throw new ArgumentNullException(nameof(step));
        for (var i = 0; i < maxSteps; i++)
        {
            var next = step(start);
            var isNear = Math.Abs(next.First - start.First) <= tolerance && Math.Abs(next.Second - start.Second) <= tolerance;
            start = next;
            if (isNear)
                return start;
        }

        throw DidNotConverge();
    }

    private static InvalidOperationException DidNotConverge() =>
        new("The steps of Learn.FixedPoint did not become short enough; start closer, allow more steps or a longer last one, or damp the step.");
}
