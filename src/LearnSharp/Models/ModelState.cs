using System.Collections.Generic;

namespace LearnSharp;

/// <summary>What a model consists of: the values, how they were trained, and what was noticed when they were loaded.</summary>
/// <typeparam name="TWeights">The continuous weights.</typeparam>
/// <typeparam name="TChoices">The discrete choices.</typeparam>
/// <param name="Weights">The weights.</param>
/// <param name="Choices">The choices.</param>
/// <param name="Training">How they were trained; null for values that were written by hand.</param>
/// <param name="LoadNotes">What was noticed when the model was loaded from a file: weights that are new or gone, a changed body. Empty
/// otherwise.</param>
public sealed record ModelState<TWeights, TChoices>(TWeights Weights, TChoices Choices, TrainingRecord? Training, IReadOnlyList<string> LoadNotes)
    where TWeights : struct
    where TChoices : struct;
