using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>Gives all functions of a program ids of their own, so that it can stand beside another that has some of the same functions.</summary>
internal sealed class FunctionRenaming : Rewriter
{
    private readonly Dictionary<string, string> _ids;

    private FunctionRenaming(Dictionary<string, string> ids) => _ids = ids;

    /// <summary>Renames.</summary>
    /// <param name="program">The program.</param>
    /// <param name="root">The id of the root, with which the others start.</param>
    /// <param name="suffix">What is appended to the names that the functions are printed by.</param>
    public static IrProgram Run(IrProgram program, string root, string suffix)
    {
        var ids = program.Callees.ToDictionary(static callee => callee.Id, callee => $"{root}/{callee.Id}");
        ids[program.Root.Id] = root;
        var renaming = new FunctionRenaming(ids);
        return new IrProgram(renaming.Renamed(program.Root, suffix), program.Callees.Select(callee => renaming.Renamed(callee, suffix)));
    }

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement) =>
        statement is Call call ? [call with { Function = _ids[call.Function] }] : base.Visit(statement);

    private Function Renamed(Function function, string suffix) => Visit(function) with { Id = _ids[function.Id], Name = function.Name + suffix };
}
