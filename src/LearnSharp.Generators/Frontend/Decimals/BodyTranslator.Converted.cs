using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

// Methods and constructors that do what a cast does.
internal sealed partial class BodyTranslator
{
    /// <summary><c>Convert.ToDouble(x)</c>, <c>decimal.ToDouble(x)</c> and the like between numbers; null for any other call.</summary>
    private Expression? ConvertedCall(IInvocationOperation invocation) =>
        IsCast(invocation.TargetMethod) ? Converted(invocation, Argument(invocation), CalledName(invocation.TargetMethod)) : null;

    /// <summary><c>new decimal(x)</c> of a floating-point number; null for any other object.</summary>
    private Expression? ConvertedNew(IObjectCreationOperation creation) =>
        IsOfFloating(creation) ? Converted(creation, Value(creation.Arguments[0].Value), "new decimal") : null;

    private Expression Converted(IOperation operation, Expression value, string function)
    {
        var target = TypeOf(operation);
        if (DecimalConversion(operation, value, target) is { } withDerivative)
            return withDerivative;
        if (target is ScalarType && value.Type is ScalarType)
            return value.Type == target ? value : new Ir.Convert(target, value) { Origin = Origins.Of(operation.Syntax) };
        return Passive(operation, operation is IInvocationOperation ? $"global::System.{function.Replace("decimal", "Decimal")}({{0}})" : $"{function}({{0}})", [value], Purity.Pure);
    }

    private static bool IsCast(IMethodSymbol method)
    {
        if (method is not { IsStatic: true, Parameters.Length: 1 } || !(IsDecimal(method.Parameters[0].Type) || MathRules.Scalar(method.Parameters[0].Type) is { } scalar && scalar != ScalarType.Bool))
            return false;
        return method.Name switch
        {
            "ToDouble" or "ToSingle" => IsDecimal(method.ContainingType) || IsConvert(method.ContainingType),
            "ToDecimal" => IsConvert(method.ContainingType),
            _ => false,
        };
    }

    private static bool IsConvert(ITypeSymbol type) => type is { Name: "Convert", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsOfFloating(IObjectCreationOperation creation) => IsDecimal(creation.Type) && creation.Arguments.Length == 1 && IsFloating(creation.Arguments[0].Parameter!.Type);
}
