using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;

namespace LearnSharp.Generators.Frontend;

/// <summary>Moves declarations out of blocks, for variables of a body that what it gives still refers to.</summary>
internal static class Hoisting
{
    /// <summary>The statements with every declaration inside their blocks turned into an assignment; the declarations go to <paramref name="declarations"/>.</summary>
    public static List<Statement> Nested(IEnumerable<Statement> statements, List<Statement> declarations) =>
        [.. statements.Select(statement => statement is Declare ? statement : Inside(statement, declarations))];

    /// <summary>The statements with every declaration turned into an assignment.</summary>
    public static List<Statement> All(IEnumerable<Statement> statements, List<Statement> declarations) => [.. statements.Select(statement => Inside(statement, declarations))];

    private static Statement Inside(Statement statement, List<Statement> declarations)
    {
        switch (statement)
        {
            case Declare declare:
                declarations.Add(declare with { Value = null });
                return new Assign(new LocalPlace(declare.Local), declare.Value ?? new Default(declare.Local.Type)) { Origin = declare.Origin };
            case Block block:
                return Of(block, declarations);
            case If branch:
                return branch with { Then = Of(branch.Then, declarations), Else = Of(branch.Else, declarations) };
            case Loop loop:
                return loop with { Body = Of(loop.Body, declarations), Step = Of(loop.Step, declarations) };
            case Labelled labelled:
                return labelled with { Body = Of(labelled.Body, declarations) };
            default:
                return statement;
        }
    }

    private static Block Of(Block block, List<Statement> declarations) => new(All(block.Statements, declarations).ToEquatableArray());
}
