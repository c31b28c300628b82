namespace LearnSharp.Ir;

/// <summary>How well a training went. Losses that are not finite are not written.</summary>
/// <param name="Loss">Name of the loss.</param>
/// <param name="Rows">Number of training rows; 0 for a black-box cost.</param>
/// <param name="Before">Mean loss before training, or null when there was none.</param>
/// <param name="After">Mean loss after training, or null when there was none.</param>
/// <param name="ValidationRows">Number of validation rows; 0 where there were none.</param>
/// <param name="ValidationBefore">Mean loss on the validation rows before training, or null.</param>
/// <param name="ValidationAfter">Mean loss on the validation rows after training, or null.</param>
public sealed record ArtefactMetrics(
    string Loss, int Rows, double? Before, double? After, int ValidationRows = 0, double? ValidationBefore = null, double? ValidationAfter = null);
