using System;
using System.Collections.Generic;

namespace LearnSharp;

/// <summary>Reads the caller's rows, exactly once, and refuses what no fit could learn from.</summary>
internal static class RowReader
{
    /// <summary>Reads rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="input">The input in a row.</param>
    /// <param name="target">The target in a row.</param>
    /// <param name="weight">The weight of a row, or null.</param>
    /// <param name="what">What the rows are, for messages: <c>training</c>, <c>validation</c>.</param>
    /// <exception cref="FitDataException">There are no rows, or one holds a number that is not finite or a negative weight, or all weights are
    /// zero.</exception>
    public static RowSet<TInput, TTarget> Read<TProgram, TInput, TWeights, TChoices, TResult, TTarget, TRow>(
        IEnumerable<TRow> rows, Func<TRow, TInput> input, Func<TRow, TTarget> target, Func<TRow, double>? weight, string what)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(target);
        var inputs = new List<TInput>();
        var targets = new List<TTarget>();
        var weights = weight is null ? null : new List<double>();
        foreach (var row in rows)
        {
            var data = input(row);
            if (TProgram.FindNonFinite(in data, out var found) is { } column)
                throw NotFinite(what, inputs.Count, column, found);
            inputs.Add(data);
            targets.Add(target(row));
            weights?.Add(CheckedWeight(weight!(row), what, inputs.Count - 1));
        }

        RequireRows(inputs.Count, what);
        if (weights is not null && !weights.Exists(static w => w > 0))
        {
            var message = FormattableString.Invariant($"The weights of all {inputs.Count} {what} rows are zero; at least one must be positive.");
            throw new FitDataException(message) { Column = "weight" };
        }
        return new RowSet<TInput, TTarget>([.. inputs], [.. targets], weights?.ToArray());
    }

    /// <summary>Reads inputs that need no target.</summary>
    /// <exception cref="FitDataException">There are no inputs, or one holds a number that is not finite.</exception>
    public static TInput[] ReadInputs<TProgram, TInput, TWeights, TChoices, TResult>(IEnumerable<TInput> inputs)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
        => Read<TProgram, TInput, TWeights, TChoices, TResult, byte, TInput>(inputs, static row => row, static _ => default, null, "input").Inputs;

    /// <summary>The exception for a number that is NaN or infinite.</summary>
    public static FitDataException NotFinite(string what, int row, string column, double value)
    {
        var message = FormattableString.Invariant($"{Capital(what)} row {row} (counted from 0), column {column}, is {value}.");
        return new FitDataException(message + " Remove the row or repair the number: a fit needs finite data.") { Row = row, Column = column };
    }

    private static void RequireRows(int count, string what)
    {
        if (count == 0)
            throw new FitDataException($"There are no {what} rows; a fit needs at least one.");
    }

    private static double CheckedWeight(double weight, string what, int row)
    {
        if (!double.IsFinite(weight))
            throw NotFinite(what, row, "weight", weight);
        if (weight < 0)
        {
            var message = FormattableString.Invariant($"{Capital(what)} row {row} (counted from 0) has the weight {weight}; weights are zero or positive.");
            throw new FitDataException(message) { Row = row, Column = "weight" };
        }

        return weight;
    }

    private static string Capital(string what) => char.ToUpperInvariant(what[0]) + what[1..];
}
