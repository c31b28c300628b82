using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace LearnSharp.Ir.Tests.LockstepPass;

/// <summary>
/// Runs rows of a lockstep function together, as a kernel does: a branch is entered, and a loop goes on, when any of the rows asks for it. Each row has an interpreter and a thread of its own;
/// they meet at every condition.
/// </summary>
internal sealed class Company : IDisposable
{
    private const string Any = "any";

    private readonly Barrier _meeting;
    private readonly bool[][] _asked;

    private Company(int rows) => (_meeting, _asked) = (new Barrier(rows), [new bool[rows], new bool[rows]]);

    /// <summary>The results of the rows.</summary>
    /// <param name="function">A lockstep function or its pullback.</param>
    /// <param name="rows">The arguments of each row.</param>
    /// <param name="options">How the interpreters run.</param>
    /// <exception cref="AggregateException">A row throws, or the rows part.</exception>
    public static IReadOnlyList<RunResult> Run(Function function, IReadOnlyList<object?[]> rows, InterpreterOptions? options = null)
    {
        var program = new IrProgram(new Meetings().Visit(function), []);
        using var company = new Company(rows.Count);
        var results = new RunResult?[rows.Count];
        var failures = new Exception?[rows.Count];
        var threads = rows.Select((_, row) => new Thread(() =>
        {
            try
            {
                results[row] = Interpreter.Run(program, rows[row], (options ?? InterpreterOptions.Default) with { Resolve = _ => operands => company.Ask(row, (bool)operands[0]!) });
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                failures[row] = exception;
            }
            finally
            {
                company._meeting.RemoveParticipant();
            }
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        return failures.Any(static failure => failure is not null) ? throw new AggregateException(failures.OfType<Exception>()) : [.. results.Select(static result => result!)];
    }

    public void Dispose() => _meeting.Dispose();

    private bool Ask(int row, bool value)
    {
        // A row that has ended while others go on would have gone another way.
        if (_meeting.ParticipantCount != _asked[0].Length)
            throw new InvalidOperationException("The rows part.");
        var asked = _asked[_meeting.CurrentPhaseNumber % 2];
        asked[row] = value;
        _meeting.SignalAndWait();
        return asked.Contains(true);
    }

    private sealed class Meetings : Rewriter
    {
        public override EquatableArray<Statement> Visit(Statement statement) => statement switch
        {
            If s => base.Visit(s with { Condition = Met(s.Condition) }),
            Loop s => base.Visit(s with { Condition = s.Condition is null ? null : Met(s.Condition), While = s.While is null ? null : Met(s.While) }),
            _ => base.Visit(statement),
        };

        private static Extern Met(Expression condition) => new(ScalarType.Bool, Any, [condition], Purity.Pure);
    }
}
