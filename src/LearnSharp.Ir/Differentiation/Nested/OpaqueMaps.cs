using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// What reverse mode sees of a program: pullbacks that it calls are closed, and what only they call is not there. One that keeps nothing on the workspace is a function like any other.
/// </summary>
internal static class OpaqueMaps
{
    /// <summary>The program.</summary>
    public static IrProgram In(IrProgram program)
    {
        if (!program.Callees.Any(static callee => callee.Map is not null))
            return program;
        var functions = new Dictionary<string, Function>();
        foreach (var function in program.Callees.Append(program.Root))
            functions[function.Id] = function;
        var workspaces = new HashSet<string>(functions.Values.Where(static function => function.Map is not null && function.Map.Along is null).Select(static function => function.Id));
        workspaces.UnionWith(WorkspaceUse.Of(program));
        foreach (var function in functions.Values.Where(static function => function.Map is not null).ToList())
            functions[function.Id] = workspaces.Contains(function.Id) ? Closed(function) : function with { Map = null };
        return new IrProgram(functions[program.Root.Id], CalledFunctions.From(functions[program.Root.Id], functions));
    }

    /// <summary>The program with all of its functions as any other.</summary>
    public static IrProgram Opened(IrProgram program) => program.Callees.Any(static callee => callee.Map is not null)
        ? program with { Callees = program.Callees.Select(static callee => callee.Map is null ? callee : callee with { Map = null }) }
        : program;

    private static Function Closed(Function function)
    {
        var ids = new FreshIds(function with { Body = Block.Empty });
        var results = function.Results.Select(type => ids.Local(type, "result"));
        return function with
        {
            Body = new Block([.. results.Select(static result => new Declare(result, null)), new Return(results.Select<Expression>(static result => new LocalRead(result)))]),
        };
    }
}
