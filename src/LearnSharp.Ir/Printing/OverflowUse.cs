using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>Which operators of a function depend on whether the project checks for overflow.</summary>
internal sealed class OverflowUse : Walker
{
    private readonly HashSet<Expression> _harmless = new(ReferenceComparer<Expression>.Instance);

    /// <summary>The number of operators that must wrap around.</summary>
    public int Unchecked { get; private set; }

    /// <summary>The number of operators that must throw.</summary>
    public int Checked { get; private set; }

    /// <summary>The uses in a function.</summary>
    public static OverflowUse Of(Function function)
    {
        var use = new OverflowUse();
        use.Visit(function);
        return use;
    }

    /// <summary>Whether the operator means something else in the other context.</summary>
    public bool Matters(Expression expression) => expression switch
    {
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply, Type: ScalarType { IsInteger: true } or EnumType } =>
            !_harmless.Contains(expression),
        Unary { Operator: UnaryOperator.Negate, Type: ScalarType { IsInteger: true } } => true,
        Convert e => CanOverflow(e.Operand.Type, e.Target),
        _ => false,
    };

    /// <summary>Whether the operator asks for overflow to throw.</summary>
    public static bool IsChecked(Expression expression) =>
        expression is Binary { Checked: true } or Unary { Checked: true } or Convert { Checked: true };

    /// <inheritdoc/>
    public override void Visit(Statement statement)
    {
        if (statement is Loop loop && StepOf(loop) is { } step)
            _harmless.Add(step);
        base.Visit(statement);
    }

    /// <inheritdoc/>
    public override void Visit(Expression expression)
    {
        if (Matters(expression))
        {
            if (IsChecked(expression))
                Checked++;
            else
                Unchecked++;
        }

        base.Visit(expression);
    }

    private static bool CanOverflow(IrType from, IrType to) => (from, to) switch
    {
        (ScalarType { IsFloating: true }, ScalarType { IsInteger: true }) => true,
        (ScalarType { Kind: ScalarKind.Long }, ScalarType { Kind: ScalarKind.Int }) => true,
        (EnumType { IsInt: true }, _) or (ScalarType { Kind: ScalarKind.Int }, EnumType { IsInt: true }) => false,
        (EnumType, _) or (_, EnumType) => true,
        _ => false,
    };

    /// <summary>The <c>i + 1</c> of a loop that counts up while <c>i &lt; n</c> (or down while <c>i > n</c>): it cannot overflow.</summary>
    private static Binary? StepOf(Loop loop)
    {
        if (loop.Step.Statements.Count != 1
            || loop.Step.Statements[0] is not Assign { Target: LocalPlace { Local: var counter }, Value: Binary { Left: LocalRead moved } step }
            || !moved.Local.Equals(counter)
            || step.Right is not Constant { Bits: 1 }
            || loop.Condition is not Binary { Left: LocalRead tested } test
            || !tested.Local.Equals(counter)
            || LocalUses.Of(loop.Body).Writes(counter) > 0)
        {
            return null;
        }

        var bounded = (step.Operator, test.Operator) switch
        {
            (BinaryOperator.Add, BinaryOperator.Less) or (BinaryOperator.Subtract, BinaryOperator.Greater) => true,
            (BinaryOperator.Add, BinaryOperator.LessOrEqual) => test.Right is Constant { Bits: < int.MaxValue },
            (BinaryOperator.Subtract, BinaryOperator.GreaterOrEqual) => test.Right is Constant { Bits: > int.MinValue },
            _ => false,
        };
        return bounded ? step : null;
    }
}
