using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace LearnSharp;

/// <summary>
/// Trains programs. Generated code calls it; users call <c>MProgram.Fit</c> and <c>MProgram.Minimize</c>, whose parameters are these.
/// </summary>
public static class Trainer
{
    /// <summary>Fits weights and choices to rows.</summary>
    /// <typeparam name="TProgram">The generated program.</typeparam>
    /// <typeparam name="TInput">The data of one row.</typeparam>
    /// <typeparam name="TWeights">The continuous weights.</typeparam>
    /// <typeparam name="TChoices">The discrete choices.</typeparam>
    /// <typeparam name="TResult">The program's result.</typeparam>
    /// <typeparam name="TTarget">What was observed.</typeparam>
    /// <typeparam name="TRow">A row of the caller's data.</typeparam>
    /// <param name="rows">The rows, read once.</param>
    /// <param name="input">The program's input in a row.</param>
    /// <param name="target">What was observed.</param>
    /// <param name="weight">The weight of a row, such as 1/σ²; null for 1.</param>
    /// <param name="loss">How bad a prediction is; null for zero-one where results are bool or an enum, else squared.</param>
    /// <param name="validation">Rows that are not trained on: what is best on them is kept, and training ends when they stop improving.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <param name="initial">Where to start; null for the starting values in the code.</param>
    /// <param name="progress">Told after each iteration.</param>
    /// <param name="cancellationToken">Ends training; the best so far is returned.</param>
    /// <exception cref="FitDataException">There are no rows, a row holds a number that is not finite or a negative weight, or the method throws for
    /// a row at the start.</exception>
    /// <exception cref="ArgumentException">The loss does not suit the program, or the starting weights lie outside their bounds.</exception>
    public static FitOutcome<TWeights, TChoices> Fit<TProgram, TInput, TWeights, TChoices, TResult, TTarget, TRow>(
        IEnumerable<TRow> rows,
        Func<TRow, TInput> input,
        Func<TRow, TTarget> target,
        Func<TRow, double>? weight,
        Loss<TResult, TTarget>? loss,
        IEnumerable<TRow>? validation,
        FitOptions? options,
        Model<TProgram, TInput, TWeights, TChoices, TResult>? initial,
        IProgress<FitProgress>? progress,
        CancellationToken cancellationToken)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        options ??= new FitOptions();
        loss ??= RowLosses.Default<TResult, TTarget>();
        var clock = new FitClock(options, progress, cancellationToken);
        var training = RowReader.Read<TProgram, TInput, TWeights, TChoices, TResult, TTarget, TRow>(rows, input, target, weight, "training");
        var objective = Objective<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(training, loss, "training", options, clock);
        IObjective? held = null;
        if (validation is not null)
        {
            const string What = "validation";
            var heldRows = RowReader.Read<TProgram, TInput, TWeights, TChoices, TResult, TTarget, TRow>(validation, input, target, weight, What);
            held = Objective<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(heldRows, loss, What, options, clock);
        }

