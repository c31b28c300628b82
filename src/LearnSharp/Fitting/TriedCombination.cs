using System.Collections.Generic;

namespace LearnSharp;

/// <summary>A combination of choices that a fit tried, with the weights fitted for it.</summary>
/// <typeparam name="TChoices">The discrete choices.</typeparam>
/// <param name="Choices">The choices.</param>
/// <param name="Options">Their options as text, in declaration order.</param>
/// <param name="Score">What combinations are compared by: the loss on the validation rows if given, else on the training rows. NaN where the
/// program failed.</param>
/// <param name="Loss">The loss on the training rows.</param>
/// <param name="Evaluations">Evaluations spent on it.</param>
public sealed record TriedCombination<TChoices>(TChoices Choices, IReadOnlyList<string> Options, double Score, double Loss, int Evaluations)
    where TChoices : struct;
