namespace LearnSharp;

/// <summary>Why a training run or an optimizer ended. In every case the best point seen so far is what is returned.</summary>
public enum StopReason
{
    /// <summary>The conditions of a minimum hold to the tolerances asked for, or as well as the arithmetic can tell.</summary>
    Converged,

    /// <summary>
    /// No further step lowers the value although the conditions of a smooth minimum do not hold: the value has a kink or a jump
    /// there, its derivatives do not fit it, evaluations around the point fail, or it falls for ever, ever more slowly, as parameters run away.
    /// </summary>
    NoProgress,

    /// <summary>The largest number of evaluations was reached.</summary>
    EvaluationLimit,

    /// <summary>The time allowed was used up.</summary>
    TimeLimit,

    /// <summary>The caller cancelled the run.</summary>
    Cancelled,

    /// <summary>The value on the validation rows had stopped improving.</summary>
    EarlyStopping,

    /// <summary>No point could be evaluated at all: the value, or its derivative, failed or was not finite wherever it was tried.</summary>
    Failed,
}
