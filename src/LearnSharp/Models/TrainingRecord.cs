namespace LearnSharp;

/// <summary>How well a training went, as an artefact records it.</summary>
/// <param name="LossName">Name of the loss.</param>
/// <param name="Rows">Number of training rows; 0 where there were none (a black-box cost).</param>
/// <param name="LossBefore">Loss on the training rows with the weights that the training started from.</param>
/// <param name="LossAfter">Loss on the training rows with the trained weights.</param>
/// <param name="ValidationRows">Number of validation rows; 0 where none were given.</param>
/// <param name="ValidationLossBefore">Loss on the validation rows before; NaN without validation rows.</param>
/// <param name="ValidationLossAfter">Loss on the validation rows after; NaN without validation rows.</param>
public sealed record TrainingRecord(
    string LossName,
    int Rows,
    double LossBefore,
    double LossAfter,
    int ValidationRows = 0,
    double ValidationLossBefore = double.NaN,
    double ValidationLossAfter = double.NaN);
