using System.Collections.Generic;

namespace LearnSharp.Ir;

/// <summary>
/// Computes what is known when the program is compiled, to the same bits on every machine: integers, bools, enums, comparisons, and the five
/// operations of arithmetic on
/// doubles and floats. Nothing that throws is computed, and never a function such as exp or sin. A comparison also sees through named floating
/// constants (locals set
/// once), since C# does.
/// </summary>
internal sealed class ConstantFolding : Rewriter
{
    private Dictionary<int, Constant> _named = [];

    /// <inheritdoc/>
    public override Function Visit(Function function)
    {
        var constants = new NamedConstants(LocalUses.Of(function));
        constants.Visit(function);
        _named = constants.Found;
        return base.Visit(function);
    }

    /// <inheritdoc/>
    public override Expression Visit(Expression expression)
    {
        var visited = VisitChildren(expression);
        // Which NaN comes out of an operation is the machine's affair; that a comparison with it is false is not.
        return Fold(visited) is { } folded && !IsNaN(folded) ? folded with { Origin = expression.Origin } : visited;
    }

    /// <inheritdoc/>
    public override EquatableArray<Statement> Visit(Statement statement)
    {
        // A tested constant true is no test.
        var visited = base.Visit(statement);
        return visited is [Loop loop] && (loop.Condition is Constant { IsTrue: true } || loop.While is Constant { IsTrue: true })
            ? [loop with { Condition = Test(loop.Condition), While = Test(loop.While) }]
            : visited;
    }

    private static Expression? Test(Expression? condition) => condition is Constant { IsTrue: true } ? null : condition;

    private Expression? Fold(Expression expression) => expression switch
    {
        Default { ValueType: ScalarType or EnumType } e => Constant.FromBits(e.ValueType, 0),
        Unary e => ConstantArithmetic.Unary(e) ?? Simplify(e),
        Binary e => FoldBinary(e) ?? Identities.Simplify(e),
        Convert e => Known(e.Operand) is { } operand ? ConstantArithmetic.Convert(e, operand, isNamed: e.Operand is not Constant) : null,
        Conditional { Condition: Constant condition } e => condition.IsTrue ? e.WhenTrue : e.WhenFalse,
        Conditional e when e.WhenTrue.Equals(e.WhenFalse) && Effects.CanDrop(e.Condition) => e.WhenTrue,
        FieldRead { Struct: StructNew made } e when made.Struct.Form != StructForm.Positional && AllOthersDrop(made, e.Index) => made.Fields[e.Index],
        _ => null,
    };

    private static bool IsNaN(Expression e) => e is Constant { Type: ScalarType { IsFloating: true } } constant && double.IsNaN(constant.AsDouble);

    private static bool AllOthersDrop(StructNew made, int index)
    {
        for (var i = 0; i < made.Fields.Count; i++)
        {
            if (i != index && !Effects.CanDrop(made.Fields[i]))
                return false;
        }

        return true;
    }

    private static Expression? Simplify(Unary e) => e switch
    {
        { Operator: UnaryOperator.Not, Operand: Unary { Operator: UnaryOperator.Not, Operand: var inner } } => inner,
        { Operator: UnaryOperator.Not, Operand: Binary { IsComparison: true } } when Negations.Not(e.Operand) is Binary turned => turned,
        _ => null,
    };

    private Constant? FoldBinary(Binary e)
    {
        if (e.Left is Constant left && e.Right is Constant right)
            return ConstantArithmetic.Binary(e, left, right);
        return e.IsComparison && Known(e.Left) is { } knownLeft && Known(e.Right) is { } knownRight ? ConstantArithmetic.Binary(e, knownLeft, knownRight) : null;
    }

    /// <summary>The value of an expression of named constants, as C# computes it where it judges a condition.</summary>
    private Constant? Known(Expression expression) => expression switch
    {
        Constant e => e,
        LocalRead e => _named.TryGetValue(e.Local.Id, out var value) ? value : null,
        Unary { Operator: UnaryOperator.Negate } e when Known(e.Operand) is { } operand => ConstantArithmetic.Unary(e with { Operand = operand }),
        Binary { IsShortCircuit: false } e when Known(e.Left) is { } left && Known(e.Right) is { } right => ConstantArithmetic.Binary(e, left, right),
        Convert e when Known(e.Operand) is { } operand => ConstantArithmetic.Convert(e, operand, isNamed: false),
        _ => null,
    };

    private sealed class NamedConstants(LocalUses uses) : Walker
    {
        public Dictionary<int, Constant> Found { get; } = [];

        public override void Visit(Statement statement)
        {
            if (statement is Declare { Value: Constant value, Local: { Type: ScalarType { IsFloating: true } } local } && uses.Writes(local) == 0)
                Found[local.Id] = value;
            base.Visit(statement);
        }
    }
}
