using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace LearnSharp.Tests.Programs;

public readonly record struct Row(double X, double Y = 0);

public readonly record struct Values(double[] Items);

public readonly record struct Picks(int[] Options);

/// <summary>A program from a <see cref="IDefinition{TResult}"/>.</summary>
public readonly struct Compact<TDefinition, TResult> : IProgram<Row, Values, Picks, TResult>
    where TDefinition : IDefinition<TResult>
{
    static ProgramInfo IProgram<Row, Values, Picks, TResult>.Info => TDefinition.Info;

    public static TResult Run(in Row input, in Values weights, in Picks choices) => TDefinition.Run(in input, weights.Items, choices.Options);

    public static TResult Pullback(in Row input, in Values weights, in Picks choices, double[] seed, Span<double> derivative)
        => TDefinition.Pullback(in input, weights.Items, choices.Options, seed, derivative);

    public static int OutputCount(in TResult result) => result is double[] array ? array.Length : 1;

    public static void Outputs(in TResult result, Span<double> outputs)
    {
        switch (result)
        {
            case double value:
                outputs[0] = value;
                break;
            case bool value:
                outputs[0] = value ? 1 : 0;
                break;
            case double[] values:
                values.CopyTo(outputs);
                break;
        }
    }

    public static void Flatten(in Values weights, Span<double> values) => weights.Items.CopyTo(values);

    public static Values CreateWeights(ReadOnlySpan<double> values) => new(values.ToArray());

    public static void IndexOptions(in Picks choices, Span<int> options) => choices.Options.CopyTo(options);

    public static Picks CreateChoices(ReadOnlySpan<int> options) => new(options.ToArray());

    public static string? FindNonFinite(in Row input, out double value)
    {
        value = double.IsFinite(input.X) ? input.Y : input.X;
        return double.IsFinite(value) ? null : double.IsFinite(input.X) ? "Y" : "X";
    }

    public static T GetInput<T>(in Row input, int index) => (T)(object)(index == 0 ? input.X : input.Y);

    public static FitResult Fit<TTarget>(
        IEnumerable<(Row Input, TTarget Target)> rows,
        Loss<TResult, TTarget>? loss = null,
        Func<(Row Input, TTarget Target), double>? weight = null,
        IEnumerable<(Row Input, TTarget Target)>? validation = null,
        FitOptions? options = null,
        double[]? initial = null,
        IProgress<FitProgress>? progress = null,
        CancellationToken cancellationToken = default)
        => new(Trainer.Fit<Compact<TDefinition, TResult>, Row, Values, Picks, TResult, TTarget, (Row Input, TTarget Target)>(
            rows, static row => row.Input, static row => row.Target, weight, loss, validation, options, Initial(initial), progress, cancellationToken));

    public static FitResult Minimize(IEnumerable<Row> inputs, FitOptions? options = null)
        => new(Trainer.Minimize<Compact<TDefinition, TResult>, Row, Values, Picks, TResult>(inputs, options, null, null, default));

    public static FitResult Minimize(Func<double[], int[], double> cost, FitOptions? options = null)
        => new(Trainer.Minimize<Compact<TDefinition, TResult>, Row, Values, Picks, TResult>(
            (weights, choices, _, _) => cost(weights.Items, choices.Options), options, null, null, default));

    private static Model? Initial(double[]? weights)
        => weights is null ? null : new Model(new(new(weights), new([.. TDefinition.Info.Choices.Select(static choice => choice.Start)]), null, []));

    public sealed class Model(ModelState<Values, Picks> state) : Model<Compact<TDefinition, TResult>, Row, Values, Picks, TResult>(state);

    public sealed class FitResult(FitOutcome<Values, Picks> outcome) : FitResult<Compact<TDefinition, TResult>, Row, Values, Picks, TResult>(outcome)
    {
        public double[] W => Weights.Items;

        public override Model Model { get; } = new(outcome.State);
    }
}
