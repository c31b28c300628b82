using System;
using System.Collections.Generic;
using System.Linq;

namespace LearnSharp.Ir;

/// <summary>
/// Calls of functions that are there for their derivatives (<see cref="Function.IsRefinement"/>): a program that is only run does without them, and one whose derivatives are differentiated
/// again needs more of them. One step of Newton's method at a solution has the first derivatives of that solution, and every further one those of one more order (Christianson 1994, "Reverse
/// accumulation and attractive fixed points").
/// </summary>
public static class Refinements
{
    /// <summary>The program as far as its values go.</summary>
    /// <param name="program">A verified program.</param>
    public static IrProgram Dropped(IrProgram program) => Of(program) is { Count: > 0 } refinements
        ? Simplifier.WithoutUncalled(Rewritten(program, refinements, static (call, _) => [new Assign(call.Targets[0]!, call.Arguments[0]) { Origin = call.Origin }]))
        : program;

    /// <summary>The program with every call twice, so that its derivatives have derivatives in turn.</summary>
    /// <param name="program">A verified program.</param>
    public static IrProgram Doubled(IrProgram program) => Of(program) is { Count: > 0 } refinements
        ? Rewritten(program, refinements, static (call, ids) =>
        {
            var once = ids.Local(call.Arguments[0].Type, "refined");
            return
            [
                new Declare(once, null),
                call with { Targets = [new LocalPlace(once)] },
                call with { Arguments = [new LocalRead(once), .. call.Arguments.Skip(1)] },
            ];
        })
        : program;

    private static HashSet<string> Of(IrProgram program) => [.. program.Callees.Where(static function => function.IsRefinement).Select(static function => function.Id)];

    private static IrProgram Rewritten(IrProgram program, HashSet<string> refinements, Func<Call, FreshIds, EquatableArray<Statement>> rewrite) =>
        new(Calls.In(program.Root, refinements, rewrite), program.Callees.Select(function => Calls.In(function, refinements, rewrite)));

    private sealed class Calls(HashSet<string> refinements, FreshIds ids, Func<Call, FreshIds, EquatableArray<Statement>> rewrite) : Rewriter
    {
        public static Function In(Function function, HashSet<string> refinements, Func<Call, FreshIds, EquatableArray<Statement>> rewrite) =>
            new Calls(refinements, new FreshIds(function), rewrite).Visit(function);

        public override EquatableArray<Statement> Visit(Statement statement) =>
            statement is Call { Targets: [{ }] } call && refinements.Contains(call.Function) ? rewrite(call, ids) : base.Visit(statement);
    }
}
