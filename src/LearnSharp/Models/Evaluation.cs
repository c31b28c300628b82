using System.Globalization;

namespace LearnSharp;

/// <summary>How well a model predicts given rows.</summary>
/// <param name="LossName">Name of the loss.</param>
/// <param name="Loss">Mean loss of a row, weighted where rows have weights.</param>
/// <param name="Count">Number of rows.</param>
/// <param name="RootMeanSquareError">√ of the mean of (prediction − target)², in the units of the target; NaN where results are not numbers.</param>
/// <param name="MeanAbsoluteError">Mean of |prediction − target|; NaN where results are not numbers.</param>
/// <param name="RSquared">1 − Σ(prediction − target)² / Σ(target − mean)²: 1 is perfect, 0 no better than always predicting the mean. NaN where
/// results are not numbers or targets do not vary.</param>
public sealed record Evaluation(string LossName, double Loss, int Count, double RootMeanSquareError, double MeanAbsoluteError, double RSquared)
{
    /// <summary>One line for a person.</summary>
    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{LossName} loss {Loss:G6} over {Count} rows");
        return double.IsNaN(RootMeanSquareError)
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text} (RMSE {RootMeanSquareError:G6}, MAE {MeanAbsoluteError:G6}, R² {RSquared:F4})");
    }
}
