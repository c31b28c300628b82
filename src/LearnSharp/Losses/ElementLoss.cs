using System;

namespace LearnSharp;

/// <summary>The formulas of the built-in losses for one number. A value type, so that loops over numbers call it directly.</summary>
/// <param name="kind">Which formula.</param>
/// <param name="delta">Huber's δ.</param>
/// <param name="labels">Whether the target is a bool, so that a predicted number means true from 0.5 on.</param>
internal readonly struct ElementLoss(LossKind kind, double delta, bool labels)
{
    /// <summary>The loss of a prediction.</summary>
    public double Value(double predicted, double actual)
    {
        var error = predicted - actual;
        return kind switch
        {
            LossKind.Squared => error * error,
            LossKind.Absolute => Math.Abs(error),
            LossKind.Huber => Huber(error),
            LossKind.Log => LogLoss(predicted, actual),
            _ => (labels ? (predicted >= 0.5 ? 1 : 0) : predicted) == actual ? 0 : 1,
        };
    }

    /// <summary>The derivative of the loss by the prediction; 0 at the kink of the absolute loss.</summary>
    public double Derivative(double predicted, double actual)
    {
        var error = predicted - actual;
        return kind switch
        {
            LossKind.Squared => 2 * error,
            LossKind.Absolute => Sign(error),
            LossKind.Huber => Math.Clamp(error, -delta, delta),
            LossKind.Log => (actual * LogSlope(predicted)) + ((1 - actual) * -LogSlope(1 - predicted)),
            _ => throw new NotSupportedException("The zero-one loss has no derivative."),
        };
    }

    /// <summary>
    /// A number q with q² equal to the loss (the absolute loss with its kink rounded over <paramref name="smoothing"/>) and the sign of the error,
    /// so that methods for least squares minimize
    /// it, and its derivative by the prediction. For the squared loss q is the error itself.
    /// </summary>
    /// <param name="predicted">The prediction.</param>
    /// <param name="actual">The target.</param>
    /// <param name="smoothing">ε of √(e² + ε²) − ε, in the units of the target; positive for the absolute loss.</param>
    /// <param name="slope">Receives dq/dprediction.</param>
    public double Residual(double predicted, double actual, double smoothing, out double slope)
    {
        var error = predicted - actual;
        if (kind == LossKind.Squared)
        {
            slope = 1;
            return error;
        }

        double root;
        if (kind == LossKind.Absolute)
        {
            // √(e² + ε²) − ε without cancellation.
            var hypotenuse = Math.Sqrt((error * error) + (smoothing * smoothing));
            root = Math.Abs(error) / Math.Sqrt(hypotenuse + smoothing);
            slope = root == 0 ? 1 / Math.Sqrt(2 * smoothing) : Math.Abs(error) / hypotenuse / (2 * root);
        }
        else if (Math.Abs(error) <= delta)
        {
            root = Math.Abs(error) / Math.Sqrt(2);
            slope = 1 / Math.Sqrt(2);
        }
        else
        {
            root = Math.Sqrt(Huber(error));
            slope = delta / (2 * root);
        }

        return error < 0 ? -root : root;
    }

    /// <summary>The absolute loss with its kink rounded over ε, and its derivative.</summary>
    public static double SmoothAbsolute(double error, double smoothing, out double derivative)
    {
        var hypotenuse = Math.Sqrt((error * error) + (smoothing * smoothing));
        derivative = error / hypotenuse;
        return error * error / (hypotenuse + smoothing);
    }

    private static double LogLoss(double predicted, double actual)
    {
        var loss = 0.0;
        if (actual > 0)
            loss -= actual * Log(predicted);
        if (actual < 1)
            loss -= (1 - actual) * Log(1 - predicted);
        return loss;
    }

    private static double Log(double probability) => probability >= BuiltInLoss.SmallestProbability
        ? Math.Log(probability)
        : Math.Log(BuiltInLoss.SmallestProbability) + ((probability - BuiltInLoss.SmallestProbability) / BuiltInLoss.SmallestProbability);

    private static double LogSlope(double probability) => -1 / Math.Max(probability, BuiltInLoss.SmallestProbability);

    private static double Sign(double value) => value > 0 ? 1 : value < 0 ? -1 : 0;

    private double Huber(double error)
    {
        var size = Math.Abs(error);
        return size <= delta ? 0.5 * error * error : delta * (size - (0.5 * delta));
    }
}
