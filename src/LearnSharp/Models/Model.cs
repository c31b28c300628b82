using System;
using System.Collections.Generic;

namespace LearnSharp;

/// <summary>Weights and choices of a program: what was learned. Immutable and thread-safe.</summary>
/// <typeparam name="TProgram">The generated program.</typeparam>
/// <typeparam name="TInput">The data of one row.</typeparam>
/// <typeparam name="TWeights">The continuous weights.</typeparam>
/// <typeparam name="TChoices">The discrete choices.</typeparam>
/// <typeparam name="TResult">The program's result.</typeparam>
public abstract class Model<TProgram, TInput, TWeights, TChoices, TResult>
    where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
    where TInput : struct
    where TWeights : struct
    where TChoices : struct
{
    private readonly TWeights _weights;
    private readonly TChoices _choices;

    /// <summary>A model of given values.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="choices">The choices.</param>
    /// <exception cref="ArgumentException">A choice is none of its options.</exception>
    protected Model(TWeights weights, TChoices choices)
        : this(new ModelState<TWeights, TChoices>(weights, choices, null, []))
    {
    }

    /// <summary>A model that was trained or loaded.</summary>
    /// <param name="state">Its values and where they come from.</param>
    /// <exception cref="ArgumentException">A choice is none of its options.</exception>
    protected Model(ModelState<TWeights, TChoices> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        ChoiceCheck.Require<TProgram, TInput, TWeights, TChoices, TResult>(state.Choices);
        _weights = state.Weights;
        _choices = state.Choices;
        State = state;
    }

    /// <summary>The weights.</summary>
    public TWeights Weights => _weights;

    /// <summary>The choices.</summary>
    public TChoices Choices => _choices;

    /// <summary>How the weights were trained; null for values that were written by hand.</summary>
    public TrainingRecord? Training => State.Training;

    /// <summary>
    /// What was noticed when the model was loaded: weights and choices that are new, gone or out of bounds, a changed body. Empty otherwise.
    /// </summary>
    public IReadOnlyList<string> LoadNotes => State.LoadNotes;

    internal ModelState<TWeights, TChoices> State { get; }

    /// <summary>Runs the method with the model's weights and choices.</summary>
    /// <param name="input">The data.</param>
    public TResult Predict(in TInput input) => TProgram.Run(in input, in _weights, in _choices);

    /// <summary>Measures the predictions against what was observed.</summary>
    /// <typeparam name="TRow">A row of the caller's data.</typeparam>
    /// <typeparam name="TTarget">What was observed.</typeparam>
    /// <param name="rows">The rows, read once.</param>
    /// <param name="input">The program's input in a row.</param>
    /// <param name="target">What was observed.</param>
    /// <param name="loss">The loss; null for the one that a fit would use.</param>
    /// <param name="weight">The weight of a row; null for 1.</param>
    /// <exception cref="FitDataException">There are no rows, or a row holds a number that is not finite or a negative weight.</exception>
    public Evaluation Evaluate<TRow, TTarget>(
        IEnumerable<TRow> rows,
        Func<TRow, TInput> input,
        Func<TRow, TTarget> target,
        Loss<TResult, TTarget>? loss = null,
        Func<TRow, double>? weight = null)
        => Evaluator.Evaluate<TProgram, TInput, TWeights, TChoices, TResult, TTarget, TRow>(rows, input, target, weight, loss, this);

    /// <summary>Measures the predictions against observed results.</summary>
    /// <param name="rows">Inputs with what was observed, read once.</param>
    /// <param name="loss">The loss; null for the one that a fit would use.</param>
    /// <exception cref="FitDataException">There are no rows, or a row holds a number that is not finite.</exception>
    public Evaluation Evaluate(IEnumerable<(TInput Input, TResult Target)> rows, Loss<TResult, TResult>? loss = null)
        => Evaluate(rows, static row => row.Input, static row => row.Target, loss);

    /// <summary>Writes the artefact file: complete or not at all, the same bytes for the same model.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <exception cref="System.IO.IOException">The file cannot be written.</exception>
    public void Save(string path) => ModelFile.Save<TProgram, TInput, TWeights, TChoices, TResult>(State, path);

    /// <summary>
    /// The learned method as plain C#, with the methods it calls: weights as constants, dead branches gone, no reference to LearnSharp. It stands in any type of
    /// a file with <c>using System;</c>; types of yours that it speaks of are named in full.
    /// </summary>
    /// <exception cref="NotSupportedException">The method's body was not analysed (<c>[Learnable(Gradients = false)]</c>), so that there is no code
    /// to print.</exception>
    public string ToCSharp() => LearnedSource.Print<TProgram, TInput, TWeights, TChoices, TResult>(State);

    /// <summary>The values, one per line.</summary>
    public override string ToString() => ModelText.Describe<TProgram, TInput, TWeights, TChoices, TResult>(State);
}
