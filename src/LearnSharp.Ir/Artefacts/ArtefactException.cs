using System;

namespace LearnSharp.Ir;

/// <summary>An artefact cannot be used; the message says why, where, and what to do.</summary>
public sealed class ArtefactException : FormatException
{
    /// <summary>A problem at a place in the text.</summary>
    /// <param name="problem">What kind of problem.</param>
    /// <param name="message">The message, without the place.</param>
    /// <param name="line">One-based line; 0 when the problem has no place.</param>
    /// <param name="column">One-based column; 0 when the problem has no place.</param>
    public ArtefactException(ArtefactProblem problem, string message, int line = 0, int column = 0)
        : base(line > 0 ? FormattableString.Invariant($"Line {line}, column {column}: {message}") : message)
    {
        Problem = problem;
        Line = line;
        Column = column;
    }

    /// <summary>A damaged artefact.</summary>
    public ArtefactException()
        : this(ArtefactProblem.Damaged, "The artefact is damaged.")
    {
    }

    /// <summary>A damaged artefact.</summary>
    /// <param name="message">What is wrong.</param>
    public ArtefactException(string message)
        : this(ArtefactProblem.Damaged, message)
    {
    }

    /// <summary>The same problem with a message that says more, such as the file.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause; what kind of problem it is and its place are taken over.</param>
    public ArtefactException(string message, Exception innerException)
        : base(message, innerException)
    {
        if (innerException is ArtefactException cause)
            (Problem, Line, Column) = (cause.Problem, cause.Line, cause.Column);
    }

    /// <summary>What kind of problem.</summary>
    public ArtefactProblem Problem { get; }

    /// <summary>One-based line; 0 when the problem has no place.</summary>
    public int Line { get; }

    /// <summary>One-based column, in UTF-16 units; 0 when the problem has no place.</summary>
    public int Column { get; }
}
