using System.Linq;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Decimals made of numbers that have a derivative: exact, with the derivative of a double that is computed beside them.
internal sealed partial class BodyTranslator
{
    /// <summary>Whether decimals are held with a derivative: the body makes some of doubles, or calls methods that may.</summary>
    private bool _holdsDecimals;

    private static bool IsDecimal(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Decimal;

    private static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    private void FindDecimals(IOperation body) => _holdsDecimals = _holdsDecimals || body.Descendants().Any(operation => operation switch
    {
        IConversionOperation conversion => IsDecimal(conversion.Type) && IsFloating(conversion.Operand.Type) && !conversion.ConstantValue.HasValue,
        IObjectCreationOperation creation => IsOfFloating(creation),
        IInvocationOperation { TargetMethod: var method } when IsCast(method) => IsDecimal(method.ReturnType) && IsFloating(method.Parameters[0].Type),
        IInvocationOperation { TargetMethod: var method } => IsDecimal(method.ReturnType) && method.Parameters.Any(static parameter => IsFloating(parameter.Type)) && IsTranslated(method),
        _ => false,
    });

    /// <summary>Whether a call takes or gives decimals that may have a derivative: it is translated in its place then.</summary>
    private bool HandsDecimals(IMethodSymbol method) => _holdsDecimals && (IsDecimal(method.ReturnType) || method.Parameters.Any(static parameter => IsDecimal(parameter.Type)));

    /// <summary>The exact value and the double beside it.</summary>
    private (Expression Exact, Expression Near) DecimalParts(Expression value)
    {
        switch (value)
        {
            case StructNew made:
                return (made.Fields[0], made.Fields[1]);
            case var held when DecimalValues.IsHeld(held):
            {
                var kept = Keep(held);
                return (new FieldRead(kept, 0), new FieldRead(kept, 1));
            }

            default:
            {
                var exact = value is Extern { Operands.Count: 0 } ? value : Keep(value is Default ? new Extern(DecimalValues.Exact, "0m", [], Purity.Pure) : value);
                return (exact, new Extern(ScalarType.Double, "((double){0})", [exact], Purity.Pure));
            }
        }
    }

    private static StructNew Decimal(Expression exact, Expression near) => new(DecimalValues.Held, [exact, near]);

    private static Extern Exactly(string template, params Expression[] operands) => new(DecimalValues.Exact, template, operands.ToEquatableArray(), Purity.Pure);

    /// <summary>A conversion from or to decimal where a derivative goes along; null for any other.</summary>
    private Expression? DecimalConversion(IOperation conversion, Expression value, IrType target)
    {
        if (!_holdsDecimals)
            return null;
        if (target.Equals(DecimalValues.Exact) && value.Type is ScalarType { IsFloating: true } && IsActive(value))
        {
            var kept = Keep(value);
            return Decimal(
                Exactly("((decimal){0})", new Unary(UnaryOperator.Detach, kept)),
                kept.Type == ScalarType.Double ? kept : new Ir.Convert(ScalarType.Double, kept)) with { Origin = Origins.Of(conversion.Syntax) };
        }

        if (!DecimalValues.IsHeld(value))
            return null;
        if (target.Equals(DecimalValues.Exact) || target.Equals(DecimalValues.Held))
            return value;
        var (exact, near) = DecimalParts(value);
        var converted = new Extern(target, $"(({target.CSharpName}){{0}})", [exact], Purity.Pure) { Origin = Origins.Of(conversion.Syntax) };
        if (target is ScalarType { IsFloating: true } floating)
            return IsActive(near) ? ExactWithDerivative(converted, floating == ScalarType.Double ? near : new Ir.Convert(floating, near)) : converted;
        WarnLost(conversion, near, $"it is converted to '{conversion.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'");
        return converted;
    }

    /// <summary>
    /// An exact number with the derivative of one near it: the difference is added without a derivative. Where the two are within a factor of two that is exact; the next two steps make it so for
    /// what is left after cancellation, over all of the range of decimals.
    /// </summary>
    private Expression ExactWithDerivative(Expression exact, Expression near)
    {
        var wanted = Keep(exact);
        var value = Keep(near);
        for (var step = 0; step < 3; step++)
            value = new LocalRead(Spill(new Binary(BinaryOperator.Add, value, new Unary(UnaryOperator.Detach, new Binary(BinaryOperator.Subtract, wanted, value))), "value"));
        return value;
    }

    private Expression DecimalArithmetic(IOperation operation, BinaryOperator kind, Expression left, Expression right)
    {
        var template = $"({{0}} {Templates.Binary(kind)} {{1}})";
        var ((exactLeft, nearLeft), (exactRight, nearRight)) = (DecimalParts(left), DecimalParts(right));
        if (kind is BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual)
            return new Extern(ScalarType.Bool, template, [exactLeft, exactRight], Purity.Pure);
        return new StructNew(DecimalValues.Held, [Exactly(template, exactLeft, exactRight), new Binary(kind, nearLeft, nearRight)]) { Origin = Origins.Of(operation.Syntax) };
    }

    private Expression DecimalUnary(IUnaryOperation operation, Expression operand)
    {
        if (operation.OperatorKind == UnaryOperatorKind.Plus)
            return operand;
        var (exact, near) = DecimalParts(operand);
        return Decimal(Exactly("(-{0})", exact), new Unary(UnaryOperator.Negate, near)) with { Origin = Origins.Of(operation.Syntax) };
    }

    /// <summary>Functions of decimals, in <c>Math</c> and in <c>decimal</c>; null for any other call, and where no derivative goes along.</summary>
    private Expression? DecimalCall(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (!_holdsDecimals || !method.IsStatic || method.Parameters.Length == 0 || !IsDecimal(method.Parameters[0].Type)
            || (method.ContainingType.SpecialType != SpecialType.System_Decimal && method.ContainingType.ToDisplayString() != "System.Math"))
        {
            return null;
        }

        var values = Values(invocation.Arguments.Select(static argument => argument.Value));
        if (!values.Any(DecimalValues.IsHeld))
            return Passive(invocation, DecimalTemplate(invocation), values, Purity.Pure);
        var (exact, near) = DecimalParts(values[0]);
        switch (method.Name)
        {
            case "Abs":
            {
                Expression Sign(string test) => new Extern(ScalarType.Bool, $"({{0}} {test} 0m)", [exact], Purity.Pure);
                var zero = new Unary(UnaryOperator.Detach, near);
                var size = new Conditional(Sign("<"), new Unary(UnaryOperator.Negate, near), new Conditional(Sign(">"), near, zero));
                return Decimal(Exactly(DecimalTemplate(invocation), exact), size);
            }

            case "Max" or "Min":
            {
                var (other, nearOther) = DecimalParts(values[1]);
                var isFirst = new Extern(ScalarType.Bool, method.Name == "Max" ? "({0} >= {1})" : "({0} <= {1})", [exact, other], Purity.Pure);
                return Decimal(Exactly(DecimalTemplate(invocation), exact, other), new Conditional(isFirst, near, nearOther));
            }

            case "Add" or "Subtract" or "Multiply" or "Divide" or "Remainder":
                return DecimalArithmetic(invocation, (BinaryOperator)System.Enum.Parse(typeof(BinaryOperator), method.Name), values[0], values[1]);
            case "Negate":
                return Decimal(Exactly("(-{0})", exact), new Unary(UnaryOperator.Negate, near));
            default:
                WarnLost(invocation, near, $"the result of '{method.Name}' is constant between its steps");
                return new Extern(TypeOf(invocation), DecimalTemplate(invocation), values.Select(DecimalValues.ExactOf).ToEquatableArray(), Purity.Pure);
        }
    }

    private static string DecimalTemplate(IInvocationOperation invocation) =>
        $"{MethodIds.QualifiedName(invocation.TargetMethod.ContainingType)}.{invocation.TargetMethod.Name}({string.Join(", ", invocation.Arguments.Select(static (_, i) => $"{{{i}}}"))})";
}
