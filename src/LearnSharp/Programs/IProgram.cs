using System;

namespace LearnSharp;

/// <summary>
/// What the generator emits for a learnable method, as the nested struct <c>MProgram</c>. Static abstract members: the trainer is generic over the
/// program, so that its inner loops call the generated code directly, without delegates. Users call the typed members of <c>MProgram</c> instead.
/// </summary>
/// <typeparam name="TInput">The data of one row: the method's parameters that are neither weights nor choices.</typeparam>
/// <typeparam name="TWeights">The continuous weights.</typeparam>
/// <typeparam name="TChoices">The discrete choices.</typeparam>
/// <typeparam name="TResult">The method's result.</typeparam>
public partial interface IProgram<TInput, TWeights, TChoices, TResult>
    where TInput : struct
    where TWeights : struct
    where TChoices : struct
{
    /// <summary>Names, bounds, hashes and the code of the program.</summary>
    static abstract ProgramInfo Info { get; }

    /// <summary>Runs the method itself. The input's arrays are never changed: those the method writes are copied first.</summary>
    /// <param name="input">The data.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="choices">The choices.</param>
    static abstract TResult Run(in TInput input, in TWeights weights, in TChoices choices);

    /// <summary>
    /// Runs the method and adds the vector–Jacobian product to <paramref name="derivative"/>:
    /// <c>derivative[j] += Σᵢ seed[i] · ∂outputᵢ/∂weightⱼ</c>, outputs as in <see cref="Outputs"/>, weights as in
    /// <see cref="Flatten(in TWeights, Span{double})"/>.
    /// If the method throws, nothing has been added.
    /// </summary>
    /// <param name="input">The data.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="choices">The choices.</param>
    /// <param name="seed">One value per output, exactly as many.</param>
    /// <param name="derivative">One value per weight; added to.</param>
    /// <returns>The method's result.</returns>
    /// <exception cref="NotSupportedException">The program has no gradient (<see cref="ProgramInfo.HasGradient"/>).</exception>
    static abstract TResult Pullback(in TInput input, in TWeights weights, in TChoices choices, double[] seed, Span<double> derivative);

    /// <summary>The number of numeric outputs in a result: 1 for a number, bool or enum, the length of an array, the leaves of a struct.</summary>
    /// <param name="result">A result.</param>
    static abstract int OutputCount(in TResult result);

    /// <summary>
    /// Writes the numeric outputs of a result: a number itself, an array's elements, a struct's fields in order, a bool as 0 or 1, an enum as its
    /// value.
    /// </summary>
    /// <param name="result">A result.</param>
    /// <param name="outputs">Receives <see cref="OutputCount"/> values.</param>
    static abstract void Outputs(in TResult result, Span<double> outputs);

    /// <summary>Writes the weights in declaration order, arrays element by element.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="values">Receives one value per <see cref="ProgramInfo.Weights"/> entry.</param>
    static abstract void Flatten(in TWeights weights, Span<double> values);

    /// <summary>The weights from their values in declaration order.</summary>
    /// <param name="values">One value per <see cref="ProgramInfo.Weights"/> entry.</param>
    static abstract TWeights CreateWeights(ReadOnlySpan<double> values);

    /// <summary>Writes, for every choice, the index of its option; -1 for a value that is none of the options.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="options">Receives one index per <see cref="ProgramInfo.Choices"/> entry.</param>
    static abstract void IndexOptions(in TChoices choices, Span<int> options);

    /// <summary>The choices from the indexes of their options.</summary>
    /// <param name="options">One index per <see cref="ProgramInfo.Choices"/> entry, inside its options.</param>
    static abstract TChoices CreateChoices(ReadOnlySpan<int> options);

    /// <summary>Finds the first number in an input that is NaN or infinite.</summary>
    /// <param name="input">The data.</param>
    /// <param name="value">The number found.</param>
    /// <returns>Its column: the input's name, with the index for an array (<c>Taps[3]</c>), the field for a struct; null when all are
    /// finite.</returns>
    static abstract string? FindNonFinite(in TInput input, out double value);

    /// <summary>An input by its position in <see cref="ProgramInfo.Inputs"/>, for costs that bind to inputs by name.</summary>
    /// <typeparam name="T">The declared type of that input.</typeparam>
    /// <param name="input">The data.</param>
    /// <param name="index">Position in <see cref="ProgramInfo.Inputs"/>.</param>
    /// <exception cref="InvalidCastException">The input is of another type.</exception>
    static abstract T GetInput<T>(in TInput input, int index);
}
