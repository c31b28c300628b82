using System;
using System.Linq;

namespace LearnSharp;

/// <summary>Makes the loss of a data set, and says before training what does not fit together.</summary>
internal static class RowLosses
{
    /// <summary>The loss that a fit uses when none is given: zero-one for labels, else squared.</summary>
    public static Loss<TResult, TTarget> Default<TResult, TTarget>() => Numbers.IsLabel<TResult>() ? Loss.ZeroOne : Loss.Squared;

    /// <summary>Binds a loss to rows.</summary>
    /// <exception cref="ArgumentException">The loss cannot compare these results and targets, or reads an input that the program does not
    /// have.</exception>
    /// <exception cref="FitDataException">A target is not finite, or no probability for the log loss.</exception>
    public static RowLoss<TInput, TResult> Bind<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(
        Loss<TResult, TTarget> loss, RowSet<TInput, TTarget> rows, string what)
        where TProgram : struct, IProgram<TInput, TWeights, TChoices, TResult>
        where TInput : struct
        where TWeights : struct
        where TChoices : struct
    {
        var numbers = TargetNumbers.Read<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(rows.Targets, what);
        if (loss is not BuiltInLoss<TResult, TTarget> builtIn)
        {
            var positions = Positions(loss, TProgram.Info);
            return new CustomRowLoss<TProgram, TInput, TWeights, TChoices, TResult, TTarget>(loss, rows.Targets, positions);
        }

        if (numbers is null)
        {
            throw new ArgumentException(
                $"The {loss.Name} loss compares numbers, bools and enums; a target of type {typeof(TTarget).Name} is none. "
                + "Select a number as the target, or give a loss of your own.",
                nameof(loss));
        }

        if (builtIn.Definition.Kind == LossKind.Log)
            RequireProbabilities(numbers, rows.Count, what);
        return new ElementwiseRowLoss<TProgram, TInput, TWeights, TChoices, TResult>(builtIn.Definition, builtIn.Formula, numbers, what);
    }

    private static int[] Positions<TResult, TTarget>(Loss<TResult, TTarget> loss, ProgramInfo info)
    {
        var positions = new int[loss.Inputs.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            var wanted = loss.Inputs[i];
            positions[i] = info.Inputs.ToList().FindIndex(input => string.Equals(input.Name, wanted.Name, StringComparison.OrdinalIgnoreCase));
            if (positions[i] < 0)
            {
                var names = string.Join(", ", info.Inputs.Select(static input => input.Name));
                throw new ArgumentException(
                    $"The loss {loss.Name} reads {wanted.Name}, which {info.FullName} does not have as an input; its inputs are {names}.", nameof(loss));
            }

            var found = info.Inputs[positions[i]];
            if (Plain(found.TypeName) != Plain(wanted.TypeName))
            {
                throw new ArgumentException(
                    $"The loss {loss.Name} reads {wanted.Name} as {wanted.TypeName}; in {info.FullName} it is {found.TypeName}. "
                    + "Give both the same type.",
                    nameof(loss));
            }
        }

        return positions;
    }

    private static string Plain(string typeName) => typeName.Replace("global::", "", StringComparison.Ordinal);

    private static void RequireProbabilities(TargetNumbers numbers, int rows, string what)
    {
        for (var row = 0; row < rows; row++)
        {
            foreach (var value in numbers[row])
            {
                if (value is < 0 or > 1)
                {
                    var message = FormattableString.Invariant($"The target of {what} row {row} (counted from 0) is {value};");
                    throw new FitDataException(message + " the log loss takes bool targets or numbers from 0 to 1.") { Row = row, Column = "target" };
                }
            }
        }
    }
}