        return Run(objective, held, options, initial, clock);
    }

    /// <summary>Minimizes the mean of the program's result, which is itself the cost, over inputs.</summary>
    /// <typeparam name="TProgram">The generated program.</typeparam>
    /// <typeparam name="TInput">The data of one row.</typeparam>
    /// <typeparam name="TWeights">The continuous weights.</typeparam>
    /// <typeparam name="TChoices">The discrete choices.</typeparam>
    /// <typeparam name="TResult">The program's result: a number.</typeparam>
    /// <param name="inputs">The inputs, read once.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <param name="initial">Where to start; null for the starting values in the code.</param>
    /// <param name="progress">Told after each iteration.</param>
    /// <param name="cancellationToken">Ends training; the best so far is returned.</param>
    /// <exception cref="FitDataException">There are no inputs, one holds a number that is not finite, or the method throws for one at the
    /// start.</exception>
    /// <exception cref="ArgumentException">The starting weights lie outside their bounds.</exception>
    public static FitOutcome<TWeights, TChoices> Minimize<TProgram, TInput, TWeights, TChoices, TResult>(
        IEnumerable<TInput> inputs,
        FitOptions? options,
        Model<TProgram, TInput, TWeights, TChoices, TResult>? initial,
        IProgress<FitProgress>? progress,
        CancellationToken cancellationToken)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        options ??= new FitOptions();
        if (typeof(TResult) != typeof(double) && typeof(TResult) != typeof(float))
        {
            throw new ArgumentException(
                $"{TProgram.Info.FullName} returns {typeof(TResult).Name}; only a result that is a number can be minimized. Fit it to targets, or give a cost.");
        }

        var clock = new FitClock(options, progress, cancellationToken);
        var data = RowReader.ReadInputs<TProgram, TInput, TWeights, TChoices, TResult>(inputs);
        var objective = new RowObjective<TProgram, TInput, TWeights, TChoices, TResult>(
            data, null, new OwnCostRowLoss<TProgram, TInput, TWeights, TChoices, TResult>(), Threads(options), cancellationToken);
        return Run(objective, null, options, initial, clock);
    }

    /// <summary>Minimizes a cost that is computed outside the program: a simulation, a game, a measurement. Search by evaluations alone.</summary>
    /// <typeparam name="TProgram">The generated program.</typeparam>
    /// <typeparam name="TInput">The data of one row.</typeparam>
    /// <typeparam name="TWeights">The continuous weights.</typeparam>
    /// <typeparam name="TChoices">The discrete choices.</typeparam>
    /// <typeparam name="TResult">The program's result.</typeparam>
    /// <param name="cost">The cost of weights and choices, with a seed for whatever is random in it; the same seed for all that are compared. An
    /// exception or a number that is not finite ranks last.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <param name="initial">Where to start; null for the starting values in the code.</param>
    /// <param name="progress">Told after each iteration.</param>
    /// <param name="cancellationToken">Ends training; the best so far is returned.</param>
    /// <exception cref="ArgumentException">The starting weights lie outside their bounds.</exception>
    public static FitOutcome<TWeights, TChoices> Minimize<TProgram, TInput, TWeights, TChoices, TResult>(
        Func<TWeights, TChoices, int, CancellationToken, double> cost,
        FitOptions? options,
        Model<TProgram, TInput, TWeights, TChoices, TResult>? initial,
        IProgress<FitProgress>? progress,
        CancellationToken cancellationToken)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        ArgumentNullException.ThrowIfNull(cost);
        options ??= new FitOptions();
        var clock = new FitClock(options, progress, cancellationToken);
        var objective = new CostObjective<TProgram, TInput, TWeights, TChoices, TResult>(cost, options.Seed, cancellationToken);
        return Run(objective, null, options, initial, clock);
    }

    private static int Threads(FitOptions options) => options.MaxThreads ?? Environment.ProcessorCount;

    private static RowObjective<TProgram, TInput, TWeights, TChoices, TResult> Objective<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(
        RowSet<TInput, TTarget> rows, Loss<TResult, TTarget> loss, string what, FitOptions options, FitClock clock)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var rowLoss = RowLosses.Bind<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(loss, rows, what);
        return new(rows.Inputs, rows.Weights, rowLoss, Threads(options), clock.Token);
    }

    private static FitOutcome<TWeights, TChoices> Run<TProgram, TInput, TWeights, TChoices, TResult>(
        IObjective objective,
        IObjective? validation,
        FitOptions options,
        Model<TProgram, TInput, TWeights, TChoices, TResult>? initial,
        FitClock clock)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var info = TProgram.Info;
        var weights = info.Weights.Select(static weight => weight.Start).ToArray();
        var combination = info.Choices.Select(static choice => choice.Start).ToArray();
        if (initial is not null)
        {
            TProgram.Flatten(initial.Weights, weights);
            TProgram.IndexOptions(initial.Choices, combination);
        }

        var result = new FitSession(info, objective, validation, options, clock).Run(weights, combination);
        var best = result.Best;
        var state = new ModelState<TWeights, TChoices>(
            TProgram.CreateWeights(best.Fit.Weights), TProgram.CreateChoices(best.Options), result.Training, []);
        return new FitOutcome<TWeights, TChoices>
        {
            State = state,
            StartWeights = TProgram.CreateWeights(weights),
            StartChoices = TProgram.CreateChoices(combination),
            StandardErrors = TProgram.CreateWeights(best.Fit.StandardErrors),
            Training = result.Training,
            StopReason = result.StopReason,
            Method = best.Fit.Method,
            Evaluations = clock.Evaluations,
            Elapsed = clock.Elapsed,
            Tried = [.. result.Tried.Select(fit => Tried<TProgram, TInput, TWeights, TChoices, TResult>(fit))],
            Warnings = result.Warnings,
        };
    }

    private static TriedCombination<TChoices> Tried<TProgram, TInput, TWeights, TChoices, TResult>(CombinationFit fit)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var names = fit.Options.Select(static (option, i) => TProgram.Info.Choices[i].Options[option]).ToArray();
        return new TriedCombination<TChoices>(TProgram.CreateChoices(fit.Options), names, fit.Fit.Score, fit.Fit.Loss, fit.Evaluations);
    }
}
