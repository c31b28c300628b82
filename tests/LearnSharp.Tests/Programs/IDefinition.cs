using System;

namespace LearnSharp.Tests.Programs;

/// <summary>A small program for tests: one or two inputs, weights and options by position.</summary>
public interface IDefinition<TResult>
{
    static abstract ProgramInfo Info { get; }

    static abstract TResult Run(in Row row, double[] w, int[] c);

    static abstract TResult Pullback(in Row row, double[] w, int[] c, double[] seed, Span<double> d);
}
