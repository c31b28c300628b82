using System;
using System.Collections.Generic;

namespace LearnSharp;

/// <summary>The result of a fit: the model and how it came about. <see cref="ToString"/> is a table for a person.</summary>
/// <typeparam name="TProgram">The generated program.</typeparam>
/// <typeparam name="TInput">The data of one row.</typeparam>
/// <typeparam name="TWeights">The continuous weights.</typeparam>
/// <typeparam name="TChoices">The discrete choices.</typeparam>
/// <typeparam name="TResult">The program's result.</typeparam>
public abstract class FitResult<TProgram, TInput, TWeights, TChoices, TResult>
    where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
    where TInput : struct
    where TWeights : struct
    where TChoices : struct
{
    private readonly FitOutcome<TWeights, TChoices> _outcome;

    /// <summary>A result around what the trainer found.</summary>
    /// <param name="outcome">What the trainer found.</param>
    protected FitResult(FitOutcome<TWeights, TChoices> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        _outcome = outcome;
    }

    /// <summary>The trained model.</summary>
    public abstract Model<TProgram, TInput, TWeights, TChoices, TResult> Model { get; }

    /// <summary>The trained weights.</summary>
    public TWeights Weights => _outcome.Weights;

    /// <summary>The chosen options.</summary>
    public TChoices Choices => _outcome.Choices;

    /// <summary>The mean loss on the training rows with the trained weights, by the method itself.</summary>
    public double Loss => _outcome.Training.LossAfter;

    /// <summary>The mean loss on the training rows with the weights that training started from.</summary>
    public double LossBefore => _outcome.Training.LossBefore;

    /// <summary>The mean loss on the validation rows with the trained weights; NaN without validation rows.</summary>
    public double ValidationLoss => _outcome.Training.ValidationLossAfter;

    /// <summary>The mean loss on the validation rows with the weights that training started from; NaN without validation rows.</summary>
    public double ValidationLossBefore => _outcome.Training.ValidationLossBefore;

    /// <summary>
    /// The standard error of each weight after a least-squares fit: √ of the diagonal of s²(JᵀJ)⁻¹, s² = Σ w·e² / (n − p). NaN for weights that are
    /// fixed or at a bound, and after other
    /// fits; infinity for weights that the data does not determine.
    /// </summary>
    public TWeights StandardErrors => _outcome.StandardErrors;

    /// <summary>Why training ended.</summary>
    public StopReason StopReason => _outcome.StopReason;

    /// <summary>The method that trained the weights, in words.</summary>
    public string Method => _outcome.Method;

    /// <summary>Evaluations made: passes over the rows, or calls of a black-box cost.</summary>
    public int Evaluations => _outcome.Evaluations;

    /// <summary>Time spent.</summary>
    public TimeSpan Elapsed => _outcome.Elapsed;

    /// <summary>The combinations of choices that were tried, best first; one for a program without choices.</summary>
    public IReadOnlyList<TriedCombination<TChoices>> Tried => _outcome.Tried;

    /// <summary>What a person should know: weights at a bound, weights that had no influence, a search that was cut short.</summary>
    public IReadOnlyList<string> Warnings => _outcome.Warnings;

    /// <summary>
    /// Writes the artefact file into the project: <c>Type.Method.learned.json</c> in the first folder upwards from the running program that holds a
    /// <c>*.csproj</c>. The weight set of a type goes into a file of its own, <c>Type.learned.json</c>, which all methods that read it share.
    /// </summary>
    /// <returns>The path written: of several the method's own, or the first type's where nothing is the method's own.</returns>
    /// <exception cref="InvalidOperationException">There is no such folder (a published program): name a path.</exception>
    /// <exception cref="System.IO.IOException">The file cannot be written.</exception>
    public string Save() => ModelFile.SaveToProject<TProgram, TInput, TWeights, TChoices, TResult>(_outcome.State, AppContext.BaseDirectory);

    /// <summary>Writes the artefact file: complete or not at all.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <exception cref="System.IO.IOException">The file cannot be written.</exception>
    public void Save(string path) => ModelFile.Save<TProgram, TInput, TWeights, TChoices, TResult>(_outcome.State, path);

    /// <summary>A table: losses before and after, each weight with start, value and standard error, each choice, how training ended.</summary>
    public override string ToString() => FitReport.Write<TProgram, TInput, TWeights, TChoices, TResult>(_outcome);
}
