using System;
using System.Text;

namespace LearnSharp;

/// <summary>A model's values for a person.</summary>
internal static class ModelText
{
    /// <summary>The program's name, then a line for each weight and each choice.</summary>
    public static string Describe<TProgram, TInput, TWeights, TChoices, TResult>(ModelState<TWeights, TChoices> state)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var info = TProgram.Info;
        var values = new double[info.Weights.Count];
        TProgram.Flatten(state.Weights, values);
        var options = new int[info.Choices.Count];
        TProgram.IndexOptions(state.Choices, options);
        var text = new StringBuilder(info.ArtefactName);
        for (var i = 0; i < values.Length; i++)
            text.Append(FormattableString.Invariant($"\n  {info.Weights[i].Name} = {values[i]:G6}"));
        for (var i = 0; i < options.Length; i++)
            text.Append("\n  ").Append(info.Choices[i].Name).Append(" = ").Append(info.Choices[i].Options[options[i]]);
        return text.ToString();
    }
}
