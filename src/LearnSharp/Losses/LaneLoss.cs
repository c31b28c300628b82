using System.Runtime.CompilerServices;
using LearnSharp.Runtime;

namespace LearnSharp;

/// <summary>The formulas of <see cref="ElementLoss"/> for a row in each lane.</summary>
/// <param name="kind">Which formula; null for programs whose result is itself the cost.</param>
/// <param name="delta">Huber's δ.</param>
/// <param name="smoothing">Half-width of the rounding of kinks; 0 for none.</param>
internal readonly struct LaneLoss(LossKind? kind, double delta, double smoothing)
{
    /// <summary>The loss of each row.</summary>
    /// <param name="predicted">The results.</param>
    /// <param name="actual">The targets.</param>
    public T Value<T>(T predicted, T actual)
        where T : struct, ILanes<T>
    {
        var error = predicted - actual;
        return kind switch
        {
            null => predicted,
            LossKind.Squared => error * error,
            LossKind.Absolute => T.Abs(error),
            LossKind.Huber => Huber(error),
            _ => LogLoss(predicted, actual),
        };
    }

    /// <summary>The loss of each row, kinks rounded, and its derivative by the result.</summary>
    /// <param name="predicted">The results.</param>
    /// <param name="actual">The targets.</param>
    /// <param name="slope">Receives the derivatives.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Gradient<T>(T predicted, T actual, out T slope)
        where T : struct, ILanes<T>
    {
        if (kind == LossKind.Squared)
        {
            var error = predicted - actual;
            slope = error + error;
            return error * error;
        }

        return OtherGradient(predicted, actual, out slope);
    }

    /// <summary>A number whose square is the loss, with the sign of the error, and its derivative by the result (<see cref="ElementLoss.Residual"/>).</summary>
    /// <param name="predicted">The results.</param>
    /// <param name="actual">The targets.</param>
    /// <param name="slope">Receives the derivatives.</param>
    public T Residual<T>(T predicted, T actual, out T slope)
        where T : struct, ILanes<T>
    {
        var error = predicted - actual;
        if (kind == LossKind.Squared)
        {
            slope = T.Of(1);
            return error;
        }

        T root;
        if (kind == LossKind.Absolute)
        {
            var width = T.Of(smoothing);
            var hypotenuse = T.Sqrt((error * error) + (width * width));
            root = T.Abs(error) / T.Sqrt(hypotenuse + width);
            slope = T.Select(T.Equal(root, default), T.Of(1) / T.Sqrt(width + width), T.Abs(error) / hypotenuse / (root + root));
        }
        else
        {
            var isInner = T.LessOrEqual(T.Abs(error), T.Of(delta));
            var outer = T.Sqrt(Huber(error));
            root = T.Select(isInner, T.Abs(error) / T.Sqrt(T.Of(2)), outer);
            slope = T.Select(isInner, T.Of(1) / T.Sqrt(T.Of(2)), T.Of(delta) / (outer + outer));
        }

        return T.Select(T.Less(error, default), -root, root);
    }

    private T OtherGradient<T>(T predicted, T actual, out T slope)
        where T : struct, ILanes<T>
    {
        var error = predicted - actual;
        if (kind == LossKind.Absolute && smoothing > 0)
        {
            var width = T.Of(smoothing);
            var hypotenuse = T.Sqrt((error * error) + (width * width));
            slope = error / hypotenuse;
            return error * error / (hypotenuse + width);
        }

        slope = kind switch
        {
            null => T.Of(1),
            LossKind.Absolute => T.Select(T.Less(default, error), T.Of(1), T.Select(T.Less(error, default), T.Of(-1), default)),
            LossKind.Huber => Lanes.Clamp(error, T.Of(-delta), T.Of(delta)),
            _ => (actual * LogSlope(predicted)) - ((T.Of(1) - actual) * LogSlope(T.Of(1) - predicted)),
        };
        return Value(predicted, actual);
    }

    private T Huber<T>(T error)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(error);
        return T.Select(T.LessOrEqual(size, T.Of(delta)), T.Of(0.5) * error * error, T.Of(delta) * (size - T.Of(0.5 * delta)));
    }

    // A term with a weight of zero is left out, as its logarithm may be infinite.
    private static T LogLoss<T>(T predicted, T actual)
        where T : struct, ILanes<T>
    {
        var other = T.Of(1) - actual;
        var hit = T.Select(T.Less(default, actual), actual * Log(predicted), default);
        return -hit - T.Select(T.Less(actual, T.Of(1)), other * Log(T.Of(1) - predicted), default);
    }

    private static T Log<T>(T probability)
        where T : struct, ILanes<T>
    {
        var smallest = T.Of(BuiltInLoss.SmallestProbability);
        var isOrdinary = T.LessOrEqual(smallest, probability);
        var logarithm = Lanes.Log(T.Select(isOrdinary, probability, smallest));
        return T.Select(isOrdinary, logarithm, logarithm + ((probability - smallest) / smallest));
    }

    private static T LogSlope<T>(T probability)
        where T : struct, ILanes<T> => T.Of(-1) / T.Max(probability, T.Of(BuiltInLoss.SmallestProbability));
}
