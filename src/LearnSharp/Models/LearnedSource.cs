using System;
using System.Collections.Generic;
using LearnSharp.Ir;

namespace LearnSharp;

/// <summary>Prints a learned method as plain C#.</summary>
internal static class LearnedSource
{
    /// <summary>The method with weights as constants and choices decided, and the methods that it calls.</summary>
    /// <exception cref="NotSupportedException">The program carries no code.</exception>
    public static string Print<TProgram, TInput, TWeights, TChoices, TResult>(ModelState<TWeights, TChoices> state)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var info = TProgram.Info;
        if (info.Ir.Length == 0)
        {
            throw new NotSupportedException(
                $"The body of {info.FullName} was not analysed ([Learnable(Gradients = false)]), so that there is no code to print. "
                + "Print the model instead: its values.");
        }

        var weights = new double[info.Weights.Count];
        TProgram.Flatten(state.Weights, weights);
        var options = new int[info.Choices.Count];
        TProgram.IndexOptions(state.Choices, options);
        return Print(IrText.Read(info.Ir), weights, options);
    }

    private static string Print(LearnableProgram learnable, double[] weights, int[] options)
    {
        var parameters = learnable.Program.Root.Parameters;
        var values = new Dictionary<int, Constant>();
        for (var i = 0; i < learnable.Weights.Count; i++)
        {
            var position = learnable.Weights[i].Parameter;
            values[position] = Constant.Floating(parameters[position].Local.Type, weights[i]);
        }

        for (var i = 0; i < learnable.Choices.Count; i++)
            values[learnable.Choices[i].Parameter] = learnable.Choices[i].Options[options[i]];
        var printing = new PrintOptions { RootModifiers = "public static", QualifyMath = false };
        return CSharpPrinter.PrintFunctions(Specialize.Bake(learnable, values), printing);
    }
}
