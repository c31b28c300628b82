using System;

namespace LearnSharp;

/// <summary>The targets of many rows as numbers in one array.</summary>
/// <param name="values">The numbers, row after row.</param>
/// <param name="offsets">Where each row begins, and the end; null where every row has one number.</param>
internal sealed class TargetNumbers(double[] values, int[]? offsets)
{
    /// <summary>All numbers.</summary>
    public int Total => values.Length;

    /// <summary>Whether every row has one number.</summary>
    public bool IsOneForEachRow => offsets is null;

    /// <summary>Where the numbers of a row begin.</summary>
    public int Offset(int row) => offsets is null ? row : offsets[row];

    /// <summary>The numbers of a row.</summary>
    public ReadOnlySpan<double> this[int row]
        => offsets is null ? values.AsSpan(row, 1) : values.AsSpan(offsets[row], offsets[row + 1] - offsets[row]);

    /// <summary>Reads the targets.</summary>
    /// <returns>Null where the targets are not numbers.</returns>
    /// <exception cref="FitDataException">A target is null or not finite.</exception>
    public static TargetNumbers? Read<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(TTarget[] targets, string what)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        // A target of the result's own type (a struct, a tuple) has the same numbers as the result.
        if (!Numbers.Supports<TTarget>() && typeof(TTarget) != typeof(TResult))
            return null;
        var offsets = new int[targets.Length + 1];
        for (var row = 0; row < targets.Length; row++)
            offsets[row + 1] = offsets[row] + CountOf<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(targets[row], what, row);
        var values = new double[offsets[^1]];
        var single = true;
        for (var row = 0; row < targets.Length; row++)
        {
            var numbers = values.AsSpan(offsets[row], offsets[row + 1] - offsets[row]);
            single &= numbers.Length == 1;
            if (Numbers.Supports<TTarget>())
                Numbers.Write(targets[row], numbers);
            else
                TProgram.Outputs((TResult)(object)targets[row]!, numbers);
            RequireFinite(numbers, what, row);
        }

        return new TargetNumbers(values, single ? null : offsets);
    }

    private static int CountOf<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(TTarget target, string what, int row)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        if (target is null)
        {
            var message = FormattableString.Invariant($"The target of {what} row {row} (counted from 0) is null.");
            throw new FitDataException(message) { Row = row, Column = "target" };
        }

        return Numbers.Supports<TTarget>() ? Numbers.Count(target) : TProgram.OutputCount((TResult)(object)target);
    }

    private static void RequireFinite(ReadOnlySpan<double> numbers, string what, int row)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!double.IsFinite(numbers[i]))
                throw RowReader.NotFinite(what, row, numbers.Length == 1 ? "target" : FormattableString.Invariant($"target[{i}]"), numbers[i]);
        }
    }
}
