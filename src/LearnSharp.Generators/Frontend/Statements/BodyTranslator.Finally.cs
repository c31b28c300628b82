using System.Collections.Generic;
using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// try and finally.
internal sealed partial class BodyTranslator
{
    /// <summary>
    /// What <c>finally</c> does follows the block, however that is left: what leaves it notes where to, and goes there behind. After an exception nothing of it would be seen: it may only store to
    /// variables then, and throw nothing itself.
    /// </summary>
    private void Try(ITryOperation operation)
    {
        if (operation.Catches.FirstOrDefault() is { } handler)
            throw Unsupported(handler, "'catch'", "catch exceptions in the caller; test for the bad case before it throws");
        var mayLeave = operation.Body.Descendants().Any(static inner => inner is IReturnOperation or IBranchOperation);
        var body = BlockOf(operation.Body, always: !mayLeave);
        var end = NewLabel();
        var leaving = new LeavingExits(end, () => NewLocal(ScalarType.Int, "leaves"), type => NewLocal(type, "returned"));
        var inside = leaving.Visit(body).Statements;
        var fallsThrough = operation.SemanticModel!.AnalyzeControlFlow(operation.Body.Syntax)!.EndPointIsReachable;
        leaving.NeedsMark = fallsThrough || leaving.Targets.Count > 1;
        foreach (var declared in leaving.Declarations)
            Emit(declared);
        if (!leaving.NeedsMark)
            inside = leaving.Visit(body).Statements;
        if (leaving.Targets.Count == 0)
            Emit(body);
        else if (TailExits.Remove(inside, end) is { } straight)
            Emit(new Block(straight.ToEquatableArray()));
        else
            Emit(new Labelled(end, new Block(inside)));
        Finally(operation.Finally!, MayThrow.Anywhere(body));
        for (var i = 0; i < leaving.Targets.Count; i++)
        {
            var isLast = i == leaving.Targets.Count - 1 && !fallsThrough;
            if (isLast)
                Emit(leaving.Targets[i]);
            else
                Emit(new If(new Binary(BinaryOperator.Equal, new LocalRead(leaving.Mark), Constant.Of(i + 1)), new Block([leaving.Targets[i] with { Origin = _origin }]), Block.Empty));
        }
    }

    private void Finally(IBlockOperation block, bool mayFollowException)
    {
        var (statements, _) = Capture<object?>(
            () =>
            {
                foreach (var operation in block.Operations)
                {
                    var before = _out.Count;
                    Statement(operation);
                    if (mayFollowException && _out.Skip(before).Any(statement => MayThrow.Anywhere(statement) || !StoresToVariables(statement)))
                    {
                        throw Unsupported(
                            operation,
                            "What can throw or be seen outside, in a 'finally' whose 'try' may throw,",
                            "store to variables there, and do the rest after the block");
                    }
                }

                return null;
            },
            always: true);
        Emit(new Block(statements.ToEquatableArray()));
    }

    /// <summary>Whether all that a statement changes are variables of the method: an exception ends them.</summary>
    private bool StoresToVariables(Statement statement) => statement switch
    {
        Block block => block.Statements.All(StoresToVariables),
        Labelled labelled => StoresToVariables(labelled.Body),
        If branch => StoresToVariables(branch.Then) && StoresToVariables(branch.Else),
        Loop loop => StoresToVariables(loop.Body) && StoresToVariables(loop.Step),
        Assign assign => StoresToVariable(assign.Target),
        Declare or Exit or Comment => true,
        _ => false,
    };

    private bool StoresToVariable(Place place) => place switch
    {
        LocalPlace { Local: var local } => _borrowed.All(borrowed => borrowed.Local != local),
        FieldPlace field => StoresToVariable(field.Struct),
        _ => false,
    };
}
