using System;

namespace LearnSharp;

/// <summary>The loss of the rows of one data set, with its targets inside: what an objective sums up.</summary>
/// <typeparam name="TInput">The program's input.</typeparam>
/// <typeparam name="TResult">The program's result.</typeparam>
internal abstract class RowLoss<TInput, TResult>
{
    /// <summary>The name that reports and artefacts print.</summary>
    public abstract string Name { get; }

    /// <summary>Whether <see cref="Gradient"/> exists.</summary>
    public abstract bool HasGradient { get; }

    /// <summary>Number of residuals whose squares add up to the loss; 0 where it is no such sum.</summary>
    public virtual int ResidualCount => 0;

    /// <summary>Whether the residuals are the errors themselves.</summary>
    public virtual bool IsSquared => false;

    /// <summary>Whether the loss has kinks that <see cref="Smoothing"/> rounds.</summary>
    public virtual bool HasKinks => false;

    /// <summary>
    /// Half-width of the rounding of kinks in <see cref="Gradient"/> and <see cref="Residuals"/>, in the units of the target; 0 for none. Never
    /// used in <see cref="Value"/>.
    /// </summary>
    public double Smoothing { get; set; }

    /// <summary>The loss with a row in each lane; null where rows are judged one by one.</summary>
    public virtual LaneLoss? ForLanes => null;

    /// <summary>The target of a row as <see cref="ForLanes"/> takes it.</summary>
    public virtual double TargetOf(int row) => 0;

    /// <summary>The loss of a row.</summary>
    public abstract double Value(ref readonly TInput input, in TResult result, int row, RowScratch scratch);

    /// <summary>The loss of a row and its derivative by each output.</summary>
    /// <param name="input">The row's input.</param>
    /// <param name="result">The prediction.</param>
    /// <param name="row">The row.</param>
    /// <param name="scratch">Buffers.</param>
    /// <param name="seed">Receives one derivative per output.</param>
    public abstract double Gradient(ref readonly TInput input, in TResult result, int row, RowScratch scratch, Span<double> seed);

    /// <summary>Position of a row's first residual.</summary>
    public virtual int ResidualOffset(int row) => throw new NotSupportedException();

    /// <summary>Number of a row's residuals: its outputs.</summary>
    public virtual int ResidualsOf(int row) => throw new NotSupportedException();

    /// <summary>A row's residuals and their derivatives each by its own output.</summary>
    public virtual void Residuals(in TResult result, int row, RowScratch scratch, Span<double> residuals, Span<double> slopes)
        => throw new NotSupportedException();
}
