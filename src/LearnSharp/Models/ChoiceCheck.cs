using System;

namespace LearnSharp;

/// <summary>Checks that choices hold only values among their options.</summary>
internal static class ChoiceCheck
{
    /// <summary>The index of every choice's option.</summary>
    /// <exception cref="ArgumentException">A choice is none of its options.</exception>
    public static int[] Require<TProgram, TInput, TWeights, TChoices, TResult>(in TChoices choices)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var info = TProgram.Info;
        var indexes = new int[info.Choices.Count];
        TProgram.IndexOptions(in choices, indexes);
        for (var i = 0; i < indexes.Length; i++)
        {
            if (indexes[i] < 0)
            {
                var options = string.Join(", ", info.Choices[i].Options);
                throw new ArgumentException(
                    $"Choice {info.Choices[i].Name} of {info.FullName} in {choices} is none of its options: {options}.", nameof(choices));
            }
        }

        return indexes;
    }
}
