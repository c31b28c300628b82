using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>
/// Turns conditional expressions whose operands do more than name a value into branches, so that what is not chosen is masked like any other branch.
/// </summary>
internal sealed class ConditionalLowering(FreshIds ids) : Rewriter
{
    private List<Statement>? _before;

    /// <summary>Rewrites a body.</summary>
    public static Block Run(Block body, FreshIds ids) => new ConditionalLowering(ids).Visit(body);

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement)
    {
        if (statement is Loop loop)
        {
            // The tests of a loop have no derivative: what they do not choose does no harm.
            var outside = _before;
            _before = null;
            EquatableArray<Statement> visited = [loop with { Body = Visit(loop.Body), Step = Visit(loop.Step) }];
            _before = outside;
            return visited;
        }

        if (statement is not (Declare or Assign or If))
            return base.Visit(statement);
        var outer = _before;
        _before = [];
        Statement rewritten;
        if (statement is If branch)
        {
            var condition = Visit(branch.Condition);
            var before = _before;
            _before = null;
            rewritten = branch with { Condition = condition, Then = Visit(branch.Then), Else = Visit(branch.Else) };
            _before = before;
        }
        else
        {
            rewritten = VisitChildren(statement);
        }

        EquatableArray<Statement> all = [.. _before, rewritten];
        _before = outer;
        return all;
    }

    /// <inheritdoc/>
    public override Expression Visit(Expression expression)
    {
        if (_before is null)
            return expression;
        switch (expression)
        {
            case Conditional e when NeedsBranch(e.WhenTrue) || NeedsBranch(e.WhenFalse):
                return Lowered("chosen", e, Visit(e.Condition), e.WhenTrue, e.WhenFalse);
            case Binary { Operator: BinaryOperator.AndAlso } e when Hazards.In(e.Right).Count > 0:
                return Lowered("both", e, Visit(e.Left), e.Right, Constant.Of(false));
            case Binary { Operator: BinaryOperator.OrElse } e when Hazards.In(e.Right).Count > 0:
                return Lowered("either", e, Visit(e.Left), Constant.Of(true), e.Right);
            default:
                return base.Visit(expression);
        }
    }

    private LocalRead Lowered(string name, Expression e, Expression condition, Expression whenTrue, Expression whenFalse)
    {
        var chosen = ids.Local(e.Type, name);
        _before!.Add(new Declare(chosen, null) { Origin = e.Origin });
        var then = Branch(chosen, whenTrue);
        var otherwise = Branch(chosen, whenFalse);
        _before.Add(new If(condition, then, otherwise) { Origin = e.Origin });
        return new LocalRead(chosen);
    }

    private Block Branch(Local target, Expression value)
    {
        var outer = _before;
        _before = [];
        var visited = Visit(value);
        var block = new Block([.. _before, new Assign(new LocalPlace(target), visited)]);
        _before = outer;
        return block;
    }

    private static bool NeedsBranch(Expression operand) => operand switch
    {
        Constant or LocalRead or Default => false,
        Unary { Operand: LocalRead } => false,
        _ => operand.Type.IsDifferentiable || Hazards.In(operand).Count > 0,
    };
}
