using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// ++ and --.
internal sealed partial class BodyTranslator
{
    private Expression Step(IIncrementOrDecrementOperation step)
    {
        if (IsMember(step.Target))
        {
            Expression? old = null;
            var stored = StoreTo(step, step.Target, binding =>
            {
                old = Keep(ReadBinding(step, binding()));
                return new ValueBinding(Stepped(step, old));
            });
            return step.IsPostfix ? old! : ReadBinding(step, stored);
        }

        if (IsSymbolic(step.Target))
        {
            var method = step.OperatorMethod ?? throw Silent();
            Rebind(step, step.Target, InlineOperator(step, method, [step.Target]));
            return Constant.Of(false);
        }

        var place = HoldCheaply(PlaceOf(step.Target));
        var isUsed = step.Parent is not IExpressionStatementOperation;
        var before = isUsed && step.IsPostfix ? new LocalRead(Spill(place.Read, "before")) : null;
        var after = Store(step, place, [], Stepped(step, before ?? place.Read));
        return before ?? after;
    }

    private Expression Stepped(IIncrementOrDecrementOperation step, Expression before)
    {
        if (DecimalValues.IsHeld(before))
            return DecimalArithmetic(step, step.Kind == OperationKind.Increment ? BinaryOperator.Add : BinaryOperator.Subtract, before, Exactly("1m"));
        if (Target(step.OperatorMethod, step.ConstrainedToType) is { } method && before.Type is not OpaqueType)
        {
            return IsTranslated(method)
                ? CallOf(step, method, [before])!
                : throw Unsupported(step, "'++' or '--' of a type without source", "add one with '+'");
        }

        if (before.Type is StructType nullable && before.Type.IsNullable())
        {
            var (has, some) = Halves(before, nullable);
            return OnlyWhere(has, Stepped(step, some));
        }

        var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        Expression? one = before.Type switch
        {
            ScalarType { Kind: ScalarKind.Int } => Constant.Of(1),
            ScalarType { Kind: ScalarKind.Long } => Constant.Of(1L),
            ScalarType { Kind: ScalarKind.Float } => Constant.Of(1f),
            ScalarType { Kind: ScalarKind.Double } => Constant.Of(1.0),
            _ => null,
        };
        return one is null
            ? InOwnType(step, before.Type, before, kind, Constant.Of(1), step.IsChecked)
            : new Binary(OperatorOf(kind)!.Value, before, one, step.IsChecked && before.Type is ScalarType { IsInteger: true });
    }

    /// <summary>An operation whose result C# converts back to the type of its left side: of a number that the IR does not compute in, or of an enum.</summary>
    private Expression InOwnType(IOperation operation, IrType type, Expression left, BinaryOperatorKind kind, Expression right, bool isChecked)
    {
        var op = OperatorOf(kind) ?? throw Unsupported(operation, $"The operator of '{Origins.Line(operation.Syntax)}'", "compute in int and convert at the end");
        var around = isChecked ? "checked" : "unchecked";
        return Passive(operation, $"{around}(({type.CSharpName})({{0}} {Templates.Binary(op)} {{1}}))", [left, right], Purity.Pure);
    }
}
