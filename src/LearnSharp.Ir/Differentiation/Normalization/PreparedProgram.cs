using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>A program brought into the form that both modes of differentiation start from: flat, with exits as structure, operands named where derivatives ask for them, and analysed.</summary>
internal sealed class PreparedProgram
{
    /// <summary>Prepares a program.</summary>
    /// <param name="program">A verified program.</param>
    /// <param name="options">What is differentiated.</param>
    /// <param name="seesThrough">Whether pullbacks that the program calls are differentiated as any other function.</param>
    /// <exception cref="ArgumentException">The options do not fit the root's parameters.</exception>
    public PreparedProgram(IrProgram program, ReverseOptions options, bool seesThrough)
    {
        if (options.Independent.Count != program.Root.Parameters.Count)
        {
            throw new ArgumentException(
                $"{program.Root.Id} has {program.Root.Parameters.Count} parameters; the options say of {options.Independent.Count} whether they are independent.", nameof(options));
        }

        Program = RecursiveRoot.Wrapped(program);
        Analysed = seesThrough ? OpaqueMaps.Opened(Program) : OpaqueMaps.In(Program);
        var functions = new List<FlatFunction> { StructFlattening.Flatten(Analysed.Root, Analysed) };
        foreach (var callee in Analysed.Callees)
            functions.Add(StructFlattening.Flatten(callee, Analysed));
        foreach (var function in functions)
            function.Body = Copies.Run(Spliced(ExitElimination.Run(function.Body)), function.Results);

        var first = ProgramAnalysis.Run(functions, options);
        if (SmallCallees.Run(functions, first, keepsLoops: options.MemoryLimit is not null))
            first = ProgramAnalysis.Run(functions, options);
        foreach (var function in functions.Where(static function => !function.IsClosed))
            function.Body = Linearization.Run(first[function.Source.Id], options.Selects);
        Facts = ProgramAnalysis.Run(functions, options);
        foreach (var facts in Facts.Values)
            facts.Selects = options.Selects;
        Refusals =
        [
            .. functions.SelectMany(static function => function.Refusals),
            .. Facts.Values.SelectMany(ActiveUses.Refusals),
            .. RootShape.Refusals(Root, options),
        ];
    }

    /// <summary>The program, with a root that nothing calls.</summary>
    public IrProgram Program { get; }

    /// <summary>What of it is analysed.</summary>
    public IrProgram Analysed { get; }

    /// <summary>The facts of every function, by its id.</summary>
    public IReadOnlyDictionary<string, FunctionFacts> Facts { get; }

    /// <summary>The facts of the root.</summary>
    public FunctionFacts Root => Facts[Program.Root.Id];

    /// <summary>What has no derivative in either mode.</summary>
    public EquatableArray<Refusal> Refusals { get; }

    // What stands at the top level of the root stays in reach of its reverse sweep.
    private static Block Spliced(Block body)
    {
        var statements = body.Statements;
        while (!statements.IsEmpty && statements[statements.Count - 1] is Block last)
            statements = [.. statements.Take(statements.Count - 1), .. last.Statements];
        return body with { Statements = statements };
    }
}
