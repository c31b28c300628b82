using System;

namespace LearnSharp.Benchmarks.Nist;

/// <summary>A model of the set, with a way to fit it from a given start.</summary>
internal abstract class NistModel
{
    /// <summary>Fits the model with no options set.</summary>
    /// <param name="problem">The observations.</param>
    /// <param name="start">The starting point.</param>
    public abstract NistOutcome Fit(NistProblem problem, double[] start);

    /// <summary>The model that a program computes.</summary>
    /// <param name="input">The program's input in a row (response first, then the predictors).</param>
    /// <param name="response">What the model predicts, from the response in the file; null for the response itself.</param>
    public static NistModel Of<TProgram, TInput, TWeights, TChoices>(Func<double[], TInput> input, Func<double, double>? response = null)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, double>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct =>
        new Typed<TProgram, TInput, TWeights, TChoices>(input, response ?? (static y => y));

    private sealed class Typed<TProgram, TInput, TWeights, TChoices>(Func<double[], TInput> input, Func<double, double> response) : NistModel
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, double>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        public override NistOutcome Fit(NistProblem problem, double[] start)
        {
            var outcome = Trainer.Fit<TProgram, TInput, TWeights, TChoices, double, double, double[]>(
                problem.Rows,
                input,
                row => response(row[0]),
                weight: null,
                loss: null,
                validation: null,
                options: null,
                initial: new Start(TProgram.CreateWeights(start)),
                progress: null,
                cancellationToken: default);
            var parameters = new double[start.Length];
            TProgram.Flatten(outcome.Weights, parameters);
            return new(parameters, outcome.Evaluations, outcome.StopReason);
        }

        private sealed class Start(TWeights weights)
            : Model<TProgram, TInput, TWeights, TChoices, double>(weights, TProgram.CreateChoices([]));
    }
}
